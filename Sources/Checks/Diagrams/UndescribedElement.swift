import Model

/// A box with a name alone leaves readers guessing what it is for.
struct UndescribedElement: DiagramRule {
    static let about = RuleDescription(
        "diagram.undescribed-element", .note,
        means: "an element has no description",
        remedy: "say in a sentence what it is for")

    func findings(in shelf: DiagramShelf) -> [Finding] {
        // The elements of arrow lines in notes have no place for a description.
        shelf.elements.filter { !$0.isDescribed && $0.kind != "element" }.map { element in
            Finding(
                Self.about, at: element.source,
                "the \(element.kind) \"\(element.name)\" has no description; say in a sentence what it is for")
        }
    }
}
