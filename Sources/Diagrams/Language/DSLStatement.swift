import Model

/// One line of the Structurizr DSL with the block that it opens, in a flat list in the order of the text.
struct DSLStatement: Sendable {
    /// The tokens of the line without the brace that opens the block.
    var tokens: [DSLToken]
    /// The file that the line stands in.
    var path: String
    /// Whether the line opens a block, which may be empty.
    var hasBlock: Bool
    /// The index after the statements of the block.
    var end: Int
    /// The whole line.
    var range: SourceRange

    /// The identifier in `identifier = words…`.
    var identifier: DSLToken? {
        tokens.count >= 3 && tokens[1].text == "=" && !tokens[1].isQuoted ? tokens[0] : nil
    }

    /// The tokens without the identifier.
    var words: ArraySlice<DSLToken> { identifier == nil ? tokens[...] : tokens[2...] }

    /// The first word in lower case, which says what the statement is; empty for a lone block.
    var keyword: String {
        guard let first = words.first, !first.isQuoted else { return "" }
        return first.text.lowercased()
    }
}

/// The lines of a text and of all that it includes, braces matched and constants replaced.
struct DSLStatements: Sendable {
    var all: [DSLStatement] = []
    var findings: [Finding] = []
    /// The paths of the files that were read, in the order of reading.
    var files: [String] = []
    /// Whether the text asks for the language as Structurizr has it, and nothing beyond.
    var isStrict = false

    /// The indices of the statements right below another; of the outermost ones for nil.
    func children(of index: Int?) -> [Int] {
        var children: [Int] = []
        var position = index.map { $0 + 1 } ?? 0
        let end = index.map { all[$0].end } ?? all.count
        while position < end {
            children.append(position)
            position = all[position].end
        }
        return children
    }
}
