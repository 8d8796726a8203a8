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
        var orders = Order.ofAll(tables, filter, withMissing: false)
        for document in try exactTitles(among: orders) { orders[document] = Order.exact(orders[document]) }
        return try select(limit, by: orders)
    }

    /// The documents that have some of the words, those with most of them first.
    func nearMisses(_ limit: Int) throws(IndexDamage) -> [RankedDocument] {
        try select(limit, by: Order.ofAll(tables, filter, withMissing: true)).documents
    }

    /// The first documents of the order, and the number of all.
    private func select(
        _ limit: Int, by orders: [UInt64]
    ) throws(IndexDamage) -> (documents: [RankedDocument], total: Int) {
        var smallest = SmallestKeys(max(limit, 1))
        var total = 0
        for order in orders where order != Order.none {
            total += 1
            smallest.add(order)
        }
        guard limit > 0, let last = smallest.largest else { return ([], total) }
        let candidates = Candidates(orders.indices.filter { orders[$0] <= last }, capacity: orders.count)
        var words: [WordScores] = []
        for table in tables { words.append(try WordScores(table, of: candidates, store.segments, scoring)) }
        var selected: [RankedDocument] = []
        for order in smallest.distinct where selected.count < limit {
            let group = candidates.documents.indices.filter { orders[candidates.documents[$0]] == order }
            let rank = Order.rank(order)
            for (place, score) in try sorted(group, of: candidates, words, first: limit - selected.count) {
                selected.append(
                    RankedDocument(
                        number: candidates.documents[place], rank: rank, score: score,
                        evidence: words.map { $0.best[place] }))
            }
        }
        return (selected, total)
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
            if left.path != right.path { return left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
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
        let near = Candidates(group.map { candidates.documents[$0.place] }, capacity: store.segments.capacity)
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
    private func exactTitles(among orders: [UInt64]) throws(IndexDamage) -> Set<Int> {
        let words = plan.atoms.flatMap(\.parts)
        let title = Int(SearchField.title.rawValue)
        guard let first = words.first, words.count < DocumentRow.longest[title] else { return [] }
        var exact: Set<Int> = []
        let segments = store.segments
        for list in try store.lists(of: first) {
            try list.forEachField(where: { orders[$0] != Order.none }) { document, field, count in
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

/// A rank as one number that sorts as ranks do.
///
/// From the highest bits down: whether the title is not the query, the missing words, and the sums of errors, fields
/// and forms.
private enum Order {
    /// The number of a document that is no hit.
    static let none = UInt64.max
    private static let notExact: UInt64 = 1 << 60

    static func exact(_ order: UInt64) -> UInt64 { order & ~notExact }

    /// The numbers of all documents; `withMissing` takes in those that have only some of the words.
    static func ofAll(_ tables: [MatchTable], _ filter: DocumentFilter, withMissing: Bool) -> [UInt64] {
        var orders = filter.passes.map { $0 ? notExact : none }
        for table in tables {
            for (document, key) in table.best.enumerated() where orders[document] != none {
                if key == MatchTable.none {
                    orders[document] = withMissing ? orders[document] &+ 1 << 48 : none
                } else {
                    let key = UInt64(key)
                    orders[document] &+= (key >> 8) << 32 | (key >> 4 & 15) << 16 | key & 15
                }
            }
        }
        guard withMissing else { return orders }
        let nothing = notExact + UInt64(tables.count) << 48
        return orders.map { $0 == nothing ? none : $0 }
    }

    static func rank(_ order: UInt64) -> SearchAnswer.Rank {
        SearchAnswer.Rank(
            isExactTitle: order & notExact == 0, missing: Int(order >> 48 & 0xFFF), typos: Int(order >> 32 & 0xFFFF),
            fields: Int(order >> 16 & 0xFFFF), forms: Int(order & 0xFFFF))
    }
}
