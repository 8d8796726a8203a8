import Model

/// A line without words does not say what it means.
struct UndescribedRelationship: DiagramRule {
    func findings(in shelf: DiagramShelf) -> [Finding] {
        shelf.relationships.filter { !$0.isDescribed }.map { relationship in
            Finding(
                rule: "diagram.undescribed-relationship", severity: .note, path: relationship.source.path,
                range: relationship.source.range,
                message: "\(relationship.from) -> \(relationship.to) does not say what happens; describe it, as in "
                    + "\"Reads orders from\"")
        }
    }
}
