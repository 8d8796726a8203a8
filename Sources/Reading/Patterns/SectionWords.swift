import Model

/// Headings that name a part of a document rather than a thing of its own.
enum SectionWords {
    /// Whether a heading is one of them; numbers and marks around it do not matter.
    static func contains(_ heading: String) -> Bool {
        let words = normalized(heading)
        return patternParts.contains(words) || parts.contains(words) || otherDocuments.contains(words)
            || questions.contains { words.hasPrefix($0) }
    }

    /// Whether a heading is one of those that notes on patterns are made of.
    static func isPartOfPattern(_ heading: String) -> Bool { patternParts.contains(normalized(heading)) }

    /// Whether a heading is one of those that manuals, minutes and records have, which describe no pattern.
    static func isOfOtherDocument(_ heading: String) -> Bool { otherDocuments.contains(normalized(heading)) }

    /// Whether a text speaks of patterns.
    static func speaksOfPattern(_ text: String) -> Bool {
        let lower = text.lowercased()
        return lower.holds("pattern") || lower.holds("паттерн") || lower.holds("шаблон")
    }

    /// The words of a heading in lower case with single spaces between them.
    private static func normalized(_ heading: String) -> String {
        HeadingWords.joined(heading)
    }

    private static func set(_ lines: String) -> Set<String> {
        Set(lines.split(whereSeparator: { $0 == "," || $0.isNewline }).map(\.trimmed).filter { !$0.isEmpty })
    }

    private static let questions = ["when ", "how ", "why ", "когда ", "как ", "почему ", "зачем "]

    private static let patternParts = set(
        """
        advantages, alternatives, anti patterns, applicability, benefits, cons, consequences, disadvantages, drawbacks,
        forces, intent, known uses, liabilities, limitations, motivation, problem, pros, pros and cons, related patterns,
        solution, structure, trade offs, tradeoffs, use cases, variants, when not to use, when to use, when to use it
        достоинства, известные применения, компромиссы, когда использовать, когда не использовать, когда применять,
        минусы, мотивация, назначение, недостатки, плюсы, плюсы и минусы, последствия, преимущества, проблема, решение,
        связанные паттерны, силы
        """)

    private static let parts = set(
        """
        abstract, background, code, conclusion, contents, context, definition, description, diagram,
        discussion, documentation, example, examples, exercises, footnotes, further reading, glossary, goals, history,
        implementation, introduction, issues, key learnings, key principles, links, literature, notes, open questions,
        overview, participants, practice, principles, questions, read model, reading, references, related,
        related work, requirements, resources, resources references, review, review questions, see also, sources,
        steps, summary, table of contents, tips, toc, usage, what you'll learn, what you’ll learn, what you ll learn
        альтернативы, введение, варианты, вопросы, вопросы для повторения, вывод, выводы, заключение, заметки,
        источники, итоги, контекст, литература, материалы, обзор, ограничения, оглавление, описание, определение,
        пример, примеры, примечания, реализация, резюме, см также, содержание, ссылки, структура, требования
        """)

    private static let otherDocuments = set(
        """
        acknowledgements, acknowledgments, action items, agenda, attendees, authors, build, building, changelog,
        configuration, contributing, contributors, credits, deciders, decision, decision outcome, decisions, deployment,
        development, faq, features, getting started, install, installation, license, licence, next steps, prerequisites,
        quick start, quickstart, roadmap, setup, status, support, tasks, testing, tests, todo, to do, troubleshooting
        домашнее задание, задачи, лицензия, повестка, присутствовали, решения, статус, участники, установка
        """)
}
