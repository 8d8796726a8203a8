package import Model

/// Looks a book over and tells what is wrong in it.
package enum BookCheck {
    /// The rules, in the order of their names.
    private static let rules: [any CheckRule] = [DanglingRelation(), LinkWithoutTitle()]

    /// The rules about decisions and proposals, in the order of their names.
    private static let recordRules: [any RecordRule] = [
        DeadlinePassed(), DuplicateNumber(), NumberGap(), OneWayRelation(), ReferenceToSuperseded(), RevisitDue(),
        SuccessionCycle(), SupersededByNothing(), TemplateText(), TitleAndFile(), TwoSuccessors(), UnansweredComment(),
        UndatedRecord(),
    ]

    /// The rules about diagrams, in the order of their names.
    static let diagramRules: [any DiagramRule] = [
        LargeView(), SupersededOnElement(), UndescribedElement(), UndescribedRelationship(), UnknownDiagramReference(),
        UnshownElement(),
    ]

    /// The findings of reading and of every rule, in the order of the files.
    ///
    /// - Parameter today: the day on which the book is looked at; without it no deadline passes.
    package static func findings(in book: Book, today: Day? = nil) -> [Finding] {
        let shelf = RecordShelf(book, today: today)
        let found = rules.flatMap { $0.findings(in: book) } + recordRules.flatMap { $0.findings(in: shelf) }
        let drawn = DiagramShelf(book, records: shelf)
        let inDiagrams = diagramRules.flatMap { $0.findings(in: drawn) }
        return (book.findings + found + inDiagrams).sorted()
    }
}

/// A rule that a book can break.
protocol CheckRule: Sendable {
    /// The findings in a book; none when the rule is kept.
    func findings(in book: Book) -> [Finding]
}
