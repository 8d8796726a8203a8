/// What of a model one static view shows: its rules carried out in their order.
struct StaticViewContent: Sendable {
    private(set) var elements: Set<String> = []
    /// The indices of the relationships in the graph.
    private(set) var relationships: Set<Int> = []
    private let graph: ModelGraph
    private let view: C4View
    private let matcher: ExpressionMatcher

    init(_ view: C4View, _ graph: ModelGraph) {
        self.view = view
        self.graph = graph
        matcher = ExpressionMatcher(graph)
        for rule in view.rules {
            if rule.isInclude { include(rule.expression) } else { exclude(rule.expression) }
        }
    }

    private mutating func include(_ expression: C4Expression) {
        switch expression {
        case .all: add(defaults)
        case .allReluctantly: addReluctantly()
        case .element(let id): add(view.kind == .deployment ? withParts(id) : [id])
        case .matching:
            if ExpressionMatcher.picksRelationships(expression) {
                for index in matcher.relationships(expression) where isShown(index) { relationships.insert(index) }
            } else {
                add(sorted(matcher.elements(expression)))
            }
        }
    }

    private mutating func exclude(_ expression: C4Expression) {
        if ExpressionMatcher.picksRelationships(expression) {
            relationships.subtract(matcher.relationships(expression))
            return
        }
        let gone = expression == .all ? elements : matcher.elements(expression)
        elements.subtract(gone)
        relationships = relationships.filter(isShown)
    }

    /// Adds the elements that may stand in the view, with the relationships between them and what is there.
    private mutating func add(_ ids: [String]) {
        for id in ids where isPermitted(id) {
            guard elements.insert(id).inserted else { continue }
            for index in graph.relationships(touching: id) where isShown(index) { relationships.insert(index) }
        }
    }

    /// Adds what `*` adds, with the relationships of the scope's own elements alone.
    private mutating func addReluctantly() {
        let own: Set<String> =
            switch view.kind {
            case .container, .component: Set(view.scope.map { graph.parts(of: $0).map(\.id) } ?? [])
            default: Set([view.scope].compactMap { $0 })
            }
        for id in defaults where isPermitted(id) { elements.insert(id) }
        for id in own {
            for index in graph.relationships(touching: id) where isShown(index) { relationships.insert(index) }
        }
    }

    private func isShown(_ index: Int) -> Bool {
        let relationship = graph.relationships[index]
        return elements.contains(relationship.source) && elements.contains(relationship.target)
    }

    private func sorted(_ ids: Set<String>) -> [String] {
        ids.sorted { graph.position(of: $0) < graph.position(of: $1) }
    }

    // MARK: What may stand in a view

    private func isPermitted(_ id: String) -> Bool {
        guard let element = graph[id], isPermittedKind(element) else { return false }
        if view.kind == .deployment { return true }
        if view.kind != .systemContext, id == view.scope { return false }
        if view.kind == .component, let scope = view.scope, graph.isPart(scope, of: id) { return false }
        // A box cannot stand beside a box that it is a part of.
        return !graph.ancestors(of: id).contains { elements.contains($0.id) }
            && !elements.contains { graph.isPart($0, of: id) }
    }

    private func isPermittedKind(_ element: C4Element) -> Bool {
        switch view.kind {
        case .systemLandscape, .systemContext: [.person, .softwareSystem, .custom].contains(element.kind)
        case .container: [.person, .softwareSystem, .container, .custom].contains(element.kind)
        case .component: !element.kind.isDeployed
        case .deployment: element.environment == view.environment && element.environment != nil
        case .custom: element.kind == .custom
        case .dynamic, .filtered, .image: false
        }
    }

    // MARK: What a view shows without being told

    private var defaults: [String] {
        let all = graph.workspace.elements
        switch view.kind {
        case .systemLandscape: return all.filter { [.person, .softwareSystem].contains($0.kind) }.map(\.id)
        case .systemContext:
            guard let scope = view.scope else { return [] }
            return [scope] + neighbours(of: [scope]) { [.person, .softwareSystem, .custom].contains($0.kind) }
        case .container:
            let own = parts(of: view.scope)
            return own + neighbours(of: own) { [.person, .softwareSystem, .custom].contains($0.kind) }
        case .component:
            let own = parts(of: view.scope)
            let system = view.scope.flatMap { graph[$0]?.parent }
            return own
                + neighbours(of: own) { element in
                    [.person, .softwareSystem, .custom].contains(element.kind)
                        || element.kind == .container && element.parent == system
                }
        case .deployment: return deployed
        case .custom: return all.filter { $0.kind == .custom }.map(\.id)
        case .dynamic, .filtered, .image: return []
        }
    }

    private func parts(of scope: String?) -> [String] { scope.map { graph.parts(of: $0).map(\.id) } ?? [] }

    /// What is related to some elements and of a wanted kind, in the order of the model.
    private func neighbours(of ids: [String], where isWanted: (C4Element) -> Bool) -> [String] {
        let found = ids.flatMap { id in
            graph.relationships(touching: id).map { graph.neighbour(of: id, by: $0) }
        }
        return sorted(Set(found)).filter { id in graph[id].map(isWanted) ?? false }
    }

    // MARK: Deployments

    /// Everything of the environment; with a scope, what runs that system and what it uses, and the nodes round them.
    private var deployed: [String] {
        let all = graph.workspace.elements.filter { $0.environment == view.environment && $0.environment != nil }
        guard let scope = view.scope else { return all.map(\.id) }
        let own = all.filter { element in
            element.original.map { $0 == scope || graph.isPart($0, of: scope) } ?? false
        }
        let near = neighbours(of: own.map(\.id)) { [.softwareSystemInstance, .infrastructureNode].contains($0.kind) }
        let instances = Set(own.map(\.id) + near)
        let nodes = Set(instances.flatMap { graph.ancestors(of: $0).map(\.id) })
        // The infrastructure beside an instance belongs to the picture even where nothing leads to it.
        let beside = all.filter { $0.kind == .infrastructureNode && $0.parent.map(nodes.contains) ?? false }
        return sorted(instances.union(nodes).union(beside.map(\.id)))
    }

    /// A node with all that is in it.
    private func withParts(_ id: String) -> [String] {
        graph.workspace.elements.map(\.id).filter { $0 == id || graph.isPart($0, of: id) || graph.isPart(id, of: $0) }
    }
}
