/// Finds the elements and relationships that an expression picks.
struct ExpressionMatcher: Sendable {
    let graph: ModelGraph

    init(_ graph: ModelGraph) { self.graph = graph }

    /// What a test can be about.
    enum Subject: Sendable {
        case element, relationship
    }

    /// The ids of the elements that an expression picks out of all.
    func elements(_ expression: C4Expression) -> Set<String> {
        switch expression {
        case .all, .allReluctantly: Set(graph.workspace.elements.map(\.id))
        case .element(let id): [id]
        case .matching(let lists):
            lists.reduce(into: []) { found, tests in
                guard tests.allSatisfy({ Self.subject(of: $0) == .element }) else { return }
                let sets = tests.map(elements)
                guard let first = sets.first else { return }
                found.formUnion(sets.dropFirst().reduce(first) { $0.intersection($1) })
            }
        }
    }

    /// The indices of the relationships that an expression picks out of all.
    func relationships(_ expression: C4Expression) -> Set<Int> {
        guard case .matching(let lists) = expression else {
            return expression == .all ? Set(graph.relationships.indices) : []
        }
        return lists.reduce(into: []) { found, tests in
            guard !tests.isEmpty, tests.allSatisfy({ Self.subject(of: $0) == .relationship }) else { return }
            found.formUnion(
                graph.relationships.indices.filter { index in tests.allSatisfy { isPicked(index, by: $0) } })
        }
    }

    /// Whether an expression picks relationships rather than elements.
    static func picksRelationships(_ expression: C4Expression) -> Bool {
        guard case .matching(let lists) = expression else { return false }
        return lists.allSatisfy { $0.allSatisfy { subject(of: $0) == .relationship } }
    }

    private static func subject(of test: C4Test) -> Subject {
        switch test {
        case .neighbours, .element: .element
        case .relationships, .relationship: .relationship
        }
    }

    // MARK: Elements

    private func elements(_ test: C4Test) -> Set<String> {
        switch test {
        case .neighbours(let id, let before, let after):
            var found: Set<String> = [id]
            for index in graph.relationships(touching: id) {
                let relationship = graph.relationships[index]
                if after, relationship.source == id { found.insert(relationship.target) }
                if before, relationship.target == id { found.insert(relationship.source) }
            }
            return found
        case .element(let property, let comparison):
            return Set(graph.workspace.elements.filter { holds(property, comparison, for: $0) }.map(\.id))
        case .relationships, .relationship: return []
        }
    }

    private func holds(_ property: C4Test.Property, _ comparison: C4Comparison, for element: C4Element) -> Bool {
        let isFound: Bool
        switch property {
        case .kind:
            let names = [element.kind.rawValue, element.kind.title, element.kind.title.filter { $0 != " " }]
            let wanted = comparison.values.first?.lowercased() ?? ""
            isFound =
                names.contains { $0.lowercased() == wanted } || element.kind == .custom && wanted == "customelement"
        case .parent: isFound = element.parent == comparison.values.first
        case .tag:
            let tags = tags(of: element)
            isFound = comparison.values.allSatisfy(tags.contains)
        case .technology: isFound = element.technology == comparison.values.first
        case .group:
            let separator = graph.workspace.modelProperties[DSLReader.separatorName] ?? "/"
            isFound = element.group.joined(separator: separator) == comparison.values.first
        case .named(let name): isFound = element.properties[name] == comparison.values.first
        case .source, .target: isFound = false
        }
        return isFound == comparison.isEqual
    }

    /// The tags of an element; an instance has those of what it is one of as well.
    private func tags(of element: C4Element) -> [String] {
        element.allTags + (element.original.flatMap { graph[$0] }?.allTags ?? [])
    }

    // MARK: Relationships

    private func isPicked(_ index: Int, by test: C4Test) -> Bool {
        let relationship = graph.relationships[index]
        switch test {
        case .relationships(let source, let target):
            return (source == nil || source == relationship.source) && (target == nil || target == relationship.target)
        case .relationship(let property, let comparison):
            let isFound: Bool
            switch property {
            case .tag: isFound = comparison.values.allSatisfy(relationship.allTags.contains)
            case .source: isFound = relationship.source == comparison.values.first
            case .target: isFound = relationship.target == comparison.values.first
            case .technology: isFound = relationship.technology == comparison.values.first
            case .named(let name): isFound = relationship.properties[name] == comparison.values.first
            case .kind, .parent, .group: isFound = false
            }
            return isFound == comparison.isEqual
        case .neighbours, .element: return false
        }
    }
}
