package import Model

/// Writes a workspace as Structurizr's workspace JSON (https://github.com/structurizr/json).
package struct WorkspaceJSONWriter {
    private let workspace: C4Workspace
    private let resolver: ViewResolver
    private let parts: [String: [C4Element]]
    /// The number of each element, which is its id in the JSON.
    private let numbers: [String: Int]
    /// The relationships that begin at each element, as indices into those of the graph.
    private let outgoing: [String: [Int]]

    private init(_ workspace: C4Workspace) {
        self.workspace = workspace
        resolver = ViewResolver(workspace)
        parts = Dictionary(grouping: workspace.elements.filter { $0.parent != nil }) { $0.parent ?? "" }
        numbers = Dictionary(
            workspace.elements.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
        let relationships = resolver.graph.relationships
        outgoing = Dictionary(grouping: relationships.indices) { relationships[$0].source }
    }

    /// The workspace with all that follows from it, as the tools of Structurizr read it.
    package static func value(of workspace: C4Workspace) -> JSONValue {
        let writer = WorkspaceJSONWriter(workspace)
        return .object(present: [
            "name": .string(workspace.name), "description": optional(workspace.description),
            "properties": writer.pairs(workspace.properties), "configuration": writer.configuration,
            "model": writer.model, "views": JSONViews(resolver: writer.resolver, numbers: writer.numbers).value,
        ])
    }

    private static func optional(_ text: String?) -> JSONValue? {
        text.flatMap { $0.isEmpty ? nil : .string($0) }
    }

    private func pairs(_ pairs: [String: String]) -> JSONValue? {
        pairs.isEmpty ? nil : .object(pairs.mapValues(JSONValue.string))
    }

    private var configuration: JSONValue {
        let configuration = workspace.configuration
        let users = configuration.users.sorted { $0.key < $1.key }.map { name, role in
            JSONValue.object(["username": .string(name), "role": .string(role)])
        }
        return .object(present: [
            "scope": configuration.scope.map { .string($0.prefix(1).uppercased() + $0.dropFirst()) },
            "visibility": configuration.visibility.map { .string($0.prefix(1).uppercased() + $0.dropFirst()) },
            "users": users.isEmpty ? nil : .array(users), "properties": pairs(configuration.properties),
        ])
    }

    // MARK: The model

    private var model: JSONValue {
        let top = workspace.elements.filter { $0.parent == nil }
        func list(_ kind: C4Element.Kind) -> JSONValue? {
            let values = top.filter { $0.kind == kind }.map(value)
            return values.isEmpty ? nil : .array(values)
        }
        return .object(present: [
            "people": list(.person), "softwareSystems": list(.softwareSystem), "customElements": list(.custom),
            "deploymentNodes": list(.deploymentNode), "properties": pairs(workspace.modelProperties),
        ])
    }

    /// An element with its parts; the depth of a model is bounded where it is read.
    private func value(_ element: C4Element) -> JSONValue {
        let separator = workspace.modelProperties[DSLReader.separatorName] ?? "/"
        var properties = element.properties
        properties["structurizr.dsl.identifier"] = element.id
        var members: [String: JSONValue?] = [
            "id": .string(String(numbers[element.id] ?? 0)), "name": .string(element.name),
            "description": Self.optional(element.description),
            "tags": .string(element.allTags.joined(separator: ",")), "url": Self.optional(element.url),
            "group": Self.optional(element.group.joined(separator: separator)), "properties": pairs(properties),
            "relationships": relationships(of: element),
        ]
        members[element.kind == .custom ? "metadata" : "technology"] = Self.optional(element.technology)
        if !element.perspectives.isEmpty {
            members["perspectives"] = .array(
                element.perspectives.map { perspective in
                    .object(present: [
                        "name": .string(perspective.name), "description": .string(perspective.description),
                        "value": Self.optional(perspective.value),
                    ])
                })
        }
        addParts(of: element, to: &members)
        return .object(present: members)
    }

    private func addParts(of element: C4Element, to members: inout [String: JSONValue?]) {
        let parts = parts[element.id] ?? []
        func list(_ kind: C4Element.Kind) -> JSONValue? {
            let values = parts.filter { $0.kind == kind }.map(value)
            return values.isEmpty ? nil : .array(values)
        }
        switch element.kind {
        case .softwareSystem: members["containers"] = list(.container)
        case .container: members["components"] = list(.component)
        case .deploymentNode:
            members["children"] = list(.deploymentNode)
            members["infrastructureNodes"] = list(.infrastructureNode)
            members["softwareSystemInstances"] = list(.softwareSystemInstance)
            members["containerInstances"] = list(.containerInstance)
            members["instances"] = .string(element.instances)
        case .softwareSystemInstance, .containerInstance:
            let key = element.kind == .containerInstance ? "containerId" : "softwareSystemId"
            members[key] = .string(String(element.original.flatMap { numbers[$0] } ?? 0))
            members["name"] = .some(nil)
            members["instanceId"] = .int(instanceNumber(of: element))
            let groups = element.deploymentGroups.isEmpty ? ["Default"] : element.deploymentGroups
            members["deploymentGroups"] = JSONValue(groups)
        default: break
        }
        if element.kind.isDeployed {
            let name = workspace.environments.first { $0.id == element.environment }?.name ?? ""
            members["environment"] = .string(name)
        }
    }

    /// The place of an instance among those of the same element in its environment, counted from 1.
    private func instanceNumber(of element: C4Element) -> Int {
        let rivals = workspace.elements.filter {
            $0.original == element.original && $0.environment == element.environment
        }
        return (rivals.firstIndex { $0.id == element.id } ?? 0) + 1
    }

    private func relationships(of element: C4Element) -> JSONValue? {
        let relationships = resolver.graph.relationships
        let values = (outgoing[element.id] ?? []).map { index -> JSONValue in
            let relationship = relationships[index]
            let cause = resolver.graph.causes[index]
            return .object(present: [
                "id": .string(Self.number(ofRelationship: index, numbers)),
                "sourceId": .string(String(numbers[relationship.source] ?? 0)),
                "destinationId": .string(String(numbers[relationship.target] ?? 0)),
                "description": Self.optional(relationship.description),
                "technology": Self.optional(relationship.technology),
                "tags": cause != nil ? nil : .string(relationship.allTags.joined(separator: ",")),
                "url": Self.optional(relationship.url), "properties": pairs(relationship.properties),
                "linkedRelationshipId": cause.map { .string(Self.number(ofRelationship: $0, numbers)) },
            ])
        }
        return values.isEmpty ? nil : .array(values)
    }

    /// The id of a relationship: a number behind those of the elements.
    static func number(ofRelationship index: Int, _ numbers: [String: Int]) -> String {
        String(numbers.count + index + 1)
    }
}
