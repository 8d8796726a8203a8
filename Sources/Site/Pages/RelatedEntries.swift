import Model

/// The entries that have the most to do with each entry: those that share its rarest tags.
struct RelatedEntries: Sendable {
    /// An entry that has to do with another.
    struct Relation: Sendable, Equatable {
        /// An index into the book.
        var entry: Int
        /// The tags that both have, the rarest first.
        var shared: [String]
    }

    private let tags: [[String]]
    private let bearers: [String: [Int]]
    private let kinds: [EntryKind]

    private static let most = 5
    /// The number of bearers beyond which a tag tells nothing of how near two entries are.
    private static let commonest = 60

    init(_ book: Book) {
        tags = book.entries.map { Set($0.tags.map(\.name)).sorted() }
        kinds = book.entries.map(\.kind)
        var bearers: [String: [Int]] = [:]
        for (index, names) in tags.enumerated() {
            for name in names { bearers[name, default: []].append(index) }
        }
        self.bearers = bearers
    }

    /// The nearest entries, at most five: a tag counts the more the fewer entries bear it.
    func relations(of entry: Int) -> [Relation] {
        var weights: [Int: Int] = [:]
        for name in tags[entry] {
            let others = bearers[name] ?? []
            guard others.count <= Self.commonest else { continue }
            for other in others where other != entry { weights[other, default: 0] += 1000 / others.count }
        }
        let nearest = weights.sorted { left, right in
            (right.value, kinds[left.key], left.key) < (left.value, kinds[right.key], right.key)
        }
        return nearest.prefix(Self.most).map { other, _ in
            let shared = tags[entry].filter(tags[other].contains)
            let rarest = shared.sorted { (bearers[$0]?.count ?? 0, $0) < (bearers[$1]?.count ?? 0, $1) }
            return Relation(entry: other, shared: Array(rarest.prefix(2)))
        }
    }
}
