import Model

extension DSLReader {
    /// The one expression that the words behind the first word of a statement make.
    mutating func expression(_ index: Int, in scope: DraftScope) -> C4Expression? {
        expressions(index, in: scope).first
    }

    /// The expressions behind the first word of a statement.
    mutating func expressions(_ index: Int, in scope: DraftScope) -> [C4Expression] {
        let words = Array(statements.all[index].words.dropFirst())
        guard !words.isEmpty else {
            report(.missing("what it means", after: statements.all[index].keyword), index)
            return []
        }
        return Self.joined(words).compactMap { expression($0, index, scope) }
    }

    /// The words with those round an operator made one, for expressions that should have been quoted.
    private static func joined(_ words: [DSLToken]) -> [DSLToken] {
        var result: [DSLToken] = []
        var joins = false
        for word in words {
            let isOperator = !word.isQuoted && ["->", "&&", "||", "==", "!="].contains(word.text)
            if let last = result.indices.last, joins || isOperator {
                result[last].text += " \(word.text)"
                result[last].range.end = word.range.end
            } else {
                result.append(word)
            }
            joins = isOperator
        }
        return result
    }

    private mutating func expression(_ token: DSLToken, _ index: Int, _ scope: DraftScope) -> C4Expression? {
        let text = token.text.trimmed
        if text == "*" { return .all }
        if text == "*?" { return .allReluctantly }
        if text.split(separator: " ").count == 1, !Self.isTest(text) {
            return id(of: text, token, index, scope).map { .element($0) }
        }
        var lists: [[C4Test]] = []
        for part in text.split(separator: "||", omittingEmptySubsequences: false) {
            var tests: [C4Test] = []
            for piece in part.split(separator: "&&", omittingEmptySubsequences: false) {
                guard let test = test(String(piece).trimmed, token, index, scope) else { return nil }
                tests.append(test)
            }
            lists.append(tests)
        }
        return .matching(lists)
    }

    /// Whether a word is a test rather than an identifier.
    private static func isTest(_ text: String) -> Bool {
        ["->", "==", "!=", "&&", "||"].contains { text.contains($0) }
    }

    // MARK: Tests

    private mutating func test(_ text: String, _ token: DSLToken, _ index: Int, _ scope: DraftScope) -> C4Test? {
        var text = text
        for prefix in ["element==", "relationship=="] where text.hasPrefix(prefix) {
            text = String(text.dropFirst(prefix.utf8.count)).trimmed
        }
        if text.hasPrefix("element.") || text.hasPrefix("relationship.") {
            return comparison(text, token, index, scope)
        }
        guard let arrow = text.utf8.firstRange(of: "->".utf8) else {
            return id(of: text, token, index, scope).map { .neighbours(of: $0, before: false, after: false) }
        }
        if arrow.lowerBound == text.startIndex || text.utf8[arrow.upperBound...].isEmpty {
            let before = text.hasPrefix("->")
            let after = text.hasSuffix("->")
            let name = String(text.dropFirst(before ? 2 : 0).dropLast(after ? 2 : 0)).trimmed
            return id(of: name, token, index, scope).map { .neighbours(of: $0, before: before, after: after) }
        }
        let source = String(text[..<arrow.lowerBound]).trimmed
        let target = String(text[arrow.upperBound...]).trimmed
        guard let from = end(source, token, index, scope), let to = end(target, token, index, scope) else { return nil }
        return .relationships(source: from, target: to)
    }

    /// The id of one side of an arrow, nil for `*`; nothing when it is unknown.
    private mutating func end(_ name: String, _ token: DSLToken, _ index: Int, _ scope: DraftScope) -> String?? {
        if name == "*" { return .some(nil) }
        return id(of: name, token, index, scope).map { .some($0) } ?? nil
    }

    private mutating func comparison(
        _ text: String, _ token: DSLToken, _ index: Int, _ scope: DraftScope
    ) -> C4Test? {
        let isEqual = text.contains("==")
        guard let mark = text.utf8.firstRange(of: (isEqual ? "==" : "!=").utf8) else {
            report(.badValue(text, of: "an expression", allowed: "`element.tag==…` or `element.tag!=…`"), token, index)
            return nil
        }
        let left = String(text[..<mark.lowerBound]).trimmed
        let right = String(text[mark.upperBound...]).trimmed
        let isElement = left.hasPrefix("element.")
        let name = String(left.drop { $0 != "." }.dropFirst())
        guard let property = Self.property(name, ofElement: isElement) else {
            let words = isElement ? Self.elementProperties : Self.relationshipProperties
            let near = Spelling.nearest(name, among: words.keys.sorted())
            report(.unknownWord(name, place: "in an expression", near: near), token, index)
            return nil
        }
        var values = property == .tag ? right.split(separator: ",").map(\.trimmed) : [right]
        if [.parent, .source, .target].contains(property) {
            guard let id = id(of: right, token, index, scope) else { return nil }
            values = [id]
        }
        let comparison = C4Comparison(isEqual: isEqual, values: values)
        return isElement ? .element(property, comparison) : .relationship(property, comparison)
    }

    private static let elementProperties: [String: C4Test.Property] = [
        "type": .kind, "parent": .parent, "tag": .tag, "technology": .technology, "group": .group,
    ]
    private static let relationshipProperties: [String: C4Test.Property] = [
        "tag": .tag, "source": .source, "destination": .target, "technology": .technology,
    ]

    private static func property(_ name: String, ofElement isElement: Bool) -> C4Test.Property? {
        if name.hasPrefix("properties["), name.hasSuffix("]") {
            return .named(String(name.dropFirst(11).dropLast()))
        }
        return (isElement ? elementProperties : relationshipProperties)[name.lowercased()]
    }

    // MARK: Ids

    /// The id of the element that a word of an expression names, with a finding when there is none.
    mutating func id(of name: String, _ token: DSLToken, _ index: Int, _ scope: DraftScope) -> String? {
        if name.lowercased() == "this", let element = scope.element { return ids.elements[element] }
        let word = DSLToken(text: name, range: token.range)
        guard let element = element(word, statements.all[index].path, in: scope, clock) else { return nil }
        return draft.elements[element].isLost ? nil : ids.elements[element]
    }
}
