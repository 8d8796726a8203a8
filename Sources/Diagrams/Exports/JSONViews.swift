import Model

/// The views of a workspace in Structurizr's JSON, every element and relationship listed.
struct JSONViews {
    let resolver: ViewResolver
    let numbers: [String: Int]

    var value: JSONValue {
        var lists: [String: [JSONValue]] = [:]
        for (order, view) in resolver.workspace.shownViews.enumerated() {
            lists[Self.list(of: view.kind), default: []].append(value(of: view, order: order + 1))
        }
        var members = lists.mapValues { JSONValue.array($0) }
        members["configuration"] = configuration
        return .object(members)
    }

    private static func list(of kind: C4View.Kind) -> String { "\(kind.rawValue)Views" }

    private func value(of view: C4View, order: Int) -> JSONValue {
        var members: [String: JSONValue] = ["key": .string(view.key), "order": .int(order)]
        if !view.title.isEmpty { members["title"] = .string(view.title) }
        if !view.description.isEmpty { members["description"] = .string(view.description) }
        if !view.properties.isEmpty { members["properties"] = .object(view.properties.mapValues(JSONValue.string)) }
        if let scope = view.scope, let number = numbers[scope] {
            members[Self.scopeKey(of: view.kind)] = .string(String(number))
        }
        let environment = resolver.workspace.environments.first { $0.id == view.environment }
        if let environment { members["environment"] = .string(environment.name) }
        if let layout = view.layout { members["automaticLayout"] = value(of: layout) }
        switch view.kind {
        case .filtered:
            members["baseViewKey"] = .string(view.filter?.base ?? "")
            members["mode"] = view.filter?.includes == true ? "Include" : "Exclude"
            members["tags"] = JSONValue(view.filter?.tags ?? [])
        case .image: members["content"] = .string(view.image?.source ?? "")
        case .dynamic:
            members["relationships"] = .array(view.steps.compactMap(value))
            members["elements"] = elements(Set(view.steps.flatMap { [$0.source, $0.target] }))
        default:
            let content = StaticViewContent(view, resolver.graph)
            members["elements"] = elements(content.elements)
            members["relationships"] = .array(
                content.relationships.sorted().map {
                    ["id": .string(WorkspaceJSONWriter.number(ofRelationship: $0, numbers))]
                })
        }
        return .object(members)
    }

    private static func scopeKey(of kind: C4View.Kind) -> String {
        switch kind {
        case .component: "containerId"
        case .dynamic, .image: "elementId"
        default: "softwareSystemId"
        }
    }

    private func elements(_ ids: Set<String>) -> JSONValue {
        .array(
            ids.compactMap { numbers[$0] }.sorted().map { ["id": .string(String($0)), "x": 0, "y": 0] })
    }

    private func value(of layout: C4Layout) -> JSONValue {
        let directions: [DiagramView.Direction: JSONValue] = [
            .topBottom: "TopBottom", .bottomTop: "BottomTop", .leftRight: "LeftRight", .rightLeft: "RightLeft",
        ]
        return [
            "implementation": "Graphviz", "rankDirection": directions[layout.direction] ?? "TopBottom",
            "rankSeparation": .int(layout.rankSeparation), "nodeSeparation": .int(layout.nodeSeparation),
            "edgeSeparation": 0, "vertices": false, "applied": false,
        ]
    }

    private func value(of step: C4Step) -> JSONValue? {
        let relationships = resolver.graph.relationships
        let forward = relationships.firstIndex { $0.source == step.source && $0.target == step.target }
        let back = relationships.firstIndex { $0.source == step.target && $0.target == step.source }
        guard let index = forward ?? back else { return nil }
        var members: [String: JSONValue] = [
            "id": .string(WorkspaceJSONWriter.number(ofRelationship: index, numbers)), "order": .string(step.order),
        ]
        if !step.description.isEmpty { members["description"] = .string(step.description) }
        if forward == nil { members["response"] = true }
        return .object(members)
    }

    // MARK: Styles

    private var configuration: JSONValue {
        let workspace = resolver.workspace
        let styles = workspace.styles
        var members: [String: JSONValue] = [
            "styles": [
                "elements": .array(styles.elements.map(Self.value)),
                "relationships": .array(styles.relationships.map(Self.value)),
            ]
        ]
        if !workspace.terminology.isEmpty {
            members["terminology"] = .object(workspace.terminology.mapValues(JSONValue.string))
        }
        if !workspace.viewProperties.isEmpty {
            members["properties"] = .object(workspace.viewProperties.mapValues(JSONValue.string))
        }
        return .object(members)
    }

    private static func value(of style: C4ElementStyle) -> JSONValue {
        .object(present: [
            "tag": .string(style.tag), "colorScheme": scheme(style.scheme),
            "shape": style.shape.map { .string($0.rawValue) }, "width": style.width.map(JSONValue.int),
            "height": style.height.map(JSONValue.int), "background": style.background.map(JSONValue.string),
            "color": style.color.map(JSONValue.string), "stroke": style.stroke.map(JSONValue.string),
            "strokeWidth": style.strokeWidth.map(JSONValue.int), "fontSize": style.fontSize.map(JSONValue.int),
            "border": style.border.map { .string($0.rawValue) }, "opacity": style.opacity.map(JSONValue.int),
            "metadata": style.metadata.map(JSONValue.bool), "description": style.description.map(JSONValue.bool),
            "icon": style.icon.map(JSONValue.string),
        ])
    }

    private static func value(of style: C4RelationshipStyle) -> JSONValue {
        .object(present: [
            "tag": .string(style.tag), "colorScheme": scheme(style.scheme),
            "thickness": style.thickness.map(JSONValue.int), "color": style.color.map(JSONValue.string),
            "style": style.style.map { .string($0.rawValue) }, "routing": style.routing.map(JSONValue.string),
            "jump": style.jump.map(JSONValue.bool), "fontSize": style.fontSize.map(JSONValue.int),
            "width": style.width.map(JSONValue.int), "position": style.position.map(JSONValue.int),
            "opacity": style.opacity.map(JSONValue.int),
        ])
    }

    private static func scheme(_ scheme: C4Scheme) -> JSONValue? {
        scheme == .any ? nil : .string(scheme.rawValue.prefix(1).uppercased() + scheme.rawValue.dropFirst())
    }
}
