import Model

/// A book as the rules see it, with what several of them ask for worked out once.
struct CheckedBook {
    let book: Book
    let shelf: RecordShelf
    let targets: LinkTargets

    /// - Parameter today: the day on which the book is looked at; without it no deadline passes.
    init(_ book: Book, today: Day?) {
        self.book = book
        shelf = RecordShelf(book, today: today)
        targets = LinkTargets(book)
    }
}

/// A rule that a book can break.
protocol BookRule: Sendable {
    /// The rule's name, its severity and its page in the documentation.
    static var about: RuleDescription { get }

    /// The findings in a book; none when the rule is kept.
    func findings(in checked: CheckedBook) -> [Finding]
}

extension Finding {
    /// A finding of a rule at a place.
    init(_ rule: RuleDescription, at source: Source, _ message: String, fixes: [Fix] = []) {
        self.init(rule, path: source.path, source.range, message, fixes: fixes)
    }

    /// A finding of a rule in a file.
    init(_ rule: RuleDescription, path: String, _ range: SourceRange?, _ message: String, fixes: [Fix] = []) {
        self.init(
            rule: rule.id, severity: rule.severity, path: path, range: range, message: message, fixes: fixes)
    }
}
