/// The documents that can come among the first, by numbers of their own.
struct Candidates {
    /// The documents in their order.
    let documents: [Int]
    /// The place in `documents` of each document; -1 for the others.
    private let places: [Int32]

    /// - Parameter capacity: the number of all documents.
    init(_ documents: [Int], capacity: Int) {
        self.documents = documents
        var places = [Int32](repeating: -1, count: capacity)
        for (place, document) in documents.enumerated() { places[document] = Int32(place) }
        self.places = places
    }

    /// The place of a document among them; -1 for one that is not.
    func place(of document: Int) -> Int { Int(places[document]) }
    func contains(_ document: Int) -> Bool { places[document] >= 0 }
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
            try evidence.forEachField(where: candidates.contains) { occurrence in
                let (document, field) = (occurrence.document, occurrence.field)
                let place = candidates.place(of: document)
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
        rarity = scoring.rarity(documents: table.count)
    }

    /// The score of the word in a candidate.
    func score(_ place: Int) -> Int {
        Scoring.score(worth: Int(title[place]) + Int(rest[place]), rarity: rarity)
    }
}
