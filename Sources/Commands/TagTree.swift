import Model

/// The tags of a book: concepts below the wider ones they belong to, then free words, each with its number of entries.
struct TagTree {
    /// One line of the tree.
    struct Row {
        var name: String
        var depth: Int
        /// The number of entries that have the tag itself.
        var count: Int
    }

    private(set) var rows: [Row] = []
    private let counts: [String: Int]
    private let vocabulary: Vocabulary

    init(_ book: Book) {
        var counts: [String: Int] = [:]
        for entry in book.entries {
            for name in Set(entry.tags.map(\.name)) { counts[name, default: 0] += 1 }
        }
        self.counts = counts
        vocabulary = book.vocabulary
        var placed: Set<String> = []
        for concept in vocabulary.concepts where concept.broader.isEmpty { place(concept, depth: 0, &placed) }
        // What is left stands in a circle of wider concepts, which `check` reports.
        for concept in vocabulary.concepts { place(concept, depth: 0, &placed) }
        let free = counts.filter { vocabulary.concept($0.key) == nil }
        for (name, count) in free.sorted(by: { (-$0.value, $0.key) < (-$1.value, $1.key) }) {
            rows.append(Row(name: name, depth: 0, count: count))
        }
    }

    /// The number of tags that some entry has.
    var tagCount: Int { counts.count }

    /// Adds a concept and those below it, each once, without recursion.
    private mutating func place(_ concept: Concept, depth: Int, _ placed: inout Set<String>) {
        var pending = [(concept, depth)]
        while let (next, depth) = pending.popLast() {
            guard placed.insert(next.id).inserted else { continue }
            rows.append(Row(name: next.id, depth: depth, count: counts[next.id] ?? 0))
            pending += vocabulary.concepts.filter { $0.broader.contains(next.id) }.reversed().map { ($0, depth + 1) }
        }
    }

    /// The tags for programs, sorted by their names.
    var items: [JSONValue] {
        let ids = Set(counts.keys).union(vocabulary.concepts.map(\.id))
        return ids.sorted().map { id in
            var members: [String: JSONValue] = ["id": .string(id), "count": .int(counts[id] ?? 0)]
            if let concept = vocabulary.concept(id) {
                members["labels"] = JSONValue(concept.names)
                members["broader"] = JSONValue(concept.broader)
            } else {
                members["labels"] = JSONValue([id])
            }
            return .object(members)
        }
    }
}
