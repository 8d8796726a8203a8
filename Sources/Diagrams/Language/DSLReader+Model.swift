import Model

extension DSLReader {
    /// Reads the statements of a model, a group, an environment or an element.
    mutating func readModelBody(_ indices: [Int], in scope: DraftScope) {
        for index in indices {
            clock += 1
            readModelStatement(index, in: scope)
        }
    }

    private mutating func readModelStatement(_ index: Int, in scope: DraftScope) {
        let statement = statements.all[index]
        if Self.arrow(in: statement) != nil { return readRelationship(index, in: scope) }
        if let archetype = archetypes.element(statement.keyword) { return readElement(index, archetype, in: scope) }
        switch statement.keyword {
        case "group": readGroup(index, in: scope)
        case "deploymentenvironment": readEnvironment(index, in: scope)
        case "deploymentgroup": readDeploymentGroup(index, in: scope)
        case "containerinstance", "softwaresysteminstance", "instanceof": readInstance(index, in: scope)
        case "archetypes": readArchetypes(index)
        case "properties" where scope.element == nil:
            workspace.modelProperties.merge(readPairs(index)) { _, new in new }
        case "!element": readPickedElement(index, in: scope)
        case "!elements", "!relationships", "!relationship":
            deferred.append(Deferred(statements: statements, path: path, index: index, scope: scope))
        case "enterprise":
            unknown(index, "in `model`", [])
            readModelBody(statements.children(of: index), in: scope)
        default:
            if takeSwitch(index) { return }
            if let element = scope.element, takeDetail(index, of: element) { return }
            unknown(index, place(of: scope), Self.modelWords + archetypes.names)
        }
    }

    private static let modelWords =
        C4Element.Kind.allCases.map(\.rawValue) + [
            "group", "deploymentEnvironment", "deploymentGroup", "instanceOf", "archetypes", "properties",
            "description",
            "technology", "tags", "tag", "url", "perspectives", "!element", "!elements", "!relationships", "!docs",
            "!adrs",
        ]

    /// Where a statement stands, for a finding.
    private func place(of scope: DraftScope) -> String {
        if let element = scope.element { return "in `\(draft.elements[element].element.kind.rawValue)`" }
        return scope.environment == nil ? "in `model`" : "in `deploymentEnvironment`"
    }

    // MARK: Groups

    private mutating func readGroup(_ index: Int, in scope: DraftScope) {
        let words = Array(statements.all[index].words)
        guard words.count > 1 else { return report(.missing("a name", after: "group"), index) }
        refuseMore(words, than: 2, "group <name>", index)
        var inner = scope
        if !scope.group.isEmpty, workspace.modelProperties[Self.separatorName] == nil {
            if statements.isStrict { report(.nestedGroup, index) }
            workspace.modelProperties[Self.separatorName] = "/"
        }
        inner.group.append(words[1].text)
        readModelBody(statements.children(of: index), in: inner)
    }

    /// The property that Structurizr wants where groups are nested.
    static let separatorName = "structurizr.groupSeparator"

    // MARK: Elements

    private mutating func readElement(_ index: Int, _ archetype: Archetypes.ElementForm, in scope: DraftScope) {
        let statement = statements.all[index]
        let words = Array(statement.words)
        guard isAllowed(archetype.kind, in: scope) else {
            return report(.unexpected(words[0].text, place: place(of: scope)), words[0], index)
        }
        guard words.count > 1, !words[1].text.trimmed.isEmpty else {
            return report(.missing("a name", after: words[0].text), index)
        }
        var element = C4Element(id: "", kind: archetype.kind, name: words[1].text)
        archetype.apply(to: &element)
        take(words, into: &element, index)
        if archetype.kind.isDeployed || scope.environment == nil { element.group = scope.group }
        if isDuplicate(element, in: scope) {
            report(.duplicateName(element.name, kind: element.kind.title.lowercased()), words[1], index)
        }
        add(element, index, in: scope)
    }

    /// Adds an element and reads its block.
    mutating func add(
        _ element: C4Element, _ index: Int, in scope: DraftScope, original: DSLToken? = nil, groups: [DSLToken] = []
    ) {
        let statement = statements.all[index]
        var item = DraftElement(
            element: element, parent: scope.element, environment: scope.environment, order: clock,
            place: Source(path: statement.path, range: statement.range))
        item.original = original
        item.groupNames = groups
        let number = draft.elements.count
        if let identifier = statement.identifier {
            item.localName = identifier.text
            item.fullName = fullName(identifier.text, in: scope)
        }
        draft.elements.append(item)
        if let identifier = statement.identifier, let full = item.fullName,
            !name(.element(number), full, identifier, index)
        {
            draft.elements[number].localName = nil
            draft.elements[number].fullName = nil
        }
        let inner = DraftScope(element: number, environment: scope.environment)
        readModelBody(statements.children(of: index), in: inner)
    }

