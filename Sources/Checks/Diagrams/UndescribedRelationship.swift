import Model

/// A line without words does not say what it means.
struct UndescribedRelationship: DiagramRule {
    static let about = RuleDescription(
        "diagram.undescribed-relationship", .note,
        means: "a relationship does not say what happens",
        remedy: "describe it")

    func findings(in shelf: DiagramShelf) -> [Finding] {
        shelf.relationships.filter { !$0.isDescribed }.map { relationship in
            Finding(
                Self.about, at: relationship.source,
                "\(relationship.from) -> \(relationship.to) does not say what happens; describe it, as in "
                    + "\"Reads orders from\"")
        }
    }
}
