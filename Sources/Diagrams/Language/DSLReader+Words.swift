import Model

extension DSLReader {
    /// Notes what is wrong with a statement.
    mutating func report(_ fault: DSLFault, _ index: Int) {
        let statement = statements.all[index]
        findings.append(.dsl(fault, statement.path, statement.range))
    }

    /// Notes what is wrong with a token of a statement.
    mutating func report(_ fault: DSLFault, _ token: DSLToken, _ index: Int) {
        findings.append(.dsl(fault, statements.all[index].path, token.range))
    }

    /// Notes a statement that nothing is known of, with the word that was probably meant.
    mutating func unknown(_ index: Int, _ place: String, _ words: some Sequence<String>) {
        let statement = statements.all[index]
        guard let first = statement.words.first else { return report(.unexpected("{", place: place), index) }
        if let instead = Self.oldWords[statement.keyword] {
            return report(.oldKeyword(first.text, instead: instead), first, index)
        }
        if statement.identifier == nil, first.text.utf8.contains(UInt8(ascii: "=")), !first.isQuoted {
            return report(.notDSL("put spaces around `=` in `\(first.text)`"), first, index)
        }
        let near = Spelling.nearest(first.text, among: words)
        report(.unknownWord(first.text, place: place, near: near), first, index)
    }

    /// The words of former versions of the language, with what took their place.
    static let oldWords: [String: String?] = [
        "enterprise": "`group`", "branding": nil, "version": nil, "font": nil, "logo": nil,
        "!ref": "`!element` or `!relationship`", "!extend": "`!element` or `!relationship`", "!constant": "`!const`",
    ]

    /// The text of a word of a statement; empty when there is none.
    func text(_ words: [DSLToken], _ position: Int) -> String {
        words.indices.contains(position) ? words[position].text : ""
    }

    /// The one text that a statement such as `description "…"` takes.
    mutating func oneText(_ index: Int) -> String? {
        let words = Array(statements.all[index].words)
        guard words.count > 1 else {
            report(.missing("a text", after: words[0].text), index)
            return nil
        }
        refuseMore(words, than: 2, "\(words[0].text) <text>", index)
        return words[1].text
    }

    /// Notes words beyond those that a form takes.
    mutating func refuseMore(_ words: [DSLToken], than count: Int, _ form: String, _ index: Int? = nil) {
        guard words.count > count else { return }
        findings.append(
            .dsl(
                .tooManyWords(words[count].text, form: form), index.map { statements.all[$0].path } ?? path,
                words[count].range))
    }

    /// Reads the lines `name value` of a block.
    mutating func readPairs(_ index: Int) -> [String: String] {
        var pairs: [String: String] = [:]
        for child in statements.children(of: index) {
            let tokens = statements.all[child].tokens
            guard tokens.count == 2 else {
                report(
                    .notDSL(
                        "a line of `\(statements.all[index].keyword)` is a name and a value, in quotes if they have spaces"
                    ), child)
                continue
            }
            pairs[tokens[0].text] = tokens[1].text
        }
        return pairs
    }

    /// Reads `name description [value]` lines.
    mutating func readPerspectives(_ index: Int) -> [C4Perspective] {
        statements.children(of: index).compactMap { child in
            let tokens = statements.all[child].tokens
            guard tokens.count >= 2 else {
                report(.missing("a description", after: tokens.first?.text ?? "{"), child)
                return nil
            }
            refuseMore(tokens, than: 3, "name description [value]", child)
            return C4Perspective(name: tokens[0].text, description: tokens[1].text, value: text(tokens, 2))
        }
    }

    /// Reads the folder of documentation or decisions.
    mutating func readPapers(_ index: Int) -> C4Papers? {
        let isDocumentation = statements.all[index].keyword.hasPrefix("!doc")
        let kind = isDocumentation ? C4Papers.Kind.documentation : .decisions
        let words = Array(statements.all[index].words)
        guard words.count > 1 else {
            report(.missing("a folder", after: words[0].text), index)
            return nil
        }
        if DiagramFiles.isAddress(words[1].text) {
            report(.refused("\(words[0].text) \(words[1].text)", why: DSLFault.noNetwork), words[1], index)
            return nil
        }
        guard DiagramFiles.resolve(words[1].text + "/x", from: statements.all[index].path) != nil else {
            report(.refused("\(words[0].text) \(words[1].text)", why: DSLFault.outside), words[1], index)
            return nil
        }
        refuseMore(words, than: 3, "\(words[0].text) <folder> [format]", index)
        return C4Papers(kind: kind, path: words[1].text, format: words.count > 2 ? words[2].text : nil)
    }

    /// Reads `configuration`.
    mutating func readConfiguration(_ index: Int) {
        for child in statements.children(of: index) {
            switch statements.all[child].keyword {
            case "scope": workspace.configuration.scope = choice(child, ["softwareSystem", "landscape", "none"])
            case "visibility": workspace.configuration.visibility = choice(child, ["private", "public"])
            case "users": workspace.configuration.users.merge(readPairs(child)) { _, new in new }
            case "properties": workspace.configuration.properties.merge(readPairs(child)) { _, new in new }
            default: unknown(child, "in `configuration`", ["scope", "visibility", "users", "properties"])
            }
        }
    }

    /// The one of some words that a statement names.
    mutating func choice(_ index: Int, _ allowed: [String]) -> String? {
        guard let value = oneText(index) else { return nil }
        if let found = allowed.first(where: { $0.lowercased() == value.lowercased() }) { return found }
        let list = allowed.map { "`\($0)`" }.joined(separator: ", ")
        report(.badValue(value, of: statements.all[index].keyword, allowed: list), index)
        return nil
    }

    /// The tags in some words, which commas may join.
    static func tags(_ words: some Sequence<DSLToken>) -> [String] {
        var tags: [String] = []
        for word in words {
            for tag in word.text.split(separator: ",").map(\.trimmed) where !tag.isEmpty && !tags.contains(tag) {
                tags.append(tag)
            }
        }
        return tags
    }
}
