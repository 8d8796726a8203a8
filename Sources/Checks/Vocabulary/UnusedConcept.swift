import Model

/// A concept that no entry has is a name for something that the book does not speak of.
struct UnusedConcept: BookRule {
    static let about = RuleDescription(
        "vocabulary.unused-concept", .note,
        means: "neither a concept nor a narrower one has an entry; told once for the book",
        remedy: "write about it, give it the names that the entries use, or remove it")

    func findings(in checked: CheckedBook) -> [Finding] {
        let concepts = checked.book.vocabulary.concepts
        let used = Self.used(checked.book)
        let unused = concepts.filter { !used.contains($0.id) }
        guard let source = checked.book.vocabulary.source, !unused.isEmpty else { return [] }
        let names = unused.prefix(10).map { "`\($0.id)`" }.joined(separator: ", ")
        let rest = unused.count > 10 ? " and \(unused.count - 10) more" : ""
        let verb = unused.count == 1 ? "the concept \(names) has" : "the concepts \(names)\(rest) have"
        return [
            Finding(
                Self.about, at: source,
                "\(verb) no entries; write about them, give them the names that the entries use, or remove them")
        ]
    }

    /// The concepts that entries have, and all those above them.
    private static func used(_ book: Book) -> Set<String> {
        let broader = Dictionary(book.vocabulary.concepts.map { ($0.id, $0.broader) }) { first, _ in first }
        var used: Set<String> = []
        var pending = Array(Set(book.entries.flatMap { $0.tags.map(\.name) }))
        while let next = pending.popLast() {
            guard let above = broader[next], used.insert(next).inserted else { continue }
            pending += above
        }
        return used
    }
}
