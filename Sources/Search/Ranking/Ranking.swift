/// A document with its place in the order.
struct RankedDocument {
    var number: Int
    var rank: SearchAnswer.Rank
    var score: Int
}

/// Puts the documents of a query into their order.
///
/// Only documents that can come among the wanted ones are scored, and only those of them that proximity could lift have
/// their positions read.
struct Ranking {
    private let segments: SegmentSet
    private let plan: QueryPlan
    private let tables: [MatchTable]
    private let scoring: Scoring

    init(_ segments: SegmentSet, _ plan: QueryPlan, _ tables: [MatchTable], _ scoring: Scoring) {
        self.segments = segments
        self.plan = plan
        self.tables = tables
        self.scoring = scoring
    }

    /// The best documents that have every word, and the number of all of them.
    func best(_ limit: Int, passing filter: DocumentFilter) throws(IndexDamage) -> (
        documents: [RankedDocument], total: Int
    ) {
        let found = (0..<segments.capacity).filter { number in
            filter.passes[number] && tables.allSatisfy { $0.best[number] != MatchTable.none }
        }
        let exact = try exactTitles(among: found)
        return (try select(limit, of: found, exact), found.count)
    }

    /// The documents that have some of the words, those with most of them first.
    func nearMisses(_ limit: Int, passing filter: DocumentFilter) throws(IndexDamage) -> [RankedDocument] {
        let found = (0..<segments.capacity).filter { number in
            filter.passes[number] && tables.contains { $0.best[number] != MatchTable.none }
        }
        return try select(limit, of: found, [])
    }

    private func rank(_ number: Int, isExact: Bool) -> SearchAnswer.Rank {
        var rank = SearchAnswer.Rank(isExactTitle: isExact, missing: 0, typos: 0, fields: 0, forms: 0)
        for table in tables {
            let key = Int(table.best[number])
            guard key != Int(MatchTable.none) else {
                rank.missing += 1
                continue
            }
            rank.typos += key >> 8
            rank.fields += key >> 4 & 15
            rank.forms += key & 15
        }
        return rank
    }

    private func score(_ number: Int) -> Int {
        tables.reduce(0) { sum, table in
            sum + scoring.score(worth: table.worth(number), documents: table.count)
        }
    }

    /// The first documents of the order.
    private func select(_ limit: Int, of documents: [Int], _ exact: Set<Int>) throws(IndexDamage) -> [RankedDocument] {
        guard limit > 0 else { return [] }
        let groups = Dictionary(grouping: documents) { order(rank($0, isExact: exact.contains($0))) }
            .sorted { $0.key < $1.key }
        var selected: [RankedDocument] = []
        for group in groups where selected.count < limit {
            let ranked = group.value.map { number in
                RankedDocument(number: number, rank: rank(number, isExact: exact.contains(number)), score: 0)
            }
            selected += try sorted(ranked, first: limit - selected.count)
        }
        return selected
    }

    /// The first documents of one rank, by their scores and then by their places in the sources.
    private func sorted(_ group: [RankedDocument], first limit: Int) throws(IndexDamage) -> [RankedDocument] {
        var group = group
        for index in group.indices { group[index].score = score(group[index].number) }
        if tables.count > 1 { group = try withProximity(group, first: limit) }
        var scores = group.map(\.score)
        if scores.count > limit {
            scores.sort(by: >)
            group.removeAll { $0.score < scores[limit - 1] }
        }
        let keyed = group.map { (document: $0, path: segments.path(of: $0.number), order: place($0.number)) }
        return keyed.sorted { left, right in
            if left.document.score != right.document.score { return left.document.score > right.document.score }
            if left.path != right.path { return left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
            return left.order < right.order
        }.prefix(limit).map(\.document)
    }

    /// A rank as one number that sorts as ranks do.
    private func order(_ rank: SearchAnswer.Rank) -> Int {
        let head = (rank.isExactTitle ? 0 : 1) << 12 | min(rank.missing, 0xFFF)
        return (head << 16 | min(rank.typos, 0xFFFF)) << 32 | min(rank.fields, 0xFFFF) << 16 | min(rank.forms, 0xFFFF)
    }

    /// The number of a document in its unit.
    private func place(_ number: Int) -> Int {
        guard let (segment, local) = segments.locate(number) else { return 0 }
        return local - segment.units[segment.unit(of: local)].documents.lowerBound
    }

    /// Adds what nearness is worth, for the documents that it can bring among the first; the others are left out.
    private func withProximity(_ group: [RankedDocument], first limit: Int) throws(IndexDamage) -> [RankedDocument] {
        var group = group
        if group.count > limit {
            let threshold = group.map(\.score).sorted(by: >)[limit - 1]
            group.removeAll { $0.score + Scoring.proximity(score: $0.score, words: 2, span: 1) < threshold }
        }
        let finder = SpanFinder(segments, plan)
        let spans = try finder.spans(in: Set(group.map(\.number)))
        for index in group.indices {
            guard let span = spans[group[index].number] else { continue }
            group[index].score += Scoring.proximity(score: group[index].score, words: tables.count, span: span)
        }
        return group
    }
}

// MARK: - Titles

extension Ranking {
    /// The documents whose title has the words of the query and no others, in their order.
    private func exactTitles(among documents: [Int]) throws(IndexDamage) -> Set<Int> {
        let words = plan.atoms.flatMap(\.parts)
        let title = Int(SearchField.title.rawValue)
        guard !words.isEmpty, words.count < DocumentRow.longest[title] else { return [] }
        var exact = Set(documents.filter { segments.length(title, of: $0) == words.count })
        for (place, word) in words.enumerated() where !exact.isEmpty {
            var standing: Set<Int> = []
            try segments.forEachPosting(of: word, withPositions: true) { (posting, cursor) throws(IndexDamage) in
                guard posting.counts[title] > 0, exact.contains(posting.document) else { return }
                try cursor.forEachPosition { field, position in
                    if field == title, position == place { standing.insert(posting.document) }
                }
            }
            exact = standing
        }
        return exact
    }
}
