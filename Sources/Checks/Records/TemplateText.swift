import Model

/// What a template asks must be answered, not left in place.
struct TemplateText: RecordRule {
    static let about = RuleDescription(
        "record.template-text", .warning,
        means: "the text of a template stands in a record that is in force",
        remedy: "write what it asks for")

    /// Lines that stand in the templates of this program and of adr-tools.
    static let lines = [
        "Which forces are at play, technical and human, and what makes a decision necessary now?",
        "What we will do, in whole sentences and in the active voice: \"We will ...\".",
        "What becomes easier and what becomes harder, for whom, and what we will have to watch from here on.",
        "What is the situation, and which question does it put to us?",
        "What hurts, for whom, and how often?",
        "What we propose, as exactly as a reader needs it to object.",
        "The issue motivating this decision, and any context that influences or constrains the decision.",
        "The change that we're proposing or have agreed to implement.",
        "What becomes easier or more difficult to do and any risks introduced by the change",
    ]

    func findings(in shelf: RecordShelf) -> [Finding] {
        shelf.items.compactMap { item in
            // A draft may still be empty; what is decided may not.
            guard item.record.status.isInForce, let body = item.entry.body,
                let line = Self.lines.first(where: { body.contains($0) })
            else { return nil }
            return Finding(
                Self.about, item,
                "\(item.name) still has the template's text \"\(line.prefix(40))...\"; write what it asks for")
        }
    }
}
