import Model

/// The entries of each kind in the order in which the index of the kind lists them.
///
/// Records stand newest first, questions in the order of the book, everything else by title.
struct EntryOrder: Sendable {
    private let indices: [EntryKind: [Int]]

    init(_ book: Book) {
        var indices: [EntryKind: [Int]] = [:]
        for (index, entry) in book.entries.enumerated() { indices[entry.kind, default: []].append(index) }
        for (kind, unordered) in indices {
            switch kind {
            case .decision, .proposal: indices[kind] = EntryOrder.newestFirst(unordered, in: book)
            case .question, .exercise: break
            default: indices[kind] = EntryOrder.byTitle(unordered, in: book)
            }
        }
        self.indices = indices
    }

    /// The entries of one kind, as indices into the book.
    subscript(kind: EntryKind) -> [Int] { indices[kind] ?? [] }

    /// Records by day, then by number, both descending; those without a day stand last.
    private static func newestFirst(_ indices: [Int], in book: Book) -> [Int] {
        let keys = indices.map { index in
            let record = book.entries[index].record
            return (record?.date?.daysSince1970 ?? .min, record?.number ?? .min, index)
        }
        return keys.sorted { $0 > $1 }.map(\.2)
    }

    /// Entries in the order of their titles.
    static func byTitle(_ indices: [Int], in book: Book) -> [Int] {
        indices.map { (SortKey(book.entries[$0].title), $0) }.sorted { $0 < $1 }.map(\.1)
    }
}
