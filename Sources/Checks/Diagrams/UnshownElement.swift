import Model

/// What no view shows, nobody looks after.
struct UnshownElement: DiagramRule {
    static let about = RuleDescription(
        "diagram.element-in-no-view", .warning,
        means: "no view shows an element",
        remedy: "include it in one, or remove it")

    func findings(in shelf: DiagramShelf) -> [Finding] {
        shelf.elements.filter { !shelf.shownPlaces.contains($0.source) }.map { element in
            Finding(
                Self.about, at: element.source,
                "no view shows the \(element.kind) \"\(element.name)\"; include it in one, or remove it")
        }
    }
}
