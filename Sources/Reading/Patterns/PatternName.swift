import Model

/// The name of a pattern in a heading, and the other names that stand beside it.
struct PatternName: Equatable {
    var title: String
    var aliases: [String] = []
    /// Whether the heading says by its form that it names a pattern.
    var isEvident = false

    /// Reads `Что такое CQRS (Command and Query Responsibility Segregation)?`, `Retry pattern`, `Паттерн Outbox`.
    init(heading: String) {
        title = TextRepair.withoutDebris(heading.trimmed)
        takeQuestionForm()
        takeBrackets()
        takeWordPattern()
    }

    private mutating func takeQuestionForm() {
        guard title.hasSuffix("?") else { return }
        let text = String(title.dropLast()).trimmed
        let lower = text.lowercased()
        for opening in ["what is ", "what are ", "what's ", "что такое ", "що таке "] where lower.hasPrefix(opening) {
            var name = text.unicodeScalars.dropFirst(opening.unicodeScalars.count)
            for article in ["a ", "an ", "the "] where String(name).lowercased().hasPrefix(article) {
                name = name.dropFirst(article.unicodeScalars.count)
            }
            guard !name.isEmpty, !Self.asksOfSomething(String(name).lowercased()) else { return }
            title = (name.first?.properties.uppercaseMapping ?? "") + String(name.dropFirst())
            isEvident = true
            return
        }
    }

    /// Whether a question asks what something has or does: `trade-offs of CQRS`, `difference between A and B`.
    private static func asksOfSomething(_ name: String) -> Bool {
        let words = name.split(whereSeparator: \.isWhitespace)
        let relations = ["of", "between", "in", "for", "to", "with", "when"]
        guard words.count > 2, let relation = words.dropFirst().first(where: { relations.contains(String($0)) }) else {
            return false
        }
        let before = words.prefix { $0 != relation }
        let nouns = [
            "trade-off", "tradeoff", "difference", "advantage", "disadvantage", "benefit", "drawback", "pro", "con",
            "risk", "cost", "reason", "step", "kind", "type", "role", "purpose", "consequence", "alternative", "limit",
            "part", "use", "point", "goal", "downside", "implication", "requirement", "way", "option",
        ]
        return before.contains { word in nouns.contains { word == $0 || word == $0 + "s" } }
    }

    /// A name in brackets at the end is another name of the same thing.
    private mutating func takeBrackets() {
        let bytes = Array(title.utf8)
        guard bytes.last == UInt8(ascii: ")"), let open = bytes.lastIndex(of: UInt8(ascii: "(")) else { return }
        let name = bytes[..<open].trimmed.text
        let inside = bytes[(open + 1)..<(bytes.count - 1)].trimmed.text
        guard !name.isEmpty, inside.unicodeScalars.contains(where: \.properties.isAlphabetic),
            !inside.utf8.contains(UInt8(ascii: "/"))
        else { return }
        title = name
        aliases.append(Self.withoutOtherwise(inside))
        if name.unicodeScalars.count <= 6, name == name.uppercased() { isEvident = true }
    }

    /// What follows "also known as".
    private static func withoutOtherwise(_ text: String) -> String {
        let lower = text.lowercased()
        for opening in ["a.k.a. ", "aka ", "also known as ", "or ", "также ", "или ", "он же "]
        where lower.hasPrefix(opening) {
            return String(text.dropFirst(opening.count)).trimmed
        }
        return text
    }

    private mutating func takeWordPattern() {
        let lower = title.lowercased()
        for ending in [" pattern", " паттерн", " (pattern)"] where lower.hasSuffix(ending) {
            cut(String(title.unicodeScalars.dropLast(ending.unicodeScalars.count)))
            return
        }
        for opening in ["паттерн ", "pattern: ", "шаблон "] where lower.hasPrefix(opening) {
            cut(Authorship.unquoted(String(title.unicodeScalars.dropFirst(opening.unicodeScalars.count))))
            return
        }
    }

    private mutating func cut(_ name: String) {
        guard !name.isBlank else { return }
        aliases.append(title)
        title = name.trimmed
        isEvident = true
    }

    /// Whether a heading names a group of patterns: "Stability patterns", "Паттерны стабильности".
    static func isCategory(_ heading: String) -> Bool {
        let words = HeadingWords.ofLetters(heading)
        guard let first = words.first, let last = words.last, words.count > 1 else { return false }
        return last == "patterns" || last == "паттерны" || first == "паттерны" || first == "patterns"
            || first == "шаблоны"
    }
}
