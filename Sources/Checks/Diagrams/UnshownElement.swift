import Model

/// What no view shows, nobody looks after.
struct UnshownElement: DiagramRule {
    func findings(in shelf: DiagramShelf) -> [Finding] {
        shelf.elements.filter { !shelf.shownPlaces.contains($0.source) }.map { element in
            Finding(
                rule: "diagram.element-in-no-view", severity: .warning, path: element.source.path,
                range: element.source.range,
                message: "no view shows the \(element.kind) \"\(element.name)\"; include it in one, or remove it")
        }
    }
}
