import Model
import Review
import Terminal

/// How a question, its answer and a bullet of its rubric look in a quiz.
struct QuizPage {
    private let style: Styler
    /// The columns to wrap prose to; wider lines are hard to read.
    private let width: Int
    /// The columns of the whole screen.
    private let screen: Int

    init(_ output: CommandOutput, columns: Int? = nil) {
        style = output.style
        screen = columns ?? output.world.terminal.width
        width = max(20, min(screen, 100))
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

    /// The titles of the bullets, without their points.
    func hint(_ item: ReviewPlan.Item) -> [String] {
        let bullets = item.question.rubric.map { "- \(SafeText.line($0.text))" }
        return ["", style(.strong, "A good answer has")] + markdown(bullets.joined(separator: "\n")) + [""]
    }

    /// The model answer in its sections, the first beside the reader's own text where both fit the screen.
    func answer(_ item: ReviewPlan.Item, draft: String?) -> [[String]] {
        let answer = (item.question.modelAnswer ?? "").trimmed
        guard !answer.isEmpty else { return [["", QuizPage.noAnswer, ""]] }
        let sections = QuizPage.sections(of: answer)
        let heading = style(.strong, "Model answer")
        var screens = sections.map { markdown($0) + [""] }
        if let draft, let both = sideBySide(heading, sections[0], draft) {
            screens[0] = both
        } else {
            screens[0] = ["", heading, ""] + screens[0]
        }
        return screens
    }

    /// What became of the rubric since the latest answer; nothing when it is the same.
    func rubricChange(_ item: ReviewPlan.Item) -> [String] {
        guard let change = item.rubricChange, let last = item.last else { return [] }
        var parts: [String] = []
        if !change.added.isEmpty { parts.append("\(change.added.count) new") }
        if change.removed > 0 { parts.append("\(change.removed) gone") }
        let text = "The rubric has changed since \(last.at.day): \(parts.joined(separator: ", "))."
        let names = change.added.map { "+ \(SafeText.line($0.text))" }
        return [""] + TextWrap.lines(text, width: width).map { style(.warning, $0) } + names
    }

    /// The reader's own text.
    func draft(_ text: String) -> [String] { ["", style(.strong, "Your answer"), ""] + markdown(text.trimmed) + [""] }

    /// A bullet to tick, with its place in the rubric, its points, and what the draft says of it.
    func bullet(
        _ bullet: RubricItem, number: Int, of count: Int, evidence: (found: [String], missing: [String])?
    ) -> [String] {
        let mark = "\(number)/\(count)  "
        let indent = String(repeating: " ", count: mark.utf8.count)
        var lines = TextWrap.lines(
            "\(SafeText.line(bullet.textWithoutPoints)) (\(counted(bullet.points, "point")))", width: width,
            indent: mark, hanging: indent)
        if let evidence, !(evidence.found + evidence.missing).isEmpty {
            let total = evidence.found.count + evidence.missing.count
            let found = evidence.found.isEmpty ? "" : ": \(evidence.found.joined(separator: ", "))"
            let missing = evidence.missing.isEmpty ? "" : "; not found: \(evidence.missing.joined(separator: ", "))"
            let text = SafeText.line("your text mentions \(evidence.found.count) of \(total)\(found)\(missing)")
            lines += TextWrap.lines(text, width: width, indent: indent).map { style(.quiet, $0) }
        }
        return lines
    }

    // MARK: Sections

    /// Two texts in two columns; nil when the screen is too narrow for them, or for a line that cannot be broken.
    private func sideBySide(_ heading: String, _ section: String, _ draft: String) -> [String]? {
        guard screen >= QuizPage.widthForTwo else { return nil }
        let columns = (screen - 3) / 2
        let filler = MarkdownLines(style: style, width: columns)
        let left = [heading, ""] + filler.lines(section)
        let right = [style(.strong, "Your answer"), ""] + filler.lines(draft.trimmed)
        guard left.allSatisfy({ TextWrap.width(of: $0) <= columns }) else { return nil }
        let rows = (0..<max(left.count, right.count)).map { row in
            let first = row < left.count ? left[row] : ""
            return row < right.count ? "\(TextWrap.padded(first, to: columns)) │ \(right[row])" : first
        }
        return [""] + rows + [""]
    }

    /// The lines of a text in sections, each beginning with a heading or a label in bold outside of code.
    private static func sections(of text: String) -> [String] {
        var sections: [[Substring]] = []
        var isCode = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let start = line.drop { $0 == " " }
            let isLabel = start.hasPrefix("#") || start.hasPrefix("**")
            if sections.isEmpty || isLabel && !isCode { sections.append([]) }
            if start.hasPrefix("```") || start.hasPrefix("~~~") { isCode.toggle() }
            sections[sections.count - 1].append(line)
        }
        return sections.map { $0.joined(separator: "\n").trimmingTrailingLines }
    }

    private func markdown(_ text: String) -> [String] { MarkdownLines(style: style, width: width).lines(text) }

    private static let noAnswer = "The book has no model answer to this question."
    /// The columns from which on two texts stand side by side.
    private static let widthForTwo = 120
}

extension String {
    /// The text without white space at its end; what indents its first line stays.
    fileprivate var trimmingTrailingLines: String {
        let bytes = Array(utf8)
        let end = bytes.lastIndex { !$0.isWhitespace }.map { $0 + 1 } ?? 0
        return bytes[..<end].text
    }
}
