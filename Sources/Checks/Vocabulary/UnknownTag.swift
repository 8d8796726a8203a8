import Model

/// A tag beside the vocabulary has no translations and no wider concept.
struct UnknownTag: BookRule {
    static let about = RuleDescription(
        "vocabulary.unknown-tag", .note,
        means: "tags that people gave are no concepts of the vocabulary; told once for the book",
        remedy: "add them to the vocabulary, or leave them free: they are found all the same")

    func findings(in checked: CheckedBook) -> [Finding] {
        let keys = ConceptKeys(checked.book.vocabulary.concepts)
        let uses = FreeTags(checked.book).uses.filter { keys.concept(near: $0.name) == nil }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
        guard let first = uses.first else { return [] }
        let tags = uses.prefix(5).map { "`\($0.name)` (\($0.first))" }.joined(separator: ", ")
        let rest = uses.count > 5 ? " and \(uses.count - 5) more" : ""
        let verb = uses.count == 1 ? "the tag \(tags) is no concept" : "the tags \(tags)\(rest) are no concepts"
        return [
            Finding(
                Self.about, at: checked.book.vocabulary.source ?? first.first,
                "\(verb) of the vocabulary; add what should have translations and a wider concept")
        ]
    }
}
