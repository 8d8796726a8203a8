import Model
import Review
import Terminal

/// How a question, its answer and a bullet of its rubric look in a quiz.
struct QuizPage {
    private let style: Styler
    /// The columns to wrap prose to; wider lines are hard to read.
    private let width: Int

    init(_ output: CommandOutput) {
        style = output.style
        width = max(20, min(output.world.terminal.width, 100))
    }

    /// The question as it is asked: title, problem, and tasks.
    func question(_ item: ReviewPlan.Item, number: Int, of count: Int) -> [String] {
        let points = item.points.map { " (\(counted($0, "point")))" } ?? ""
        let title = "Question \(number) of \(count): \(SafeText.line(item.entry.title))\(points)"
        var lines = [""] + TextWrap.lines(title, width: width).map { style(.strong, $0) }
        let problem = item.question.problem.trimmed
        if !problem.isEmpty { lines += [""] + markdown(problem) }
        if !item.question.tasks.isEmpty {
            let tasks = item.question.tasks.enumerated().map { "\($0.offset + 1). \(SafeText.line($0.element))" }
            lines += ["", style(.strong, "Tasks")] + markdown(tasks.joined(separator: "\n"))
        }
        return lines + [""]
    }

    /// The answer to hold one's own against.
    func answer(_ item: ReviewPlan.Item) -> [String] {
        let answer = (item.question.modelAnswer ?? "").trimmed
        let lines = answer.isEmpty ? [QuizPage.noAnswer] : markdown(answer)
        return ["", style(.strong, "Model answer"), ""] + lines + [""]
    }

    /// A bullet to tick, with its place in the rubric and its points.
    func bullet(_ bullet: RubricItem, number: Int, of count: Int) -> [String] {
        let mark = "\(number)/\(count)  "
        return TextWrap.lines(
            "\(SafeText.line(bullet.text)) (\(counted(bullet.points, "point")))",
            width: width,
            indent: mark,
            hanging: String(repeating: " ", count: mark.utf8.count)
        )
    }

    /// What an answer came to.
    func result(_ attempt: Attempt) -> [String] {
        let grade = style(QuizSummary.style(of: attempt.grade), attempt.grade.word)
        return ["", (attempt.score.map { "\($0) (\($0.percent)%): " } ?? "") + "\(grade). Kept."]
    }

    private func markdown(_ text: String) -> [String] { MarkdownLines(style: style, width: width).lines(text) }

    private static let noAnswer = "The book has no model answer to this question."
}
