import Model
import Review
import Terminal

/// A quiz at the terminal, by lines: what is asked goes to the stream of results, the prompts to that of errors.
struct QuizDialogue {
    private let plan: ReviewPlan
    private var recorder: QuizRecorder
    private let world: World
    private let style: Styler

    init(_ plan: ReviewPlan, recorder: QuizRecorder, in world: World) {
        self.plan = plan
        self.recorder = recorder
        self.world = world
        style = world.styler()
    }

    /// Asks until all is answered, or the reader leaves; each answer is on the disk before the next question.
    mutating func run() throws {
        let begin = world.now()
        show(QuizPlanText(plan, in: world).text)
        guard prompt("Enter to begin, q to leave. Nothing is lost if you stop. ") != .quit else { return }

        var session = ReviewSession(plan)
        var asked = begin
        dialogue: while true {
            switch session.step {
            case .question(let item, let number):
                asked = world.now()
                show("\n" + questionText(item, number: number))
                guard prompt("Enter when you are ready to see the answer, q to leave. ") != .quit else {
                    break dialogue
                }
                session.reveal()
                show("\n" + answerText(item))
            case .bullet(let bullet, let number, let item):
                guard let tick = askTick(bullet, number: number, of: item) else { break dialogue }
                if let attempt = session.tick(tick) { try keep(attempt, since: asked) }
            case .grade:
                guard let grade = askGrade() else { break dialogue }
                if let attempt = session.grade(grade) { try keep(attempt, since: asked) }
            case .finished: break dialogue
            }
        }
        close(session.attempts, since: begin)
    }

    private mutating func keep(_ attempt: Attempt, since asked: Timestamp) throws {
        try recorder.record(attempt, milliseconds: max(0, world.now().milliseconds - asked.milliseconds))
        let grade = style(QuizSummary.style(of: attempt.grade), attempt.grade.word)
        show("\n" + (attempt.score.map { "\($0) (\($0.percent)%): \(grade). Kept.\n" } ?? "\(grade). Kept.\n"))
    }

    private func close(_ attempts: [Attempt], since begin: Timestamp) {
        if !attempts.isEmpty { show("\n" + QuizSummary(attempts, in: world).text) }
        let minutes = max(0, world.now().milliseconds - begin.milliseconds) / 60_000
        let time = minutes == 0 ? "less than a minute" : counted(minutes, "minute")
        world.writeError(
            Array("\n\(attempts.count) of \(counted(plan.items.count, "question")) answered in \(time).\n".utf8))
    }

    private func show(_ text: String) { world.writeOutput(Array(text.utf8)) }
}

// MARK: - What is shown

extension QuizDialogue {
    private func questionText(_ item: ReviewPlan.Item, number: Int) -> String {
        let points = item.points.map { " (\(counted($0, "point")))" } ?? ""
        let title = "Question \(number) of \(plan.items.count): \(SafeText.line(item.entry.title))\(points)"
        let question = item.question
        let tasks = question.tasks.enumerated().map { ("\($0.offset + 1). ", $0.element) }
        let parts = [
            wrapped(title).map { style(.strong, $0) }.joined(separator: "\n"),
            shown(markdown: question.problem),
            list("Requirements", question.requirements.map { ("- ", $0) }),
            list("Tasks", tasks),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n\n"
    }

    private func answerText(_ item: ReviewPlan.Item) -> String {
        let answer = shown(markdown: item.question.modelAnswer ?? "")
        return [style(.strong, "Model answer"), answer.isEmpty ? QuizDialogue.noAnswer : answer]
            .joined(separator: "\n\n") + "\n\n"
    }

    /// Markdown as it is written, without blank lines at its ends.
    private func shown(markdown: String) -> String { SafeText.block(markdown).trimmed }

    private func list(_ title: String, _ items: [(mark: String, text: String)]) -> String {
        guard !items.isEmpty else { return "" }
        let lines = items.flatMap { item in
            TextWrap.lines(
                SafeText.line(item.text), width: world.terminal.width, indent: item.mark,
                hanging: String(repeating: " ", count: item.mark.utf8.count))
        }
        return ([style(.strong, title)] + lines).joined(separator: "\n")
    }

    private func wrapped(_ text: String) -> [String] { TextWrap.lines(text, width: world.terminal.width) }

    private static let noAnswer = "The book has no model answer to this question."
}

// MARK: - What is asked

extension QuizDialogue {
    /// What a reader typed at a prompt.
    private enum Reply: Equatable {
        case enter, quit
        case text(String)
    }

    /// Asks once; the end of the input means to leave.
    private func prompt(_ text: String) -> Reply {
        world.writeError(Array(text.utf8))
        guard let line = world.readLine() else {
            // The cursor still stands behind the prompt.
            world.writeError([.lineFeed])
            return .quit
        }
        switch line.trimmed.lowercased() {
        case "": return .enter
        case "q", "quit": return .quit
        case let text: return .text(text)
        }
    }

    /// Asks until the reply is one of those that `read` knows; nil to leave.
    private func ask<Answer>(_ question: String, _ hint: String, read: (String) -> Answer?) -> Answer? {
        while true {
            switch prompt(question) {
            case .quit: return nil
            case .text(let text):
                if let answer = read(text) { return answer }
            case .enter: break
            }
            world.writeError(Array("\(hint)\n".utf8))
        }
    }

    private func askTick(_ bullet: RubricItem, number: Int, of item: ReviewPlan.Item) -> Tick? {
        let mark = "\(number)/\(item.question.rubric.count)  "
        let lines = TextWrap.lines(
            "\(SafeText.line(bullet.text)) (\(counted(bullet.points, "point")))", width: world.terminal.width,
            indent: mark, hanging: String(repeating: " ", count: mark.utf8.count))
        let question = lines.joined(separator: "\n") + "\n     [y]es / [h]alf / [n]o / [q]uit: "
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
        ask("How well did you know it? [1] again / [2] hard / [3] good / [4] easy / [q]uit: ", "Type 1, 2, 3, 4 or q.")
        {
            Int($0).flatMap(Grade.init(rawValue:))
        }
    }
}
