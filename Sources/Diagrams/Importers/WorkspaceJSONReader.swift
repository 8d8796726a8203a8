import Model

/// Reads Structurizr's workspace JSON, as https://github.com/structurizr/json describes it.
package enum WorkspaceJSONReader {
    /// Reads a text; what is wrong in it is a finding, and what can be read is.
    package static func read(_ bytes: [UInt8], path: String) -> DiagramDocument {
        var document = DiagramDocument(path: path)
        do throws(JSONError) {
            let value = try JSONValue(parsing: bytes)
            guard let root = value.object, root["model"] != nil || root["views"] != nil else {
                document.findings = [
                    .dsl(.notDSL("this JSON has no `model` of Structurizr's; it was not read"), path, .top)
                ]
                return document
            }
            var reading = WorkspaceJSONReading(path: path)
            document.workspace = reading.read(root)
            document.findings = reading.findings
        } catch {
            let range = SourceRange(at: LineTable(bytes).position(at: error.offset))
            document.findings = [.dsl(.notDSL("this is not JSON: \(error)"), path, range)]
        }
        let place = Source(path: path, range: .top)
        for element in document.workspace.elements { document.elementPlaces[element.id] = place }
        for view in document.workspace.views { document.viewPlaces[view.key] = place }
        document.relationshipPlaces = document.workspace.relationships.map { _ in place }
        return document
    }
}

/// The state of reading one workspace.
private struct WorkspaceJSONReading {
    let path: String
    var findings: [Finding] = []
    private var workspace = C4Workspace()
    /// Our ids of elements by those of the JSON.
    private var ids: [String: String] = [:]
    private var taken: Set<String> = []
    /// The relationships of the JSON with the ids of their ends, until all elements are known.
    private var relationships: [[String: JSONValue]] = []
    /// Both ends of each relationship by its id in the JSON.
    private var pairs: [String: C4Pair] = [:]
    /// The originals of instances, as they are named in the JSON.
    private var originals: [String: String] = [:]

    init(path: String) { self.path = path }

    mutating func read(_ root: [String: JSONValue]) -> C4Workspace {
        workspace.name = root.text("name")
        workspace.description = root.text("description")
        workspace.properties = root.pairs("properties")
        readConfiguration(root["configuration"]?.object ?? [:])
        let model = root["model"]?.object ?? [:]
        workspace.modelProperties = model.pairs("properties")
        for value in model.objects("people") { addElement(value, .person, nil) }
        for value in model.objects("softwareSystems") { addSystem(value) }
        for value in model.objects("customElements") { addElement(value, .custom, nil) }
        for value in model.objects("deploymentNodes") { addNode(value, nil) }
        finishInstances()
        finishRelationships()
        let views = root["views"]?.object ?? [:]
        workspace.views = WorkspaceJSONViews(ids: ids, pairs: pairs, workspace: workspace).read(views)
        let configuration = views["configuration"]?.object ?? [:]
        workspace.styles = ThemeReader.styles(configuration["styles"] ?? .null)
        workspace.viewProperties = configuration.pairs("properties")
        for (key, value) in configuration["terminology"]?.object ?? [:] {
            if let text = value.string { workspace.terminology[key] = text }
        }
        return workspace
    }

    private mutating func readConfiguration(_ value: [String: JSONValue]) {
        workspace.configuration.scope = value["scope"]?.string.map { $0.prefix(1).lowercased() + $0.dropFirst() }
        workspace.configuration.visibility = value["visibility"]?.string?.lowercased()
        for user in value.objects("users") {
            workspace.configuration.users[user.text("username")] = user.text("role")
        }
        workspace.configuration.properties = value.pairs("properties")
    }

    // MARK: Elements

    private mutating func addSystem(_ value: [String: JSONValue]) {
        let system = addElement(value, .softwareSystem, nil)
        for container in value.objects("containers") {
            let id = addElement(container, .container, system)
            for component in container.objects("components") { addElement(component, .component, id) }
        }
    }

    /// Adds a node with all that is in it; the JSON reader has bounded how deep that can be.
    private mutating func addNode(_ value: [String: JSONValue], _ parent: C4Element?) {
        let node = addElement(value, .deploymentNode, parent)
        for child in value.objects("children") { addNode(child, node) }
        for child in value.objects("infrastructureNodes") { addElement(child, .infrastructureNode, node) }
        for child in value.objects("softwareSystemInstances") {
            addElement(child, .softwareSystemInstance, node, original: child.text("softwareSystemId"))
        }
        for child in value.objects("containerInstances") {
            addElement(child, .containerInstance, node, original: child.text("containerId"))
        }
    }

