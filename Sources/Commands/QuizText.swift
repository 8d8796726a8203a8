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

    /// A row for each question: id, title, points, chance of a right answer, and how it went last time.
    ///
    /// - Parameter limit: the number of rows; the others are counted in a line of their own.
    func lines(limit: Int = .max) -> [String] {
        let style = output.style
        let rows = plan.items.prefix(limit).map { item in
            [
                style(.kind, SafeText.line(item.id.rawValue)), style(.strong, SafeText.line(item.entry.title)),
                QuizPlanText.worth(of: item), QuizPlanText.recall(of: item),
                style(.quiet, QuizPlanText.history(of: item)),
            ]
        }
        let table = TableLayout([.left, .flexible, .left, .left, .flexible]).lines(rows, width: output.width)
        return plan.items.count > limit ? table + ["and \(plan.items.count - limit) more"] : table
    }

    /// The opening line of a session: how many questions, how long, and where they come from.
    var headline: String { "\(counted(plan.items.count, "question")), about \(counted(plan.minutes, "minute"))." }

    static func worth(of item: ReviewPlan.Item) -> String {
        item.points.map { counted($0, "point") } ?? item.kind.rawValue
    }

    static func recall(of item: ReviewPlan.Item) -> String {
        item.retrievability.map { "recall \(Int(($0 * 100).rounded())) %" } ?? "new"
    }

    static func history(of item: ReviewPlan.Item) -> String {
        guard let last = item.last else { return "" }
        let result = last.answer.score?.description ?? last.answer.grade.word
        let missed = item.question.rubric.filter { last.answer.items[$0.id] == 0 }.map { SafeText.line($0.text) }
        let note = missed.isEmpty ? "" : ", missed: \(missed.joined(separator: "; "))"
        return "\(last.at.day) \(result)\(note)"
    }

    /// Says on the stream of errors why there is no question, and what to do.
    static func tellNothingToAsk(
        of material: QuizMaterial, _ state: ReviewState, on day: Day, _ filter: QuestionFilter,
        through output: CommandOutput
    ) -> Outcome {
        let all = ReviewPlan(all: material.book, state, on: day, filter: filter).items
        let next = all.compactMap(\.due).filter { $0 > day }.min()
        if material.book.entries.allSatisfy({ ReviewPlan.Item($0) == nil }) {
            output.tell(emptyBook)
        } else if let next {
            let count = all.count { $0.due == next }
            output.tell(
                "Nothing is due. Next: \(counted(count, "question")) on \(next). `archbook quiz week` and "
                    + "`archbook quiz --cram` ask before that.")
        } else {
            output.tell(noMatch)
        }
        return .no
    }

    private static let emptyBook = """
        There are no questions in this book yet. A heading such as `### Question 1: Order saga (40 points)` makes a \
        long one, a heading that is a question a short one.
        """
    private static let noMatch = "No question matches. `archbook list questions` names them all."
}

/// What a session came to, in the layout of the summary of a review week.
struct QuizSummary {
    private let attempts: [Attempt]

    init(_ attempts: [Attempt]) { self.attempts = attempts }

    /// The heading, the total, and a numbered line for each question with its score in brackets.
    var lines: [String] {
        guard !attempts.isEmpty else { return [] }
        var lines = ["## Weekly Review Summary", ""]
        if let total { lines += ["**Total Score: \(total) (\(total.percent)%)**", ""] }
        for (index, attempt) in attempts.enumerated() {
            let result = attempt.score.map(\.description) ?? attempt.grade.word
            let title = SafeText.line(attempt.item.entry.title)
            lines.append("\(index + 1). **\(title) (\(result))** - \(remark(on: attempt))")
        }
        return lines
    }

    /// The sum of all scores; nil when no question has points.
    private var total: Score? {
        let scores = attempts.compactMap(\.score)
        return scores.isEmpty
            ? nil : scores.reduce(Score(0, of: 0)) { Score($0.points + $1.points, of: $0.full + $1.full) }
    }

    private func remark(on attempt: Attempt) -> String {
        var parts = attempt.score == nil ? [] : [attempt.grade.word]
        parts.append(QuizSummary.change(of: attempt))
        let missed = attempt.missed.map { bullet, tick in
            (tick == .half ? "half of " : "") + SafeText.line(bullet.text)
        }
        return parts.joined(separator: ", ") + (missed.isEmpty ? "" : "; missed: \(missed.joined(separator: "; "))")
    }

    /// How the score changed since the last answer to the same question, in points, or in per cent of another rubric.
    static func change(of attempt: Attempt) -> String {
        guard let last = attempt.item.last else { return "first answer" }
        guard let score = attempt.score, let before = last.answer.score else {
            return "\(last.answer.grade.word) on \(last.at.day)"
        }
        if score.full != before.full { return "\(before.percent) % on \(last.at.day)" }
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
