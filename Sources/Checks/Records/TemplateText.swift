import Model

/// What a template asks must be answered, not left in place.
struct TemplateText: RecordRule {
    static let about = RuleDescription(
        "record.template-text", .warning,
        means: "the text of a template stands in a record that is in force",
        remedy: "write what it asks for")

    func findings(in shelf: RecordShelf) -> [Finding] {
        shelf.items.compactMap { item in
            // A draft may still be empty; what is decided may not.
            guard item.record.status.isInForce, let (line, place) = item.record.places.templateText else { return nil }
            let shown = line.count > 48 ? line.prefix(48) + "..." : line
            return Finding(
                Self.about, item,
                "\(item.name) still has the template's text \"\(shown)\"; write what it asks for", at: place)
        }
    }
}
