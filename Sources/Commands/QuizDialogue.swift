import Model
import Review
import Terminal

/// A quiz at the terminal, by lines: what is asked goes to the stream of results, the prompts to that of errors.
struct QuizDialogue {
    private let plan: ReviewPlan
    private var recorder: QuizRecorder
    private let output: CommandOutput
    private let page: QuizPage

    init(_ plan: ReviewPlan, recorder: QuizRecorder, through output: CommandOutput) {
        self.plan = plan
        self.recorder = recorder
        self.output = output
        page = QuizPage(output)
    }

    /// Asks until all is answered, or the reader leaves; each answer is on the disk before the next question.
    ///
    /// - Throws: `CommandFailure` when an answer cannot be kept.
    mutating func run() throws(CommandFailure) {
        let begin = output.world.now()
        output.print([counted(plan.items.count, "question") + "."] + QuizPlanText(plan, output).lines + [""])
        guard prompt("Enter to begin, q to leave. Nothing is lost if you stop. ") != nil else { return }

        var session = ReviewSession(plan)
        var asked = begin
        dialogue: while true {
            switch session.step {
            case .question(let item, let number):
                asked = output.world.now()
                output.print(page.question(item, number: number, of: plan.items.count))
                guard prompt("Enter when you are ready to see the answer, q to leave. ") != nil else { break dialogue }
                session.reveal()
                output.print(page.answer(item))
            case .bullet(let bullet, let number, let item):
                let lines = page.bullet(bullet, number: number, of: item.question.rubric.count)
                guard let tick = askTick(lines) else { break dialogue }
                if let attempt = session.tick(tick) { try keep(attempt, since: asked) }
            case .grade:
                guard let grade = askGrade() else { break dialogue }
                if let attempt = session.grade(grade) { try keep(attempt, since: asked) }
            case .finished: break dialogue
            }
        }
        close(session.attempts, since: begin)
    }

    private mutating func keep(_ attempt: Attempt, since asked: Timestamp) throws(CommandFailure) {
        let time = output.world.now().milliseconds - asked.milliseconds
        try recorder.record(attempt, milliseconds: max(0, time))
        output.print(page.result(attempt))
    }

    private func close(_ attempts: [Attempt], since begin: Timestamp) {
        if !attempts.isEmpty { output.print([""] + QuizSummary(attempts, output).lines) }
        let minutes = max(0, output.world.now().milliseconds - begin.milliseconds) / 60_000
        let time = minutes == 0 ? "less than a minute" : counted(minutes, "minute")
        output.tell("\n\(attempts.count) of \(counted(plan.items.count, "question")) answered in \(time).")
    }

    // MARK: Asking

    /// What the reader types, in small letters; nil to leave, as the end of the input means too.
    private func prompt(_ text: String) -> String? {
        output.world.writeError(Array(text.utf8))
        guard let line = output.world.readLine() else {
            // The cursor still stands behind the prompt.
            output.tell("")
            return nil
        }
        let reply = line.trimmed.lowercased()
        return ["q", "quit"].contains(reply) ? nil : reply
    }

    /// Asks until the reply is one of those that `read` knows; nil to leave.
    private func ask<Answer>(_ question: String, _ hint: String, read: (String) -> Answer?) -> Answer? {
        while let reply = prompt(question) {
            if let answer = read(reply) { return answer }
            output.tell(hint)
        }
        return nil
    }

    private func askTick(_ bullet: [String]) -> Tick? {
        let question = bullet.joined(separator: "\n") + "\n     [y]es / [h]alf / [n]o / [q]uit: "
        return ask(question, "Type y, h, n or q.") { reply in
            switch reply {
            case "y", "yes": .full
            case "h", "half": .half
            case "n", "no": Tick.none
            default: nil
            }
        }
    }

    private func askGrade() -> Grade? {
        let question = "How well did you know it? [1] again / [2] hard / [3] good / [4] easy / [q]uit: "
        return ask(question, "Type 1, 2, 3, 4 or q.") { Int($0).flatMap(Grade.init(rawValue:)) }
    }
}
