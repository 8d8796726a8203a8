import Model
import Review
import Terminal

/// The plan of a quiz, as people read it.
struct QuizPlanText {
    private let plan: ReviewPlan
    private let output: CommandOutput

    init(_ plan: ReviewPlan, _ output: CommandOutput) {
        self.plan = plan
        self.output = output
    }

    /// A row for each question: id, title, points, and how it went last time.
    ///
    /// The rows have no numbers of their own, since a question is named by its id or by its number in the book.
    var lines: [String] {
        let style = output.style
        let rows = plan.items.map { item in
            [
                style(.kind, SafeText.line(item.id.rawValue)), style(.strong, SafeText.line(item.entry.title)),
                item.points.map { counted($0, "point") } ?? "short", style(.quiet, QuizPlanText.history(of: item)),
            ]
        }
        return TableLayout([.left, .flexible, .left, .flexible]).lines(rows, width: output.width)
    }

    private static func history(of item: ReviewPlan.Item) -> String {
        guard let (moment, review) = item.last else { return "new" }
        let result = review.score?.description ?? review.grade.word
        let missed = item.question.rubric.filter { review.items[$0.id] == 0 }.map { SafeText.line($0.text) }
        let note = missed.isEmpty ? "" : ", missed: \(missed.joined(separator: "; "))"
        return "\(moment.day) \(result)\(note)"
    }

    /// Says on the stream of errors why there is no question, and what to do.
    static func tellNothingToAsk(of material: QuizMaterial, through output: CommandOutput) -> Outcome {
        output.tell(material.book.entries(of: .question).isEmpty ? emptyBook : noMatch)
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
    private let output: CommandOutput

    init(_ attempts: [Attempt], _ output: CommandOutput) {
        self.attempts = attempts
        self.output = output
    }

    var lines: [String] {
        let rows = attempts.enumerated().map { index, attempt in
            [
                "\(index + 1).", output.style(.strong, SafeText.line(attempt.item.entry.title)),
                attempt.score?.description ?? "",
                output.style(QuizSummary.style(of: attempt.grade), attempt.grade.word),
                QuizSummary.change(of: attempt),
            ]
        }
        let table = TableLayout([.right, .flexible, .right, .left, .left]).lines(rows, width: output.width)
        let indent = String(repeating: " ", count: "\(attempts.count).".utf8.count + 2)
        var lines = total.map { ["Total Score: \($0) (\($0.percent)%)", ""] } ?? []
        for (line, attempt) in zip(table, attempts) {
            lines.append(line)
            for (bullet, tick) in attempt.missed {
                lines.append("\(indent)- \(tick == .half ? "half" : "missed"): \(SafeText.line(bullet.text))")
            }
        }
        return lines
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
