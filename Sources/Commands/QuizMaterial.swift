package import Model
package import Review
import Terminal
package import Workspace

/// What a quiz works on: the book, the log of earlier answers, and the schedule.
package struct QuizMaterial: Sendable {
    package var book: Book
    /// The absolute path of the workspace.
    package var root: String
    package var log: ReviewLog
    package var schedule: ReviewSchedule
    /// What is wrong in the files of the log.
    package var findings: [Finding]

    /// The book of a workspace with the answers that are kept there.
    package init(book: Book, root: String, settings: ReviewSettings = ReviewSettings()) {
        let (files, unreadable) = ReviewLogFile.readAll(in: root)
        self.init(book, root: root, ReviewSchedule(settings), ReviewLog(files: files), unreadable)
    }

    private init(_ book: Book, root: String, _ schedule: ReviewSchedule, _ log: ReviewLog, _ unreadable: [Finding]) {
        self.book = book
        self.root = root
        self.log = log
        self.schedule = schedule
        findings = (log.findings + unreadable).sorted()
    }

    /// Reads the book and the log at the same time.
    ///
    /// - Parameter questionsOnly: whether only the questions and exercises of the book are needed, which the index of
    ///   the search has.
    static func load(in world: World, questionsOnly: Bool = false) async throws -> QuizMaterial {
        let workspace = try openWorkspace(in: world)
        let root = workspace.root
        async let kept = readLog(in: root)
        let book =
            if questionsOnly {
                Book(
                    title: workspace.title,
                    entries: await workspace.readQuestions(version: Archbook.version, environment: world.environment))
            } else {
                await workspace.readBook()
            }
        let (log, unreadable) = await kept
        let settings = workspace.settings.review
        var material = QuizMaterial(book, root: root, ReviewSchedule(settings), log, unreadable)
        if let weights = settings.parameters, FSRS.Parameters(weights) == nil { material.findings.append(badWeights) }
        return material
    }

    @concurrent private static func readLog(in root: String) async -> (ReviewLog, [Finding]) {
        let (files, unreadable) = ReviewLogFile.readAll(in: root)
        return (await ReviewLog.read(files), unreadable)
    }

    /// What the log says on a day; answers of later days do not count.
    func state(on day: Day) -> ReviewState { ReviewState(log, schedule: schedule, asOf: day) }

    /// Tells on the stream of errors what is wrong in the log; a quiz goes on without those lines.
    func tellFindings(through output: CommandOutput) {
        if !findings.isEmpty { output.tell(FindingPrinter().text(findings)) }
    }

    /// The question or exercise that a user names: by its number where only one has it, else as any entry is named.
    ///
    /// - Throws: `CommandFailure` when there is none, or more than one.
    func question(named name: String) throws(CommandFailure) -> EntryID {
        let questions = book.entries.filter { ReviewPlan.Item($0) != nil }
        let numbered = questions.filter { $0.question?.number.map(String.init) == name.trimmed }
        if numbered.count > 1 { throw QuizMaterial.severalQuestions(name, numbered) }
        if let only = numbered.first { return only.id }
        return try EntryLookup(Book(title: book.title, entries: questions)).entry(named: name).id
    }

    private static let badWeights = Finding(
        rule: "settings.archbook-yml", severity: .warning, path: WorkspaceSettings.fileName,
        message: "a weight of `review.parameters` is out of the bounds of FSRS-6; the standard ones hold")

    private static func severalQuestions(_ number: String, _ entries: [Entry]) -> CommandFailure {
        let ids = entries.map(\.id.rawValue).joined(separator: ", ")
        return CommandFailure("\(entries.count) questions have the number \(number): \(ids). Name one by its id")
    }
}

extension ReviewSchedule {
    /// The schedule that the settings name.
    init(_ settings: ReviewSettings) {
        self.init(
            algorithm: FSRS(settings.parameters.flatMap(FSRS.Parameters.init) ?? .standard),
            rhythm: settings.algorithm == "fsrs-6" ? .daily : .every(days: 7),
            retention: settings.retention,
            maximumInterval: settings.maximumInterval
        )
    }
}
