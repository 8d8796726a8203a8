import Model

extension DSLReader {
    /// Reads the statements that pick elements and relationships of the finished model.
    mutating func runDeferred() {
        // A deferred statement may hold others; they join the end of the list.
        var position = 0
        while position < deferred.count, position < DSLLoader.mostStatements {
            let item = deferred[position]
            position += 1
            let outer = (statements, path)
            (statements, path) = (item.statements, item.path)
            run(item)
            (statements, path) = outer
        }
    }

    private mutating func run(_ item: Deferred) {
        let statement = statements.all[item.index]
        let words = Array(statement.words)
        guard words.count > 1 else { return report(.missing("what it means", after: words[0].text), item.index) }
        switch statement.keyword {
        case "!element":
            guard let element = element(words[1], statement.path, in: item.scope, clock) else { return }
            let inner = DraftScope(element: element, environment: draft.elements[element].environment)
            readModelBody(statements.children(of: item.index), in: inner)
        case "!relationship":
            guard case .relationship(let number) = draft.target(of: words[1].text, in: item.scope) else {
                return report(.unknownReference(words[1].text, near: nil), words[1], item.index)
            }
            apply(item.index, toRelationships: [number])
        default: pick(item, statement.keyword == "!elements")
        }
    }

    /// Applies a block to all elements or relationships that an expression picks.
    private mutating func pick(_ item: Deferred, _ wantsElements: Bool) {
        var probe = self
        probe.finishModel()
        guard let expression = probe.expression(item.index, in: item.scope) else {
            findings = probe.findings
            return
        }
        let matcher = ExpressionMatcher(ModelGraph(probe.workspace))
        if wantsElements {
            let ids = matcher.elements(expression)
            let indices = probe.ids.elements.indices.filter { ids.contains(probe.ids.elements[$0]) }
            for index in indices {
                let inner = DraftScope(element: index, environment: draft.elements[index].environment)
                readModelBody(statements.children(of: item.index), in: inner)
            }
        } else {
            let picked = matcher.relationships(expression).filter { $0 < probe.relationshipOrder.count }
            apply(item.index, toRelationships: picked.sorted().map { probe.relationshipOrder[$0] })
        }
    }

    private mutating func apply(_ index: Int, toRelationships numbers: [Int]) {
        for number in numbers {
            var relationship = draft.relationships[number].relationship
            for child in statements.children(of: index) where !takeDetail(child, of: &relationship) {
                unknown(child, "in a relationship", Self.relationshipWords)
            }
            draft.relationships[number].relationship = relationship
        }
    }

    /// Takes a workspace that another language was read into as part of the draft.
    mutating func adopt(_ base: DiagramDocument, takesViews: Bool) {
        let shift = draft.elements.count
        let numbers = Dictionary(
            base.workspace.elements.enumerated().map { ($1.id, shift + $0) }, uniquingKeysWith: { first, _ in first })
        let environments = adoptEnvironments(base)
        for element in base.workspace.elements {
            let place = base.elementPlaces[element.id] ?? Source(path: base.path, range: .top)
            var item = DraftElement(element: element, order: clock, place: place)
            item.parent = element.parent.flatMap { numbers[$0] }
            item.environment = element.environment.flatMap { environments[$0] }
            item.originalIndex = element.original.flatMap { numbers[$0] }
            item.localName = element.localID
            item.fullName = element.id
            draft.elements.append(item)
            _ = draft.register(element.id, as: .element(draft.elements.count - 1))
        }
        for relationship in base.workspace.relationships {
            guard let source = numbers[relationship.source], let target = numbers[relationship.target] else { continue }
            draft.relationships.append(
                DraftRelationship(
                    relationship: relationship, source: .element(source), target: .element(target), scope: DraftScope(),
                    order: clock, place: Source(path: base.path, range: .top)))
        }
        workspace.styles.elements += base.workspace.styles.elements
        workspace.styles.relationships += base.workspace.styles.relationships
        if takesViews {
            workspace.views += base.workspace.views
            workspace.name = base.workspace.name
            workspace.description = base.workspace.description
        }
    }

    private mutating func adoptEnvironments(_ base: DiagramDocument) -> [String: Int] {
        var numbers: [String: Int] = [:]
        for environment in base.workspace.environments {
            numbers[environment.id] = draft.environments.count
            var item = DraftEnvironment(name: environment.name, order: clock)
            item.groups = environment.deploymentGroups.map { ($0.name, nil) }
            item.localName = environment.id
            item.fullName = environment.id
            draft.environments.append(item)
        }
        return numbers
    }
}
