import Model

extension DSLReader {
    /// Reads `deploymentEnvironment <name> { … }`.
    mutating func readEnvironment(_ index: Int, in scope: DraftScope) {
        let statement = statements.all[index]
        let words = Array(statement.words)
        guard scope.element == nil, scope.environment == nil else {
            return report(.unexpected(words[0].text, place: "here"), index)
        }
        guard words.count > 1 else { return report(.missing("a name", after: words[0].text), index) }
        refuseMore(words, than: 2, "deploymentEnvironment <name>", index)
        var number = draft.environments.count
        if let known = draft.environments.firstIndex(where: { $0.name == words[1].text }) {
            // A file that was included or used may have begun the environment.
            number = known
        } else {
            draft.environments.append(DraftEnvironment(name: words[1].text, order: clock))
        }
        if let identifier = statement.identifier, name(.environment(number), identifier.text, identifier, index) {
            draft.environments[number].localName = identifier.text
            draft.environments[number].fullName = identifier.text
        }
        readModelBody(statements.children(of: index), in: DraftScope(environment: number))
    }

    /// Reads `deploymentGroup <name>`.
    mutating func readDeploymentGroup(_ index: Int, in scope: DraftScope) {
        let statement = statements.all[index]
        let words = Array(statement.words)
        guard let environment = scope.environment, scope.element == nil else {
            return report(.unexpected(words[0].text, place: "outside of `deploymentEnvironment`"), index)
        }
        guard words.count > 1 else { return report(.missing("a name", after: words[0].text), index) }
        let number = draft.environments[environment].groups.count
        draft.environments[environment].groups.append((words[1].text, statement.identifier?.text))
        guard let identifier = statement.identifier else { return }
        let target = ModelDraft.Target.deploymentGroup(environment: environment, group: number)
        if !name(target, fullName(identifier.text, in: scope), identifier, index) {
            draft.environments[environment].groups[number].localName = nil
        }
    }

    /// Reads `containerInstance <id> [groups] [tags]` and the like.
    mutating func readInstance(_ index: Int, in scope: DraftScope) {
        let words = Array(statements.all[index].words)
        guard let parent = scope.element, draft.elements[parent].element.kind == .deploymentNode else {
            return report(.unexpected(words[0].text, place: "outside of `deploymentNode`"), index)
        }
        guard words.count > 1 else { return report(.missing("an identifier", after: words[0].text), index) }
        // What it is an instance of, and so its kind, is known when the whole model is.
        var element = C4Element(id: "", kind: .containerInstance, name: words[1].text)
        element.group = scope.group
        var rest = words.dropFirst(2)
        var groups: [DSLToken] = []
        if let token = rest.first, let named = deploymentGroups(token, in: scope) {
            groups = named
            rest = rest.dropFirst()
        }
        element.addTags(Self.tags(rest.prefix(1)))
        refuseMore(Array(rest), than: 1, "\(words[0].text) <identifier> [deployment groups] [tags]", index)
        add(element, index, in: scope, original: words[1], groups: groups)
    }

    /// The deployment groups in a word, such as `one,two`; nil when it names none, so that it is a list of tags.
    private func deploymentGroups(_ token: DSLToken, in scope: DraftScope) -> [DSLToken]? {
        let parts = token.text.split(separator: ",").map(\.trimmed)
        guard !parts.isEmpty else { return token.text.isEmpty ? [] : nil }
        let isNamed = parts.allSatisfy { part in
            if case .deploymentGroup = draft.target(of: part, in: scope) { true } else { false }
        }
        return isNamed ? parts.map { DSLToken(text: $0, range: token.range) } : nil
    }
}
