import Model

extension DSLReader {
    /// Turns the draft into the model of the workspace: every reference an id, everything in its normal order.
    mutating func finishModel() {
        resolveInstances()
        ids = ModelIDs(draft)
        workspace.environments = draft.environments.enumerated().map { index, environment in
            var result = C4Environment(id: ids.environments[index], name: environment.name)
            result.deploymentGroups = zip(ids.groups[index], environment.groups).map {
                C4DeploymentGroup(id: $0, name: $1.name)
            }
            return result
        }
        workspace.elements = Self.preorder(draft).map(finishedElement)
        finishRelationships()
    }

    /// Gives every instance the kind and the name of what it is an instance of; those of nothing are left out.
    private mutating func resolveInstances() {
        for index in draft.elements.indices {
            guard let token = draft.elements[index].original else { continue }
            // Where an instance is called as its original is, the name means the original.
            let isStatic =
                if case .element(let found) = draft.target(of: token.text, in: DraftScope()) {
                    !draft.elements[found].element.kind.isDeployed
                } else { false }
            let inside = DraftScope(
                element: draft.elements[index].parent, environment: draft.elements[index].environment)
            let scope = isStatic ? DraftScope() : inside
            guard let target = element(token, draft.elements[index].place.path, in: scope, draft.elements[index].order)
            else { continue }
            let original = draft.elements[target].element
            switch original.kind {
            case .softwareSystem: draft.elements[index].element.kind = .softwareSystemInstance
            case .container: draft.elements[index].element.kind = .containerInstance
            default:
                let wanted = "a software system or a container"
                findings.append(
                    .dsl(.wrongKind(token.text, wanted: wanted), draft.elements[index].place.path, token.range))
                continue
            }
            draft.elements[index].element.name = original.name
            draft.elements[index].originalIndex = target
        }
    }

    private func finishedElement(_ index: Int) -> C4Element {
        let item = draft.elements[index]
        var element = item.element
        element.id = ids.elements[index]
        element.parent = item.parent.map { ids.elements[$0] }
        element.environment = item.environment.map { ids.environments[$0] }
        element.original = item.originalIndex.map { ids.elements[$0] }
        element.deploymentGroups = item.groupNames.compactMap { token in
            let scope = DraftScope(element: item.parent, environment: item.environment)
            guard case .deploymentGroup(let environment, let group) = draft.target(of: token.text, in: scope) else {
                return nil
            }
            return draft.environments[environment].groups[group].name
        }
        return element
    }

    /// The indices of the elements, each followed by its parts; the static model before the deployments.
    ///
    /// Instances of nothing are left out.
    private static func preorder(_ draft: ModelDraft) -> [Int] {
        var parts: [Int?: [Int]] = [:]
        for (index, item) in draft.elements.enumerated() where !item.isLost {
            parts[item.parent, default: []].append(index)
        }
        let top = parts[nil] ?? []
        let deployed = draft.environments.indices.flatMap { environment in
            top.filter { draft.elements[$0].environment == environment }
        }
        var pending = Array((top.filter { draft.elements[$0].environment == nil } + deployed).reversed())
        var order: [Int] = []
        while let index = pending.popLast() {
            order.append(index)
            pending += (parts[index] ?? []).reversed()
        }
        return order
    }

    // MARK: Relationships

    private mutating func finishRelationships() {
        var staticOnes: [(Int, C4Relationship)] = []
        var deployed: [[(Int, C4Relationship)]] = draft.environments.map { _ in [] }
        var seen: Set<[String]> = []
        for (index, item) in draft.relationships.enumerated() {
            guard let source = element(item.source, item, isSource: true),
                let target = element(item.target, item, isSource: false),
                !draft.elements[source].isLost, !draft.elements[target].isLost
            else { continue }
            var relationship = item.relationship
            relationship.source = ids.elements[source]
            relationship.target = ids.elements[target]
            let environment = draft.elements[source].environment ?? draft.elements[target].environment
            if item.isRemoval {
                remove(relationship.pair, from: item.scope.environment, item)
                continue
            }
            if source != target, isWithin(source, target) || isWithin(target, source) {
                note(.parentAndChild(relationship.source, relationship.target), item)
                continue
            }
            guard seen.insert([relationship.source, relationship.target, relationship.description]).inserted else {
                note(.duplicateRelationship(relationship.source, relationship.target), item)
                continue
            }
            if let environment {
                relationship.impliesOthers = true
                deployed[environment].append((index, relationship))
            } else {
                staticOnes.append((index, relationship))
            }
        }
        let all = staticOnes + deployed.flatMap { $0 }
        workspace.relationships = all.map(\.1)
        relationshipOrder = all.map(\.0)
    }

    private mutating func remove(_ pair: C4Pair, from environment: Int?, _ item: DraftRelationship) {
        guard let environment else {
            return note(.unexpected("-/>", place: "outside of `deploymentEnvironment`"), item)
        }
        workspace.environments[environment].withoutRelationships.append(pair)
    }

    private mutating func note(_ fault: DSLFault, _ item: DraftRelationship) {
        findings.append(.dsl(fault, item.place.path, item.place.range))
    }

    /// Whether one element is a part of another.
    private func isWithin(_ part: Int, _ whole: Int) -> Bool {
        var parent = draft.elements[part].parent
        while let index = parent {
            if index == whole { return true }
            parent = draft.elements[index].parent
        }
        return false
    }

    private mutating func element(
        _ end: DraftRelationship.End, _ item: DraftRelationship, isSource: Bool
    ) -> Int? {
        switch end {
        case .element(let index): return index
        case .named(let token):
            if draft.target(of: token.text, in: item.scope) == nil {
                let near = Spelling.nearest(token.text, among: draft.names)
                let fault = DSLFault.unknownEnd(token.text, isSource: isSource, near: near)
                findings.append(.dsl(fault, item.place.path, token.range))
                return nil
            }
            return element(token, item.place.path, in: item.scope, item.order)
        }
    }

    // MARK: References

    /// The element that a word names, with a finding when there is none.
    mutating func element(_ token: DSLToken, _ path: String, in scope: DraftScope, _ order: Int) -> Int? {
        switch draft.target(of: token.text, in: scope) {
        case .element(let index):
            if statements.isStrict, draft.elements[index].order > order {
                findings.append(.dsl(.later(token.text), path, token.range))
            }
            return index
        case nil:
            let near = Spelling.nearest(token.text, among: draft.names)
            findings.append(.dsl(.unknownReference(token.text, near: near), path, token.range))
        default: findings.append(.dsl(.wrongKind(token.text, wanted: "an element"), path, token.range))
        }
        return nil
    }
}
