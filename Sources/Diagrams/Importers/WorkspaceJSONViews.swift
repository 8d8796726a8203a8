import Model

/// Reads the views of Structurizr's workspace JSON, which list what they show.
struct WorkspaceJSONViews {
    /// Our ids of elements by those of the JSON.
    let ids: [String: String]
    /// Both ends of each relationship by its id in the JSON.
    let pairs: [String: C4Pair]
    let workspace: C4Workspace

    private static let lists: [(String, C4View.Kind)] = [
        ("systemLandscapeViews", .systemLandscape), ("systemContextViews", .systemContext),
        ("containerViews", .container), ("componentViews", .component), ("dynamicViews", .dynamic),
        ("deploymentViews", .deployment), ("customViews", .custom), ("filteredViews", .filtered),
        ("imageViews", .image),
    ]

    /// The views in the order that they state, or by their kinds.
    func read(_ value: [String: JSONValue]) -> [C4View] {
        let all = Self.lists.flatMap { name, kind in value.objects(name).map { ($0["order"]?.int ?? 0, view($0, kind)) }
        }
        var seen: Set<String> = []
        return all.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
            .filter { seen.insert($0.key).inserted }
    }

    private func view(_ value: [String: JSONValue], _ kind: C4View.Kind) -> C4View {
        var view = C4View(key: value.text("key"), kind: kind)
        view.title = value.text("title")
        view.description = value.text("description")
        view.properties = value.pairs("properties")
        let scope = ["containerId", "elementId", "softwareSystemId"].lazy.compactMap { value[$0]?.string }.first
        view.scope = scope.flatMap { ids[$0] }
        let environment = value.text("environment")
        view.environment = workspace.environments.first { $0.name == environment && kind == .deployment }?.id
        view.layout = layout(value["automaticLayout"]?.object)
        switch kind {
        case .filtered:
            let tags = value["tags"]?.array?.compactMap(\.string) ?? []
            let includes = value.text("mode").lowercased() != "exclude"
            view.filter = C4Filter(base: value.text("baseViewKey"), includes: includes, tags: tags)
        case .dynamic: view.steps = steps(value)
        case .image: view.image = C4Image(language: "image", source: value.text("content"))
        default:
            view.rules = rules(value) + (kind == .deployment ? partsLeftOut(value, view.environment) : [])
            view.animation = value.objects("animations").map { step in
                (step["elements"]?.array ?? []).compactMap { $0.string.flatMap { ids[$0] } }
            }
        }
        return view
    }

    private func layout(_ value: [String: JSONValue]?) -> C4Layout? {
        guard let value else { return nil }
        let directions: [String: DiagramView.Direction] = [
            "topbottom": .topBottom, "bottomtop": .bottomTop, "leftright": .leftRight, "rightleft": .rightLeft,
        ]
        return C4Layout(
            direction: directions[value.text("rankDirection").lowercased()] ?? .topBottom,
            rankSeparation: value["rankSeparation"]?.int ?? 300, nodeSeparation: value["nodeSeparation"]?.int ?? 300)
    }

    private func steps(_ value: [String: JSONValue]) -> [C4Step] {
        value.objects("relationships").compactMap { step in
            guard let pair = pairs[step.text("id")] else { return nil }
            let isResponse = step["response"]?.bool == true
            return C4Step(
                order: step.text("order"), source: isResponse ? pair.target : pair.source,
                target: isResponse ? pair.source : pair.target, description: step.text("description"))
        }
    }

    /// The rules that leave out what a listed deployment node would bring along.
    private func partsLeftOut(_ value: [String: JSONValue], _ environment: String?) -> [C4ViewRule] {
        let shown = Set(value.objects("elements").compactMap { ids[$0.text("id")] })
        return workspace.elements.filter {
            $0.environment == environment && environment != nil && !shown.contains($0.id)
        }
        .map { C4ViewRule(isInclude: false, .element($0.id)) }
    }

    /// The rules that give the listed elements, without the relationships that are not listed.
    private func rules(_ value: [String: JSONValue]) -> [C4ViewRule] {
        let shown = value.objects("elements").compactMap { ids[$0.text("id")] }
        let lines = Set(value.objects("relationships").compactMap { pairs[$0.text("id")] })
        let inside = Set(shown)
        let graph = ModelGraph(workspace)
        var hidden: [C4Pair] = []
        for relationship in graph.relationships where !lines.contains(relationship.pair) {
            guard inside.contains(relationship.source), inside.contains(relationship.target) else { continue }
            if !hidden.contains(relationship.pair) { hidden.append(relationship.pair) }
        }
        return shown.map { C4ViewRule(isInclude: true, .element($0)) }
            + hidden.map { pair in
                C4ViewRule(isInclude: false, .matching([[.relationships(source: pair.source, target: pair.target)]]))
            }
    }
}
