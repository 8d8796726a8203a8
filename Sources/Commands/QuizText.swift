import Model
import Review
import Terminal

/// The plan of a quiz, as people read it.
struct QuizPlanText {
    private let plan: ReviewPlan
    private let world: World

    init(_ plan: ReviewPlan, in world: World) {
        self.plan = plan
        self.world = world
    }

    /// How many questions there are, and a row for each: number, title, points, and how it went last time.
    var text: String {
        let style = world.styler()
        let rows = plan.items.enumerated().map { index, item in
            [
                "", "\(index + 1)", style(.strong, SafeText.line(item.entry.title)),
                item.points.map { counted($0, "point") } ?? "short", style(.quiet, QuizPlanText.history(of: item)),
            ]
        }
        let width = world.terminal.outputIsTerminal ? world.terminal.width : nil
        let lines = TableLayout([.left, .right, .flexible, .left, .flexible]).lines(rows, width: width)
        return ([counted(plan.items.count, "question") + "."] + lines).joined(separator: "\n") + "\n"
    }

    private static func history(of item: ReviewPlan.Item) -> String {
        guard let (moment, review) = item.last else { return "new" }
        let result = review.score?.description ?? review.grade.word
        let missed = item.question.rubric.filter { review.items[$0.id] == 0 }.map { SafeText.line($0.text) }
        let note = missed.isEmpty ? "" : ", missed: \(missed.joined(separator: "; "))"
        return "\(moment.day) \(result)\(note)"
    }

    /// Says on the stream of errors why there is no question, and what to do.
    static func tellNothingToAsk(of material: QuizMaterial, in world: World) -> Outcome {
        let isEmpty = material.book.entries(of: .question).isEmpty
        world.writeError(Array("\(isEmpty ? emptyBook : noMatch)\n".utf8))
        return .no
    }

    private static let emptyBook = """
        There are no questions in this book yet. A heading such as `### Question 1: Order saga (40 points)` makes a \
        long one, a heading that is a question a short one.
        """
    private static let noMatch = "No question matches. `archbook quiz due` lists them all."
}

/// What a session came to, in the layout of a review week's summary: the total, then a line for each question.
struct QuizSummary {
    private let attempts: [Attempt]
    private let world: World

    init(_ attempts: [Attempt], in world: World) {
        self.attempts = attempts
        self.world = world
    }

    var text: String {
        let style = world.styler()
        let rows = attempts.enumerated().map { index, attempt in
            [
                "\(index + 1).", style(.strong, SafeText.line(attempt.item.entry.title)),
                attempt.score?.description ?? "", style(QuizSummary.style(of: attempt.grade), attempt.grade.word),
                QuizSummary.change(of: attempt),
            ]
        }
        let width = world.terminal.outputIsTerminal ? world.terminal.width : nil
        let lines = TableLayout([.right, .flexible, .right, .left, .left], gap: 2).lines(rows, width: width)
        let indent = String(repeating: " ", count: "\(attempts.count).".utf8.count + 2)
        var text = total.map { "Total Score: \($0) (\($0.percent)%)\n\n" } ?? ""
        for (line, attempt) in zip(lines, attempts) {
            text += line + "\n"
            for (bullet, tick) in attempt.missed {
                text += "\(indent)- \(tick == .half ? "half" : "missed"): \(SafeText.line(bullet.text))\n"
            }
        }
        return text
    }

    /// The sum of all scores; nil when no question has points.
    private var total: Score? {
        let scores = attempts.compactMap(\.score)
        return scores.isEmpty
            ? nil : scores.reduce(Score(0, of: 0)) { Score($0.points + $1.points, of: $0.full + $1.full) }
    }

    /// How the score changed since the last answer to the same question.
    private static func change(of attempt: Attempt) -> String {
        guard let last = attempt.item.last else { return "first answer" }
        guard let score = attempt.score, let before = last.review.score, before.full == score.full else {
            return "\(last.review.grade.word) on \(last.at.day)"
        }
        let difference = score.points - before.points
        let sign = difference > 0 ? "+" : difference < 0 ? "-" : "±"
        return "\(sign)\(Score.shown(abs(difference))) since \(last.at.day)"
    }

    static func style(of grade: Grade) -> TextStyle {
        switch grade {
        case .again: .error
        case .hard: .warning
        case .good, .easy: .success
        }
    }
}
