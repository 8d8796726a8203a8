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
    func tellFindings(in world: World) {
        guard !findings.isEmpty else { return }
        let printer = FindingPrinter(style: world.styler(for: .error))
        world.writeError(Array((printer.text(findings) + "\n").utf8))
    }

    /// The id of the question that a user names, by its id or by its number where that is unambiguous.
    func question(named name: String) throws(CommandFailure) -> EntryID {
        let questions = book.entries(of: .question)
        if let entry = questions.first(where: { $0.id.rawValue == name }) { return entry.id }
        let numbered = questions.filter { $0.question?.number.map(String.init) == name }
        if let entry = numbered.first, numbered.count == 1 { return entry.id }
        let similar = numbered.isEmpty ? questions.filter { $0.id.rawValue.contains(name.lowercased()) } : numbered
        throw QuizMaterial.unknownQuestion(name, similar: similar.prefix(5).map(\.id.rawValue))
    }

    private static func unknownQuestion(_ name: String, similar: [String]) -> CommandFailure {
        let shown = SafeText.line(name)
        return similar.isEmpty
            ? CommandFailure(
                "there is no question `\(shown)`; `archbook quiz due` lists them by title, with --json by id")
            : CommandFailure("`\(shown)` does not name one question; did you mean \(similar.joined(separator: ", "))?")
    }
}
