package import Model

/// Looks a book over and tells what is wrong in it.
package enum BookCheck {
    /// The rules, in the order of their names.
    private static let rules: [any CheckRule] = [DanglingRelation(), LinkWithoutTitle()]

    /// The findings of reading and of every rule, in the order of the files.
    package static func findings(in book: Book) -> [Finding] {
        (book.findings + rules.flatMap { $0.findings(in: book) }).sorted()
    }
}

/// A rule that a book can break.
protocol CheckRule: Sendable {
    /// The findings in a book; none when the rule is kept.
    func findings(in book: Book) -> [Finding]
}
