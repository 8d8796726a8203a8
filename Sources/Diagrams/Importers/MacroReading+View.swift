import Model

extension MacroReading {
    /// Puts every element behind its parent and before its next sibling, the static model first.
    mutating func normalize() {
        let all = document.workspace.elements
        let parts = Dictionary(grouping: all, by: \.parent)
        let top = parts[nil] ?? []
        var pending = Array((top.filter { $0.environment == nil } + top.filter { $0.environment != nil }).reversed())
        var sorted: [C4Element] = []
        while let element = pending.popLast() {
            sorted.append(element)
            pending += (parts[element.id] ?? []).reversed()
        }
        document.workspace.elements = sorted
    }

    mutating func addView() {
        let elements = document.workspace.elements
        guard !elements.isEmpty else { return }
        let parents = Set(elements.compactMap(\.parent))
        let leaves = elements.filter { !parents.contains($0.id) && !$0.kind.isDeployed }
        var view = C4View(key: key, kind: .systemLandscape)
        if environment != nil {
            view.kind = .deployment
            view.environment = environment?.id
            view.rules = [C4ViewRule(isInclude: true, .all)]
        } else if !steps.isEmpty {
            view.kind = .dynamic
            view.steps = steps
        } else {
            if let component = leaves.first(where: { $0.kind == .component }) {
                (view.kind, view.scope) = (.component, component.parent)
            } else if let container = leaves.first(where: { $0.kind == .container }) {
                (view.kind, view.scope) = (.container, container.parent)
            }
            view.rules = leaves.map { C4ViewRule(isInclude: true, .element($0.id)) }
        }
        view.title = title
        if let direction { view.layout = C4Layout(direction: direction) }
        document.workspace.views = [view]
        document.viewPlaces[key] = document.elementPlaces[elements[0].id]
    }
}
