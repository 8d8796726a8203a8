import Model
import Review
import Terminal
import Workspace

/// Where a session keeps what is not finished: its place, and the drafts of answers.
struct QuizDesk {
    private let world: World
    private let root: String
    /// The folder of the session; nil while another quiz has it, or when it cannot be made.
    private let folder: SessionFolder?

    /// Takes the desk, and says so when it is taken already.
    init(in root: String, _ world: World, through output: CommandOutput) {
        self.world = world
        self.root = root
        do throws(FileError) {
            folder = try SessionFolder(in: root)
            if folder == nil { output.tell(QuizDesk.isTaken) }
        } catch {
            folder = nil
            output.tell("This session cannot be gone on with later, though its answers are kept: \(error)")
        }
    }

    /// The session that was begun and not finished.
    var unfinished: SessionRecord? { folder?.session().flatMap { SessionRecord(line: Array($0.trimmed)) } }

    /// Keeps the reader's place; a place that cannot be kept costs no answer.
    func keep(_ session: ReviewSession, id: EventID) {
        let record = SessionRecord(
            id: id, mode: session.mode, questions: session.items.map(\.id), position: session.position)
        try? folder?.keep(record.line)
    }

    func forget() { try? folder?.finish() }

    // MARK: Drafts

    /// What a draft begins with: the title and the tasks.
    static func template(_ item: ReviewPlan.Item) -> String {
        let tasks = item.question.tasks.enumerated().map { "\($0.offset + 1). \($0.element)\n\n\n" }
        return "# \(item.entry.title)\n\n" + (tasks.isEmpty ? "\n" : tasks.joined())
    }

    /// What the reader has written so far; nil when that is nothing.
    func draft(_ item: ReviewPlan.Item) -> String? {
        guard let text = AnswerFiles.text(AnswerFiles.draft(of: item.id.rawValue), in: root) else { return nil }
        return text.trimmed == QuizDesk.template(item).trimmed ? nil : text
    }

    /// What the reader has written, without the lines that the draft began with: those prove nothing.
    func ownWords(_ item: ReviewPlan.Item) -> String? {
        guard let text = draft(item) else { return nil }
        let given = Set(QuizDesk.template(item).split(separator: "\n").map(\.trimmed))
        return text.split(separator: "\n").filter { !given.contains($0.trimmed) }.joined(separator: "\n")
    }

    /// Lets the reader write in the editor of the environment; the draft is on the disk before it opens.
    ///
    /// - Returns: what to tell the reader.
    func edit(_ item: ReviewPlan.Item) -> String {
        let path = AnswerFiles.draft(of: item.id.rawValue)
        do throws(FileError) {
            try AnswerFiles.begin(path, QuizDesk.template(item), in: root)
        } catch {
            return "The draft could not be made: \(error)"
        }
        let editors = ["VISUAL", "EDITOR"].compactMap { world.environment[$0]?.trimmed }.filter { !$0.isEmpty }
        guard let editor = editors.first else {
            return "Neither VISUAL nor EDITOR is set. Write into \(path) with any editor, then go on here."
        }
        switch world.runProgram(editor, ["\(root)/\(path)"]) {
        case .exited(0): break
        case .exited(127): return "The editor `\(SafeText.line(editor))` was not found. The draft is \(path)."
        case .exited(let code): return "The editor ended with code \(code). What it wrote is in \(path)."
        case .killed(let signal): return "The editor was ended by signal \(signal). What it wrote is in \(path)."
        case .notStarted(let reason): return "The editor could not be started: \(reason). The draft is \(path)."
        }
        guard let text = draft(item) else {
            let isThere = AnswerFiles.text(path, in: root) != nil
            return isThere ? "The draft is empty still." : "The draft \(path) is gone; e makes a new one."
        }
        let words = text.split(whereSeparator: \.isWhitespace).count
        return "The draft has \(counted(words, "word")): \(path)."
    }

    /// Puts the draft of a finished answer beside the log.
    func file(_ item: ReviewPlan.Item, as path: String, through output: CommandOutput) {
        do throws(FileError) {
            try AnswerFiles.finish(AnswerFiles.draft(of: item.id.rawValue), as: path, in: root)
        } catch {
            output.tell("The answer is graded and kept, but its text stays where it was: \(error)")
        }
    }

    /// Makes a draft again of the text of an answer that was taken back.
    func reopen(_ attempt: Attempt) {
        guard let path = attempt.answerPath else { return }
        AnswerFiles.reopen(path, as: AnswerFiles.draft(of: attempt.item.id.rawValue), in: root)
    }

    private static let isTaken =
        "Another quiz is open in this workspace. This one keeps its answers too, but cannot be gone on with later."
}
