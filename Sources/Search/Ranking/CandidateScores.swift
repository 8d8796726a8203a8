/// The documents that can come among the first, by numbers of their own.
struct Candidates {
    /// The documents in their order.
    let documents: [Int]

    init(_ documents: [Int]) { self.documents = documents }

    /// Finds the candidates among documents that come in their order, each by a step or two from the one before.
    func cursor() -> Cursor { Cursor(documents: documents) }

    struct Cursor {
        fileprivate let documents: [Int]
        /// The place in `documents` of the candidate that was found last.
        private(set) var place = 0

        fileprivate init(documents: [Int]) { self.documents = documents }

        /// Whether a document, which comes behind those asked for before, is a candidate.
        mutating func finds(_ document: Int) -> Bool {
            while place < documents.count, documents[place] < document { place += 1 }
            return place < documents.count && documents[place] == document
        }
    }
}

/// What one word of the query is worth in the documents that can come among the first.
struct WordScores {
    /// The worth of the best term in the title, and the sum of the worths of all terms elsewhere, by candidate.
    private var title: [Int32]
    private var rest: [Int32]
    /// What gave each candidate its best match; -1 without a match.
    private(set) var best: [Int32]
    private let rarity: Int

    init(
        _ table: MatchTable, of candidates: Candidates, _ segments: SegmentSet, _ scoring: Scoring
    ) throws(IndexDamage) {
        let count = candidates.documents.count
        var title = [Int32](repeating: 0, count: count)
        var rest = title
        var best = [Int32](repeating: -1, count: count)
        for (number, evidence) in table.evidence.enumerated() {
            var cursor = candidates.cursor()
            try evidence.forEachField(where: { cursor.finds($0) }) { occurrence in
                let (document, field, place) = (occurrence.document, occurrence.field, cursor.place)
                if best[place] < 0, occurrence.key == table.best[document] { best[place] = Int32(number) }
                let worth = Int32(
                    clamping: scoring.worth(
                        count: occurrence.count, form: occurrence.form, field: field,
                        length: segments.length(field, of: document)))
                if field == Int(SearchField.title.rawValue) {
                    title[place] = max(title[place], worth)
                } else {
                    rest[place] = Int32(clamping: Int(rest[place]) + Int(worth))
                }
            }
        }
        (self.title, self.rest, self.best) = (title, rest, best)
        rarity = scoring.rarity(documents: table.documents.count)
    }

    /// The score of the word in a candidate.
    func score(_ place: Int) -> Int {
        Scoring.score(worth: Int(title[place]) + Int(rest[place]), rarity: rarity)
    }
}
