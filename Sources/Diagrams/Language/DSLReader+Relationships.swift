import Model

extension DSLReader {
    /// The word in an arrow: `sync` for `--sync->`, empty for `->`; nil when a word is no arrow.
    static func arrowWord(_ word: String) -> String? {
        if word == "->" { return "" }
        guard word.hasPrefix("--"), word.hasSuffix("->"), word.utf8.count > 4 else { return nil }
        return String(word.dropFirst(2).dropLast(2))
    }

    /// The position among the words of a statement at which its arrow stands; nil when it has none.
    static func arrow(in statement: DSLStatement) -> Int? {
        let words = statement.words
        for position in words.indices.prefix(2) where !words[position].isQuoted {
            if arrowWord(words[position].text) != nil || words[position].text == "-/>" { return position }
        }
        return nil
    }

    /// Reads `a -> b …`, `-> b …` or `a -/> b`.
    mutating func readRelationship(_ index: Int, in scope: DraftScope) {
        let statement = statements.all[index]
        guard let arrow = Self.arrow(in: statement) else { return }
        let before = arrow > statement.words.startIndex ? statement.words[statement.words.startIndex] : nil
        let behind = Array(statement.words[(arrow + 1)...])
        let word = statement.words[arrow].text
        guard let form = archetypes.relationship(Self.arrowWord(word) ?? "") else {
            return report(.unknownReference(word, near: nil), statement.words[arrow], index)
        }
        guard let target = behind.first else { return report(.missing("an element behind it", after: word), index) }
        guard let source = end(before, in: scope) else {
            return report(.missing("an element before it", after: word), index)
        }
        var relationship = form.defaults
        relationship.impliesOthers = impliesRelationships
        if behind.count > 1, !behind[1].text.isEmpty { relationship.description = behind[1].text }
        if behind.count > 2, !behind[2].text.isEmpty { relationship.technology = behind[2].text }
        if behind.count > 3 { relationship.addTags(Self.tags([behind[3]])) }
        refuseMore(behind, than: 4, "a -> b [description] [technology] [tags]", index)
        for child in statements.children(of: index) where !takeDetail(child, of: &relationship) {
            unknown(child, "in a relationship", Self.relationshipWords)
        }
        add(relationship, from: source, to: end(target, in: scope) ?? .named(target), index, scope, word == "-/>")
    }

    static let relationshipWords = ["description", "technology", "tags", "tag", "url", "properties", "perspectives"]

    private mutating func add(
        _ relationship: C4Relationship, from source: DraftRelationship.End, to target: DraftRelationship.End,
        _ index: Int, _ scope: DraftScope, _ isRemoval: Bool
    ) {
        let statement = statements.all[index]
        let number = draft.relationships.count
        draft.relationships.append(
            DraftRelationship(
                relationship: relationship, source: source, target: target, scope: scope, isRemoval: isRemoval,
                order: clock, place: Source(path: statement.path, range: statement.range)))
        if let identifier = statement.identifier {
            _ = name(.relationship(number), fullName(identifier.text, in: scope), identifier, index)
        }
    }

    /// One end of a relationship: the element around it for `this` and for nothing.
    private func end(_ token: DSLToken?, in scope: DraftScope) -> DraftRelationship.End? {
        guard let token, token.text.lowercased() != "this" else { return scope.element.map { .element($0) } }
        return .named(token)
    }

    /// Takes a statement about a relationship; false when it is none.
    mutating func takeDetail(_ index: Int, of relationship: inout C4Relationship) -> Bool {
        let words = statements.all[index].words
        switch statements.all[index].keyword {
        case "description": relationship.description = oneText(index) ?? relationship.description
        case "technology": relationship.technology = oneText(index) ?? relationship.technology
        case "tags", "tag": relationship.addTags(Self.tags(words.dropFirst()))
        case "url": relationship.url = oneText(index)
        case "properties": relationship.properties.merge(readPairs(index)) { _, new in new }
        case "perspectives": relationship.perspectives += readPerspectives(index)
        default: return false
        }
        return true
    }
}

extension C4Relationship {
    /// Adds tags that are not there yet.
    mutating func addTags(_ more: [String]) {
        for tag in more where !allTags.contains(tag) { tags.append(tag) }
    }
}
