import Model

/// Reads the headings of review weeks.
enum ReviewHeadings {
    /// `Question 3: E-Commerce Order Saga (40 points)`.
    struct QuestionHeading: Equatable {
        var number: Int?
        var title: String
        var points: Int?
    }

    /// The number, title and points of a question's heading; nil when a heading is none.
    static func question(_ heading: String) -> QuestionHeading? {
        let text = heading.trimmed
        guard
            let word = ["question ", "вопрос ", "problem ", "задача "].first(where: { text.lowercased().hasPrefix($0) })
        else {
            return nil
        }
        let rest = text.dropFirst(word.count)
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        let after = rest.dropFirst(digits.count)
        guard !digits.isEmpty, after.isEmpty || ":.)-–— ".contains(after.prefix(1)) else { return nil }
        let (title, points) = withoutPoints(Separators.droppingLeading(String(after.drop { ".) ".contains($0) })))
        return QuestionHeading(number: Int(digits), title: title.isEmpty ? text : title, points: points)
    }

    /// `Week 7: Asynchronous Systems - Weekly Review`.
    static func week(_ heading: String) -> ReviewWeek.Name? {
        let text = heading.trimmed
        guard let word = ["week ", "неделя "].first(where: { text.lowercased().hasPrefix($0) }) else { return nil }
        let rest = text.dropFirst(word.count)
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits) else { return nil }
        var title = Separators.droppingLeading(String(rest.dropFirst(digits.count)))
        for ending in ["weekly review", "review", "повторение"] where title.lowercased().hasSuffix(ending) {
            title = Separators.droppingTrailing(String(title.dropLast(ending.count)))
            break
        }
        return ReviewWeek.Name(number: number, title: title.isEmpty ? text : title)
    }

    /// Whether a heading names something to build: `Practice Exercise`, `Exercise 2: …`.
    static func exercise(_ heading: String) -> String? {
        let text = heading.trimmed
        let lower = text.lowercased()
        let words = [
            "practice exercises", "practice exercise", "exercises", "exercise", "практические задания",
            "практическое задание", "упражнения", "упражнение",
        ]
        for word in words where lower.hasPrefix(word) {
            let rest = text.dropFirst(word.count)
            guard rest.isEmpty || ": .-–—0123456789".contains(rest.prefix(1)) else { return nil }
            let title = rest.drop { $0.isNumber || $0 == " " || $0 == "." }
            return withoutPoints(Separators.droppingLeading(String(title))).title
        }
        return nil
    }

    /// Whether a heading announces several exercises.
    static func namesExercises(_ heading: String) -> Bool {
        let lower = heading.lowercased()
        return ["exercises", "упражнения", "задания"].contains { lower.contains($0) }
    }

    /// Whether a heading opens the summary of a week.
    static func isSummary(_ heading: String) -> Bool {
        let lower = heading.lowercased()
        return lower.contains("summary") || lower.hasPrefix("итог")
    }

    /// Whether a heading opens the list of what a week taught.
    static func isLearnings(_ heading: String) -> Bool {
        let lower = heading.lowercased()
        return lower.contains("learnings") || lower.contains("takeaways") || lower.contains("выводы")
    }

    /// A title and the points in brackets at its end: `(40 points)`, `[40 pts]`, `(40 баллов)`.
    private static func withoutPoints(_ text: String) -> (title: String, points: Int?) {
        let text = text.trimmed
        guard let last = text.last, last == ")" || last == "]" else { return (text, nil) }
        guard let open = text.lastIndex(of: last == ")" ? "(" : "[") else { return (text, nil) }
        let inside = text[text.index(after: open)...].dropLast()
        guard let points = RubricPoints.statedPoints(String(inside)) else { return (text, nil) }
        return (String(text[..<open]).trimmed, points)
    }
}