    /// Registers an identifier; false when it is none or in use.
    mutating func name(_ target: ModelDraft.Target, _ full: String, _ identifier: DSLToken, _ index: Int) -> Bool {
        guard isIdentifier(identifier.text) else {
            report(.badIdentifier(identifier.text), identifier, index)
            return false
        }
        guard draft.register(full, as: target) else {
            report(.duplicateIdentifier(identifier.text), identifier, index)
            return false
        }
        return true
    }

    /// The name by which statements elsewhere call something with an identifier.
    func fullName(_ local: String, in scope: DraftScope) -> String {
        guard isHierarchical else { return local }
        let parent = scope.element.flatMap { draft.elements[$0].fullName }
        let environment = scope.element == nil ? scope.environment.flatMap { draft.environments[$0].fullName } : nil
        return (parent ?? environment).map { "\($0).\(local)" } ?? local
    }

    /// Whether a word may be an identifier; former versions of the language took `-`, too, so that only `!strict` refuses it.
    private func isIdentifier(_ text: String) -> Bool {
        !text.isEmpty && text.lowercased() != "this"
            && text.utf8.allSatisfy {
                $0.isAlphanumeric || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") && !statements.isStrict
            }
    }

    private func isDuplicate(_ element: C4Element, in scope: DraftScope) -> Bool {
        guard !element.kind.isInstance else { return false }
        return draft.elements.contains { item in
            item.element.name == element.name && item.element.kind == element.kind && item.parent == scope.element
                && item.environment == scope.environment
        }
    }

    private func isAllowed(_ kind: C4Element.Kind, in scope: DraftScope) -> Bool {
        let parent = scope.element.map { draft.elements[$0].element.kind }
        switch kind {
        case .person, .softwareSystem, .custom: return parent == nil && scope.environment == nil
        case .container: return parent == .softwareSystem
        case .component: return parent == .container
        case .deploymentNode: return scope.environment != nil && (parent == nil || parent == .deploymentNode)
        case .infrastructureNode, .softwareSystemInstance, .containerInstance: return parent == .deploymentNode
        }
    }

    /// Takes what stands behind the name of an element.
    private mutating func take(_ words: [DSLToken], into element: inout C4Element, _ index: Int) {
        let hasTechnology = ![.person, .softwareSystem].contains(element.kind)
        var position = 2
        func next() -> String? {
            defer { position += 1 }
            return words.indices.contains(position) && !words[position].text.isEmpty ? words[position].text : nil
        }
        if element.kind == .custom {
            element.technology = next() ?? element.technology
            element.description = next() ?? element.description
        } else {
            element.description = next() ?? element.description
            if hasTechnology { element.technology = next() ?? element.technology }
        }
        if words.indices.contains(position) { element.addTags(Self.tags([words[position]])) }
        position += 1
        if element.kind == .deploymentNode { element.instances = next() ?? element.instances }
        refuseMore(words, than: position, Self.form(of: element.kind), index)
    }

    private static func form(of kind: C4Element.Kind) -> String {
        switch kind {
        case .person, .softwareSystem: "\(kind.rawValue) <name> [description] [tags]"
        case .custom: "element <name> [metadata] [description] [tags]"
        case .deploymentNode: "deploymentNode <name> [description] [technology] [tags] [instances]"
        default: "\(kind.rawValue) <name> [description] [technology] [tags]"
        }
    }

    // MARK: Details

    /// Takes a statement about the element around it; false when it is none.
    mutating func takeDetail(_ index: Int, of element: Int) -> Bool {
        let words = statements.all[index].words
        switch statements.all[index].keyword {
        case "name": if let text = oneText(index) { draft.elements[element].element.name = text }
        case "description": if let text = oneText(index) { draft.elements[element].element.description = text }
        case "technology", "metadata":
            if let text = oneText(index) { draft.elements[element].element.technology = text }
        case "tags", "tag": draft.elements[element].element.addTags(Self.tags(words.dropFirst()))
        case "url": if let text = oneText(index) { draft.elements[element].element.url = text }
        case "instances": if let text = oneText(index) { draft.elements[element].element.instances = text }
        case "properties": draft.elements[element].element.properties.merge(readPairs(index)) { _, new in new }
        case "perspectives": draft.elements[element].element.perspectives += readPerspectives(index)
        case "!docs", "!documentation", "!adrs", "!decisions":
            if let papers = readPapers(index) { draft.elements[element].element.papers.append(papers) }
        case "healthcheck": break
        default: return false
        }
        return true
    }

    /// Reads `!element id { … }`: now when the element is known, else when the model is.
    private mutating func readPickedElement(_ index: Int, in scope: DraftScope) {
        let words = Array(statements.all[index].words)
        guard words.count > 1 else { return report(.missing("an identifier", after: "!element"), index) }
        guard case .element(let element) = draft.target(of: words[1].text, in: scope) else {
            deferred.append(Deferred(statements: statements, path: path, index: index, scope: scope))
            return
        }
        let inner = DraftScope(element: element, environment: draft.elements[element].environment)
        readModelBody(statements.children(of: index), in: inner)
    }
}

extension C4Element {
    /// Adds tags that are not there yet.
    mutating func addTags(_ more: [String]) {
        for tag in more where !allTags.contains(tag) { tags.append(tag) }
    }
}
