/// The documents that answer a query, each with its rank as one number that sorts as ranks do.
///
/// From the highest bits down: whether the title is not the query, the missing words, and the sums of errors, fields
/// and forms.
struct Hits {
    /// The documents in their order.
    private(set) var documents: [Int] = []
    /// The ranks of the documents.
    private(set) var orders: [UInt64] = []

    private static let notExact: UInt64 = 1 << 60
    private static let missing: UInt64 = 1 << 48

    /// The documents that have every word.
    init(_ tables: [MatchTable], _ filter: DocumentFilter, capacity: Int) {
        guard let rarest = tables.min(by: { $0.documents.count < $1.documents.count }) else {
            documents = (0..<capacity).filter(filter.passes)
            orders = Array(repeating: Self.notExact, count: documents.count)
            return
        }
        documents = rarest.documents.filter(filter.passes)
        orders = Array(repeating: Self.notExact, count: documents.count)
        for table in tables { keep(table.best) }
    }

    /// The documents that have some of the words.
    init(withMissing tables: [MatchTable], _ filter: DocumentFilter, capacity: Int) {
        documents = (0..<capacity).filter { document in
            filter.passes(document) && tables.contains { $0.best[document] != MatchTable.none }
        }
        orders = documents.map { document in
            tables.reduce(Self.notExact) { order, table in
                let key = table.best[document]
                return order + (key == MatchTable.none ? Self.missing : Self.order(key))
            }
        }
    }

    /// Keeps the documents with a match and adds its rank.
    private mutating func keep(_ best: [UInt16]) {
        var kept = 0
        for place in documents.indices {
            let key = best[documents[place]]
            guard key != MatchTable.none else { continue }
            documents[kept] = documents[place]
            orders[kept] = orders[place] + Self.order(key)
            kept += 1
        }
        documents.removeSubrange(kept...)
        orders.removeSubrange(kept...)
    }

    /// Puts documents whose title is the query before all others.
    mutating func lift(_ exact: Set<Int>) {
        guard !exact.isEmpty else { return }
        for place in documents.indices where exact.contains(documents[place]) { orders[place] &= ~Self.notExact }
    }

    /// The documents of the smallest ranks, as many as are wanted and all others of the last rank among them; and the
    /// ranks that they have, the smallest first.
    func first(_ limit: Int) -> (hits: Hits, distinct: [UInt64]) {
        var smallest = SmallestKeys(max(limit, 1))
        for order in orders { smallest.add(order) }
        var first = self
        (first.documents, first.orders) = ([], [])
        guard limit > 0, let last = smallest.largest else { return (first, []) }
        for place in orders.indices where orders[place] <= last {
            first.documents.append(documents[place])
            first.orders.append(orders[place])
        }
        return (first, smallest.distinct)
    }

    private static func order(_ key: UInt16) -> UInt64 {
        let key = UInt64(key)
        return (key >> 8) << 32 | (key >> 4 & 15) << 16 | key & 15
    }

    /// What a number says.
    static func rank(_ order: UInt64) -> SearchAnswer.Rank {
        SearchAnswer.Rank(
            isExactTitle: order & notExact == 0, missing: Int(order >> 48 & 0xFFF), typos: Int(order >> 32 & 0xFFFF),
            fields: Int(order >> 16 & 0xFFFF), forms: Int(order & 0xFFFF))
    }
}