    @discardableResult
    private mutating func addElement(
        _ value: [String: JSONValue], _ kind: C4Element.Kind, _ parent: C4Element?, original: String? = nil
    ) -> C4Element {
        var element = C4Element(id: "", kind: kind, name: value.text("name"), parent: parent?.id)
        if let original {
            element.original = ids[original]
            element.name = element.original.flatMap { id in workspace.element(id)?.name } ?? original
            element.deploymentGroups =
                value["deploymentGroups"]?.array?.compactMap(\.string)
                .filter { $0 != "Default" } ?? []
        }
        if element.name.isEmpty { element.name = value.text("id").isEmpty ? "Unnamed" : value.text("id") }
        element.description = value.text("description")
        element.technology = value.text(kind == .custom ? "metadata" : "technology")
        element.addTags(value.tags)
        element.url = value["url"]?.string
        element.properties = value.pairs("properties")
        let separator = workspace.modelProperties[DSLReader.separatorName]
        let group = value.text("group")
        if !group.isEmpty { element.group = separator.map { group.split(separator: $0).map(String.init) } ?? [group] }
        element.perspectives = value.objects("perspectives").map {
            C4Perspective(name: $0.text("name"), description: $0.text("description"), value: $0.text("value"))
        }
        if kind.isDeployed { element.environment = parent?.environment ?? environment(value.text("environment")) }
        if let instances = value["instances"] {
            element.instances = instances.string ?? instances.int.map(String.init) ?? "1"
        }
        element.id = free(element)
        ids[value.text("id")] = element.id
        workspace.elements.append(element)
        relationships += value.objects("relationships")
        return element
    }

    private mutating func environment(_ name: String) -> String {
        if let known = workspace.environments.first(where: { $0.name == name }) { return known.id }
        var id = ModelIDs.made(of: name.isEmpty ? "Default" : name)
        while !taken.insert(id).inserted { id += "_" }
        workspace.environments.append(C4Environment(id: id, name: name))
        return id
    }

    /// An id made of the identifier that the DSL gave, or of the name.
    private mutating func free(_ element: C4Element) -> String {
        let stated = element.properties["structurizr.dsl.identifier"]
            .flatMap { $0.split(separator: ".").last }.map(String.init)
        let local = stated ?? ModelIDs.made(of: element.name)
        let base = (element.parent ?? element.environment).map { "\($0).\(local)" } ?? local
        var candidate = base
        var number = 2
        while !taken.insert(candidate.lowercased()).inserted {
            candidate = "\(base)_\(number)"
            number += 1
        }
        return candidate
    }

    private mutating func finishInstances() {
        for index in workspace.elements.indices {
            workspace.elements[index].properties["structurizr.dsl.identifier"] = nil
        }
        for index in workspace.environments.indices {
            let id = workspace.environments[index].id
            let names = workspace.elements.filter { $0.environment == id }.flatMap(\.deploymentGroups)
            for name in names where !workspace.environments[index].deploymentGroups.contains(where: { $0.name == name })
            {
                let group = C4DeploymentGroup(id: "\(id).\(ModelIDs.made(of: name))_group", name: name)
                workspace.environments[index].deploymentGroups.append(group)
            }
        }
    }

    // MARK: Relationships

    private mutating func finishRelationships() {
        let implying = Set(relationships.compactMap { $0["linkedRelationshipId"]?.string })
        var found: [C4Relationship] = []
        for value in relationships {
            guard let source = ids[value.text("sourceId")], let target = ids[value.text("destinationId")] else {
                continue
            }
            pairs[value.text("id")] = C4Pair(source, target)
            // What follows from another relationship is derived again.
            guard value["linkedRelationshipId"]?.string == nil else { continue }
            var relationship = C4Relationship(
                source: source, target: target, description: value.text("description"),
                technology: value.text("technology"))
            relationship.addTags(value.tags)
            relationship.url = value["url"]?.string
            relationship.properties = value.pairs("properties")
            relationship.properties["structurizr.dsl.identifier"] = nil
            relationship.impliesOthers = implying.contains(value.text("id"))
            found.append(relationship)
        }
        let deployed = Set(workspace.elements.filter(\.kind.isDeployed).map(\.id))
        workspace.relationships = found.filter { !deployed.contains($0.source) }
        for environment in workspace.environments {
            let own = found.filter { deployed.contains($0.source) && $0.source.hasPrefix("\(environment.id).") }
            workspace.relationships += own.map { relationship in
                var relationship = relationship
                relationship.impliesOthers = true
                return relationship
            }
        }
        let isImplying = workspace.relationships.contains(where: \.impliesOthers)
        // Without any part that is related, nothing tells whether relationships imply others; they do by default.
        if !isImplying {
            for index in workspace.relationships.indices { workspace.relationships[index].impliesOthers = true }
        }
    }
}

extension [String: JSONValue] {
    /// The text of a key; empty when there is none.
    func text(_ key: String) -> String { self[key]?.string ?? "" }

    /// The objects in the list of a key.
    func objects(_ key: String) -> [[String: JSONValue]] { self[key]?.array?.compactMap(\.object) ?? [] }

    /// The texts in the object of a key.
    func pairs(_ key: String) -> [String: String] { (self[key]?.object ?? [:]).compactMapValues(\.string) }

    /// The tags, which commas join.
    var tags: [String] { text("tags").split(separator: ",").map(\.trimmed).filter { !$0.isEmpty } }
}
