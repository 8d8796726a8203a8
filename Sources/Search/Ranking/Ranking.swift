import Model

/// A document with its place in the order.
struct RankedDocument {
    var number: Int
    var rank: SearchAnswer.Rank
    var score: Int
    /// What gave the best match of each word of the query, by its number in the word's table; -1 without a match.
    var evidence: [Int32]
}

/// Puts the documents of a query into their order.
///
/// Ranks are compared as numbers, in one pass over all documents. Only those that can come among the wanted ones are
/// scored, and only those of them that nearness could lift have their positions read.
struct Ranking {
    private let store: PostingStore
    private let plan: QueryPlan
    private let tables: [MatchTable]
    private let scoring: Scoring
    private let filter: DocumentFilter

    init(
        _ store: PostingStore, _ plan: QueryPlan, _ tables: [MatchTable], _ scoring: Scoring,
        passing filter: DocumentFilter
    ) {
        self.store = store
        self.plan = plan
        self.tables = tables
        self.scoring = scoring
        self.filter = filter
    }

    /// The best documents that have every word, and the number of all of them.
    func best(_ limit: Int) throws(IndexDamage) -> (documents: [RankedDocument], total: Int) {
        var hits = Hits(tables, filter, capacity: store.segments.capacity)
        hits.lift(try exactTitles())
        return try select(limit, from: hits)
    }

    /// The documents that have some of the words, those with most of them first.
    func nearMisses(_ limit: Int) throws(IndexDamage) -> [RankedDocument] {
        let hits = Hits(withMissing: tables, filter, capacity: store.segments.capacity)
        return try select(limit, from: hits).documents
    }

    /// The first documents of the order, and the number of all.
    private func select(
        _ limit: Int, from hits: Hits
    ) throws(IndexDamage) -> (documents: [RankedDocument], total: Int) {
        let (first, distinct) = hits.first(limit)
        let candidates = Candidates(first.documents)
        var words: [WordScores] = []
        for table in tables { words.append(try WordScores(table, of: candidates, store.segments, scoring)) }
        var selected: [RankedDocument] = []
        for order in distinct where selected.count < limit {
            let group = first.orders.indices.filter { first.orders[$0] == order }
            let rank = Hits.rank(order)
            for (place, score) in try sorted(group, of: candidates, words, first: limit - selected.count) {
                selected.append(
                    RankedDocument(
                        number: candidates.documents[place], rank: rank, score: score,
                        evidence: words.map { $0.best[place] }))
            }
        }
        return (selected, hits.documents.count)
    }

    private typealias Scored = (place: Int, score: Int)

    /// The first candidates of one rank, by their scores and then by their places in the sources.
    private func sorted(
        _ places: [Int], of candidates: Candidates, _ words: [WordScores], first limit: Int
    ) throws(IndexDamage) -> [Scored] {
        var group = places.map { place in
            (place: place, score: words.reduce(0) { $0 + $1.score(place) })
        }
        if tables.count > 1 { group = try withProximity(group, of: candidates, first: limit) }
        if group.count > limit {
            let threshold = Self.score(ofBest: limit, in: group)
            group.removeAll { $0.score < threshold }
        }
        let keyed = group.map { scored in
            let document = candidates.documents[scored.place]
            return (scored: scored, path: store.segments.path(of: document), order: number(document))
        }
        return keyed.sorted { left, right in
            if left.scored.score != right.scored.score { return left.scored.score > right.scored.score }
            if left.path != right.path { return left.path.precedes(right.path) }
            return left.order < right.order
        }.prefix(limit).map(\.scored)
    }

    /// The score of the last of the first few.
    private static func score(ofBest limit: Int, in group: [Scored]) -> Int {
        var best = SmallestKeys(limit)
        for scored in group { best.add(UInt64(Int.max - scored.score)) }
        return best.largest.map { Int.max - Int($0) } ?? 0
    }

    /// The number of a document in its unit.
    private func number(_ document: Int) -> Int {
        guard let (segment, local) = store.segments.locate(document) else { return 0 }
        return local - segment.units[segment.unit(of: local)].documents.lowerBound
    }

    /// Adds what nearness is worth, for the documents that it can bring among the first; the others are left out.
    private func withProximity(
        _ group: [Scored], of candidates: Candidates, first limit: Int
    ) throws(IndexDamage) -> [Scored] {
        var group = group
        if group.count > limit {
            let threshold = Self.score(ofBest: limit, in: group)
            group.removeAll { $0.score + Scoring.proximity(score: $0.score, words: 2, span: 1) < threshold }
        }
        let near = Candidates(group.map { candidates.documents[$0.place] })
        let spans = try SpanFinder(store, plan).spans(in: near)
        for index in group.indices {
            guard let span = spans[index] else { continue }
            group[index].score += Scoring.proximity(score: group[index].score, words: tables.count, span: span)
        }
        return group
    }
}

// MARK: - Titles

extension Ranking {
    /// The documents whose title has the words of the query and no others.
    private func exactTitles() throws(IndexDamage) -> Set<Int> {
        let words = plan.atoms.flatMap(\.parts)
        let title = Int(SearchField.title.rawValue)
        guard let first = words.first, words.count < DocumentRow.longest[title] else { return [] }
        var exact: Set<Int> = []
        let segments = store.segments
        for list in try store.lists(of: first) {
            try list.forEachField(where: filter.passes) { document, field, count in
                guard field == title, count > 0, segments.length(title, of: document) == words.count else { return }
                exact.insert(document)
            }
        }
        for (place, word) in words.enumerated() where !exact.isEmpty {
            var standing: Set<Int> = []
            try store.forEachPosition(of: word, where: exact.contains) { document, field, position in
                if field == title, position == place { standing.insert(document) }
            }
            exact = standing
        }
        return exact
    }
}
