/// The fine ranking: BM25F with whole numbers only, so that every machine comes to the same order.
///
/// BM25F is the extension of Okapi BM25 to fields by Robertson, Zaragoza and Taylor (CIKM 2004): occurrences are weighted
/// by field and by the length of the field before they are saturated. Here they are weighted by the form of the match
/// too, and in the title a word counts once however often, and in how many forms, it stands there.
struct Scoring: Sendable {
    private let documentCount: Int
    private let lengths: [Int]
    private let weights = SearchField.allCases.map(\.weight)

    /// What one occurrence as written in a text of average length is worth.
    private static let unit = 1024
    /// In thousandths: how fast more occurrences cease to count (k1), and how much the length of a field counts (b).
    private static let (saturation, lengthShare) = (1200, 600)

    init(documentCount: Int, lengths: [Int]) {
        self.documentCount = documentCount
        self.lengths = lengths
    }

    /// What the occurrences of one term in one field of a document are worth.
    func worth(count: Int, form: MatchForm, field: Int, length: Int) -> Int {
        let count = field == Int(SearchField.title.rawValue) ? min(count, 1) : count
        let total = lengths[field]
        let relative = total > 0 ? Self.lengthShare * length * documentCount / total : Self.lengthShare
        let divisor = 1000 - Self.lengthShare + relative
        return count * weights[field] * form.share * (Self.unit / 16) * 1000 / divisor
    }

    /// How rare a word is that so many documents have, in 1/1024 bits.
    func rarity(documents: Int) -> Int { FixedPoint.log2(2 * documentCount + 2, 2 * documents + 1) }

    /// The score of a word with this worth in a document, in 1/1024 bits.
    static func score(worth: Int, rarity: Int) -> Int {
        guard worth > 0 else { return 0 }
        return rarity * (worth * (1000 + saturation) / (worth + unit * saturation / 1000)) / 1000
    }

    /// What is added when words of the query stand together: half the score when they follow one another, and less the
    /// farther they are apart.
    ///
    /// - Parameter span: the distance of the first word from the last one, at least one less than their number.
    static func proximity(score: Int, words: Int, span: Int) -> Int {
        score * (words - 1) / (2 * max(span, words - 1))
    }
}
