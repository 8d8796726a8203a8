/// Finds out what the views of a workspace show, ready to be laid out.
package struct ViewResolver: Sendable {
    package let workspace: C4Workspace
    let graph: ModelGraph
    private let styles: StyleSheet

    package init(_ workspace: C4Workspace) {
        self.workspace = workspace
        graph = ModelGraph(workspace)
        styles = StyleSheet(workspace.styles)
    }

    /// The views that can be drawn, in their order; those of images cannot.
    package var views: [C4View] { workspace.shownViews.filter { $0.kind != .image } }

    /// What a view shows; nil for an image and for a filter of nothing.
    package func resolve(_ view: C4View) -> DiagramView? {
        switch view.kind {
        case .image: return nil
        case .filtered: return filtered(view)
        case .dynamic: return dynamic(view)
        default:
            let content = StaticViewContent(view, graph)
            let lines = content.relationships.sorted().map { line(graph.relationships[$0]) }
            return make(view, kind: view.kind.drawn, content.elements, Self.numbered(lines))
        }
    }

    /// The ids of the elements and the indices of the relationships, among all of the graph, that any view shows.
    func shown() -> (elements: Set<String>, relationships: Set<C4Pair>) {
        var elements: Set<String> = []
        var relationships: Set<C4Pair> = []
        for view in views {
            guard let resolved = resolve(view) else { continue }
            elements.formUnion(resolved.elements.map(\.id))
            elements.formUnion(resolved.boundaries.map(\.id))
            relationships.formUnion(resolved.relationships.map { C4Pair($0.source, $0.target) })
        }
        return (elements, relationships)
    }

    // MARK: The parts of a view

    private func make(
        _ view: C4View, kind: DiagramView.Kind, _ ids: Set<String>, _ lines: [DiagramRelationship]
    ) -> DiagramView {
        let elements = ids.compactMap { graph[$0] }.sorted { graph.position(of: $0.id) < graph.position(of: $1.id) }
        var frames = ViewFrames(graph, styles, view)
        let boxes = elements.filter { !frames.isFrame($0, among: ids) }.map { element in
            var box = box(element, view)
            box.boundary = frames.place(element)
            return box
        }
        let shown = Set(boxes.map(\.id))
        return DiagramView(
            key: view.key, kind: kind, title: title(of: view), description: view.description,
            direction: view.layout?.direction, elements: boxes,
            relationships: lines.filter { shown.contains($0.source) && shown.contains($0.target) },
            boundaries: frames.boundaries)
    }

    private func box(_ element: C4Element, _ view: C4View) -> DiagramElement {
        let original = element.original.flatMap { graph[$0] }
        let style = styles.style(of: element, original: original, isExternal: isExternal(original ?? element, view))
        return DiagramElement(
            id: element.id, name: element.shownName, typeLine: typeLine(of: element, original),
            description: element.description.isEmpty ? original?.description ?? "" : element.description, style: style,
            link: element.url ?? original?.url ?? Self.recordLink(original ?? element))
    }

    /// What stands in brackets under the name: the kind in the book's own words, and the technology.
    func typeLine(of element: C4Element, _ original: C4Element? = nil) -> String {
        let shown = original ?? element
        if shown.kind == .custom { return shown.technology }
        let word = workspace.terminology[shown.kind.rawValue] ?? shown.kind.title
        let technology = element.technology.isEmpty ? shown.technology : element.technology
        return technology.isEmpty ? word : "\(word): \(technology)"
    }

    /// The decision that an element names, for its box to lead to.
    private static func recordLink(_ element: C4Element) -> String? { element.properties["adr"].map { "adr \($0)" } }

    /// Whether an element is outside of what a view is about.
    private func isExternal(_ element: C4Element, _ view: C4View) -> Bool {
        if element.tags.contains("External") { return true }
        guard let scope = view.scope else { return false }
        let system = ([graph[scope]].compactMap { $0 } + graph.ancestors(of: scope)).last?.id ?? scope
        switch element.kind {
        case .softwareSystem: return element.id != system
        case .container, .component: return !graph.isPart(element.id, of: system)
        default: return false
        }
    }

    private func line(_ relationship: C4Relationship) -> DiagramRelationship {
        DiagramRelationship(
            id: "\(relationship.source)->\(relationship.target)", source: relationship.source,
            target: relationship.target, description: relationship.description, technology: relationship.technology,
            style: styles.style(of: relationship))
    }

    /// The lines with a number behind the ids of those between the same boxes.
    private static func numbered(_ lines: [DiagramRelationship]) -> [DiagramRelationship] {
        var counts: [String: Int] = [:]
        return lines.map { line in
            var line = line
            counts[line.id, default: 0] += 1
            if let count = counts[line.id], count > 1 { line.id += ":\(count)" }
            return line
        }
    }

    /// The title of a view: its own, or one made of its kind and scope.
    package func title(of view: C4View) -> String {
        if !view.title.isEmpty { return view.title }
        let scope = view.scope.flatMap { graph[$0]?.name }
        let environment = workspace.environments.first { $0.id == view.environment }?.name ?? ""
        return switch view.kind {
        case .systemLandscape: workspace.name.isEmpty ? "System Landscape" : "System Landscape for \(workspace.name)"
        case .systemContext: "System Context of \(scope ?? "")"
        case .container: "Containers of \(scope ?? "")"
        case .component: "Components of \(scope ?? "")"
        case .deployment: scope.map { "Deployment of \($0), \(environment)" } ?? "Deployment, \(environment)"
        case .dynamic, .custom, .filtered, .image: view.key
        }
    }

    // MARK: Filtered and dynamic views

    private func filtered(_ view: C4View) -> DiagramView? {
        guard let filter = view.filter, var base = workspace.view(filter.base), base.kind != .filtered else {
            return nil
        }
        base.layout = view.layout ?? base.layout
        let content = StaticViewContent(base, graph)
        let wanted = Set(filter.tags)
        func passes(_ tags: [String]) -> Bool { !wanted.isDisjoint(with: tags) == filter.includes }
        let ids = content.elements.filter { id in graph[id].map { passes($0.allTags) } ?? false }
        let lines = content.relationships.sorted().map { graph.relationships[$0] }.filter { passes($0.allTags) }
        var shown = base
        (shown.key, shown.title, shown.description) = (view.key, view.title, view.description)
        if view.title.isEmpty { shown.title = title(of: base) }
        return make(shown, kind: base.kind.drawn, ids, Self.numbered(lines.map(line)))
    }

    private func dynamic(_ view: C4View) -> DiagramView {
        var lines: [DiagramRelationship] = []
        for step in view.steps {
            let forward = relationship(from: step.source, to: step.target, step.technology)
            let back = forward == nil ? relationship(from: step.target, to: step.source, step.technology) : nil
            var line = line(forward ?? back ?? C4Relationship(source: step.source, target: step.target))
            line.id = "\(step.source)->\(step.target)"
            (line.source, line.target, line.order) = (step.source, step.target, step.order)
            line.isResponse = back != nil
            if !step.description.isEmpty || line.isResponse { line.description = step.description }
            if !step.technology.isEmpty { line.technology = step.technology }
            lines.append(line)
        }
        let ids = Set(lines.flatMap { [$0.source, $0.target] })
        return make(view, kind: .dynamic, ids, Self.numbered(lines))
    }

    /// The relationship between two, of a technology where one is wanted.
    private func relationship(from source: String, to target: String, _ technology: String) -> C4Relationship? {
        let between = graph.relationships(touching: source).map { graph.relationships[$0] }
            .filter { $0.source == source && $0.target == target }
        return between.first { technology.isEmpty || $0.technology == technology } ?? between.first
    }
}

extension C4Element {
    /// The name as a box shows it: of a node that there are several of with their number.
    var shownName: String { instances == "1" || kind != .deploymentNode ? name : "\(name) (x\(instances))" }
}

extension C4View.Kind {
    /// What is drawn for a view of the kind.
    var drawn: DiagramView.Kind {
        switch self {
        case .systemLandscape, .filtered, .image: .systemLandscape
        case .systemContext: .systemContext
        case .container: .container
        case .component: .component
        case .dynamic: .dynamic
        case .deployment: .deployment
        case .custom: .custom
        }
    }
}
