extension DSLWriter {
    /// Writes the elements, then the relationships, then the environments.
    mutating func writeModel() {
        pairs("properties", workspace.modelProperties)
        let parts = Dictionary(grouping: workspace.elements.filter { $0.parent != nil }) { $0.parent ?? "" }
        writeElements(workspace.elements.filter { $0.parent == nil && $0.environment == nil }, parts)
        let environments = Set(workspace.elements.filter { $0.environment != nil }.map(\.id))
        var implies = true
        for relationship in workspace.relationships where !environments.contains(relationship.source) {
            guard !environments.contains(relationship.target) else { continue }
            if relationship.impliesOthers != implies {
                implies.toggle()
                line("!impliedRelationships \(implies)")
            }
            write(relationship)
        }
        for environment in workspace.environments { write(environment, parts, environments) }
    }

    // MARK: Elements

    /// Writes siblings, those of one group that stand together in one block.
    private mutating func writeElements(_ elements: [C4Element], _ parts: [String: [C4Element]]) {
        var open: [String] = []
        for element in elements {
            let shared = zip(open, element.group).prefix { $0 == $1 }.count
            while open.count > shared {
                open.removeLast()
                endGroup()
            }
            for name in element.group[shared...] {
                beginGroup(name)
                open.append(name)
            }
            write(element, parts)
        }
        for _ in open { endGroup() }
    }

    private mutating func write(_ element: C4Element, _ parts: [String: [C4Element]]) {
        block("\(element.localID) = \(head(of: element))", keepsEmpty: false) { writer in
            if element.kind.isInstance {
                writer.text("description", element.description)
                writer.text("technology", element.technology)
            }
            if !element.tags.isEmpty {
                writer.line((["tags"] + element.tags.map(Self.quoted)).joined(separator: " "))
            }
            writer.text("url", element.url)
            if element.instances != "1" { writer.text("instances", element.instances) }
            writer.pairs("properties", element.properties)
            writer.perspectives(element.perspectives)
            writer.papers(element.papers)
            writer.writeElements(parts[element.id] ?? [], parts)
        }
    }

    /// The line of an element without its identifier.
    private func head(of element: C4Element) -> String {
        switch element.kind {
        case .person, .softwareSystem: Self.statement(element.kind.rawValue, [element.name, element.description])
        case .custom: Self.statement("element", [element.name, element.technology, element.description])
        case .softwareSystemInstance, .containerInstance:
            ([element.kind.rawValue, element.original ?? ""] + groups(of: element)).joined(separator: " ")
        default: Self.statement(element.kind.rawValue, [element.name, element.description, element.technology])
        }
    }

    /// The identifiers of the deployment groups of an instance, as one word.
    private func groups(of element: C4Element) -> [String] {
        guard !element.deploymentGroups.isEmpty else { return [] }
        let known = workspace.environments.first { $0.id == element.environment }?.deploymentGroups ?? []
        let ids = element.deploymentGroups.compactMap { name in known.first { $0.name == name }?.id }
        return [Self.quoted(ids.joined(separator: ","))]
    }

    // MARK: Relationships

    private mutating func write(_ relationship: C4Relationship) {
        let head = Self.statement(
            "\(relationship.source) -> \(relationship.target)", [relationship.description, relationship.technology])
        block(head, keepsEmpty: false) { writer in
            if !relationship.tags.isEmpty {
                writer.line((["tags"] + relationship.tags.map(Self.quoted)).joined(separator: " "))
            }
            writer.text("url", relationship.url)
            writer.pairs("properties", relationship.properties)
            writer.perspectives(relationship.perspectives)
        }
    }

    // MARK: Environments

    private mutating func write(
        _ environment: C4Environment, _ parts: [String: [C4Element]], _ deployed: Set<String>
    ) {
        line("")
        block("\(environment.id) = \(Self.statement("deploymentEnvironment", [environment.name]))") { writer in
            for group in environment.deploymentGroups {
                let local = group.id.split(separator: ".").last.map(String.init) ?? group.id
                writer.line("\(local) = \(Self.statement("deploymentGroup", [group.name]))")
            }
            let top = writer.workspace.elements.filter { $0.environment == environment.id && $0.parent == nil }
            writer.writeElements(top, parts)
            for pair in environment.withoutRelationships { writer.line("\(pair.source) -/> \(pair.target)") }
            for relationship in writer.workspace.relationships {
                let end = deployed.contains(relationship.source) ? relationship.source : relationship.target
                if deployed.contains(end), end.hasPrefix("\(environment.id).") { writer.write(relationship) }
            }
        }
    }
}
