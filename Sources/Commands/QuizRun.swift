import Model
import Review
import Terminal

/// One quiz from its plan to its summary, for the commands that ask.
struct QuizRun {
    private(set) var material: QuizMaterial
    private let conduct: QuizConduct
    private let output: CommandOutput
    private let prompter: QuizPrompter

    init(_ material: QuizMaterial, _ conduct: QuizConduct, through output: CommandOutput) {
        self.material = material
        self.conduct = conduct
        self.output = output
        prompter = QuizPrompter(output, isPlain: conduct.plain)
        tellClock()
        var recorder: QuizRecorder? = canAsk ? QuizRecorder(in: material.root, output.world) : nil
        do throws(CommandFailure) {
            try self.material.relink(&recorder, through: output)
        } catch {
            output.tell("\(error)")
        }
    }

    /// Goes on with the session that was not finished; nil when there is none.
    mutating func goOn() throws -> Outcome? {
        guard canAsk, !conduct.fresh, conduct.mode == .review else { return nil }
        let desk = QuizDesk(in: material.root, output.world, through: output)
        guard let record = desk.unfinished else { return nil }
        let state = material.state(on: output.world.studyDay)
        let items = ReviewPlan.items(of: material.book, state, on: output.world.studyDay)
        let known = Dictionary(items.map { ($0.id, $0) }) { first, _ in first }
        let questions = record.questions.compactMap { known[$0] }
        guard questions.count == record.questions.count else {
            output.tell(QuizRun.hasChanged)
            return nil
        }
        let attempts = material.log.answers.filter { $0.answer.session == record.id }.compactMap { kept in
            known[kept.question].map { Attempt(kept, to: $0) }
        }
        let session = ReviewSession(
            ReviewPlan(items: questions), mode: record.mode, at: record.position, attempts: attempts)
        guard let item = session.current else {
            desk.forget()
            return nil
        }
        let place = session.position.ticks.isEmpty ? "" : ", bullet \(session.position.ticks.count + 1)"
        output.tell(
            "Going on with question \(session.position.index + 1) of \(questions.count)\(place): "
                + "\(SafeText.line(item.entry.title)). --fresh begins anew.")
        return try hold(session, state, id: record.id, desk)
    }

    /// Shows the plan of a new session, and holds it when the reader wants to.
    mutating func begin(_ plan: ReviewPlan, introducedBy lines: [String]) throws -> Outcome {
        output.print(lines)
        guard canAsk else {
            output.tell(QuizRun.notATerminal)
            return .done
        }
        defer { prompter.close() }
        guard prompter.choose([.enter("begin")], "Nothing is lost if you stop.") != nil else { return .done }
        let desk = QuizDesk(in: material.root, output.world, through: output)
        let state = material.state(on: output.world.studyDay)
        return try hold(ReviewSession(plan, mode: conduct.mode), state, id: nil, desk)
    }

    /// Keeps the answers of a file, if all of them are right.
    func play(_ file: String) throws -> Outcome {
        let bytes = try QuizAnswers.read(file, in: output.world)
        let day = output.world.studyDay
        let plan = ReviewPlan(all: material.book, material.state(on: day), on: day)
        let answers = QuizAnswers(bytes, for: plan)
        guard answers.problems.isEmpty else {
            let source = file == "-" ? "standard input" : SafeText.line(file)
            let problems = answers.problems.map { "\(source):\($0.line): \($0.message)" }
            output.tell((problems + [QuizRun.nothingKept]).joined(separator: "\n"))
            return .failed
        }
        var recorder = QuizRecorder(in: material.root, output.world)
        for attempt in answers.attempts { _ = try recorder.record(attempt, mode: conduct.mode) }
        output.print(QuizSummary(answers.attempts).lines)
        return .done
    }

    /// Whether somebody is there to answer.
    private var canAsk: Bool { output.world.terminal.inputIsTerminal || conduct.plain }

    private func hold(_ session: ReviewSession, _ state: ReviewState, id: EventID?, _ desk: QuizDesk) throws -> Outcome
    {
        let recorder = QuizRecorder(in: material.root, output.world, session: id)
        defer { prompter.close() }
        var dialogue = QuizDialogue(
            session, on: material, state, recorder: recorder, desk: desk, prompter, through: output)
        try dialogue.run()
        return .done
    }

    /// Says when the clock was set back: answers would then be ordered before those that are older.
    private func tellClock() {
        guard let latest = material.log.events.last?.at,
            latest.milliseconds > output.world.now().milliseconds + 5 * 60_000
        else { return }
        output.tell(
            "The clock stands before the latest answer, of \(latest). Answers are kept in the order of the clock.")
    }

    private static let notATerminal =
        "Nothing was asked, since the input is not a terminal. Answer with `archbook quiz --answers FILE`, or by lines "
        + "with --plain."
    private static let nothingKept = "No answer was kept. Correct the lines and run the command again."
    private static let hasChanged =
        "The session that was begun has questions that are gone from the book; its answers are kept, and a new one "
        + "begins."
}
