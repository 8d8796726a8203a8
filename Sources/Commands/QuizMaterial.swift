package import Model
package import Review
import Terminal
import Workspace

/// What a quiz works on: the book, and the log of earlier answers.
package struct QuizMaterial: Sendable {
    package var book: Book
    /// The absolute path of the workspace.
    package var root: String
    package var log: ReviewLog
    /// What is wrong in the files of the log.
    package var findings: [Finding]

    /// The book of a workspace with the answers that are kept there.
    package init(book: Book, root: String) {
        self.book = book
        self.root = root
        let (files, unreadable) = ReviewLogFile.readAll(in: root)
        log = ReviewLog(files: files)
        findings = (log.findings + unreadable).sorted()
    }

    static func load(in world: World) async throws -> QuizMaterial {
        let loaded = try await loadBook(in: world)
        return QuizMaterial(book: loaded.book, root: loaded.workspace.root)
    }

    func plan(_ filter: QuestionFilter) -> ReviewPlan { ReviewPlan(book, log: log, filter: filter) }

    /// Tells on the stream of errors what is wrong in the log; a quiz goes on without those lines.
    func tellFindings(through output: CommandOutput) {
        if !findings.isEmpty { output.tell(FindingPrinter().text(findings)) }
    }

    /// The question that a user names: by its number where only one has it, else as any entry is named.
    ///
    /// - Throws: `CommandFailure` when there is none, or more than one.
    func question(named name: String) throws(CommandFailure) -> EntryID {
        let questions = book.entries(of: .question)
        let numbered = questions.filter { $0.question?.number.map(String.init) == name.trimmed }
        if numbered.count > 1 { throw QuizMaterial.severalQuestions(name, numbered) }
        if let only = numbered.first { return only.id }
        return try EntryLookup(Book(title: book.title, entries: questions)).entry(named: name).id
    }

    private static func severalQuestions(_ number: String, _ entries: [Entry]) -> CommandFailure {
        let ids = entries.map(\.id.rawValue).joined(separator: ", ")
        return CommandFailure("\(entries.count) questions have the number \(number): \(ids). Name one by its id")
    }
}
