/// Headings that name a part of a note rather than a thing of its own.
enum SectionWords {
    /// Whether a heading is one of them; numbers and marks around it do not matter.
    static func contains(_ heading: String) -> Bool {
        let words = heading.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }.joined(separator: " ")
        return all.contains(words) || words.hasPrefix("when ") || words.hasPrefix("how ") || words.hasPrefix("why ")
            || words.hasPrefix("когда ") || words.hasPrefix("как ") || words.hasPrefix("почему ")
            || words.hasPrefix("зачем ")
    }

    private static let all: Set<String> = [
        "abstract", "action items", "advantages", "agenda", "alternatives", "anti patterns", "applicability",
        "attendees",
        "background", "benefits", "changelog", "code", "conclusion", "cons", "consequences", "contents", "context",
        "decision", "decisions", "definition", "description", "diagram", "disadvantages", "discussion", "documentation",
        "drawbacks", "example", "examples", "exercises", "faq", "footnotes", "forces", "further reading", "glossary",
        "goals",
        "history", "implementation", "intent", "introduction", "issues", "key learnings", "key principles",
        "liabilities",
        "limitations", "links", "literature", "motivation", "next steps", "notes", "open questions", "overview",
        "participants", "practice", "principles", "problem", "pros", "pros and cons", "questions", "read model",
        "reading",
        "references", "related", "related patterns", "related work", "requirements", "resources",
        "resources references",
        "review", "review questions", "see also", "solution", "sources", "steps", "structure", "summary",
        "table of contents",
        "tasks", "tips", "todo", "trade offs", "tradeoffs", "use cases", "usage", "variants", "what you'll learn",
        "what you’ll learn", "what you ll learn",
        "альтернативы", "введение", "варианты", "вопросы", "вопросы для повторения", "выводы", "вывод", "достоинства",
        "заметки", "заключение", "известные применения", "источники", "итоги", "контекст", "компромиссы", "литература",
        "минусы", "мотивация", "назначение", "недостатки", "обзор", "ограничения", "описание", "определение",
        "оглавление",
        "плюсы", "плюсы и минусы", "последствия", "преимущества", "пример", "примеры", "примечания", "проблема",
        "реализация",
        "резюме", "решение", "связанные паттерны", "силы", "содержание", "см также", "ссылки", "структура",
        "требования",
    ]
}
