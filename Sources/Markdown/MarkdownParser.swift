package import Model

/// Reads GitHub Flavored Markdown with tables, strikethrough, task lists, autolinks and footnotes.
package enum MarkdownParser {
    /// The depth beyond which nodes are no longer nested.
    package static let deepestNesting = 200
    /// The number of bytes beyond which a text is not read.
    package static let largestText = 16 * 1024 * 1024
    /// The number of cells, beyond one for each byte of the text, beyond which tables are left as text.
    package static let largestTable = 200_000
    /// The number of columns beyond which tables are left as text.
    package static let mostColumns = 20_000

    /// Reads a text, which must be well-formed UTF-8 without NUL, from an offset to its end.
    ///
    /// - Parameters:
    ///   - text: The whole text; ranges of the tree refer to it.
    ///   - offset: The start of a line, where front matter ends.
    ///   - lines: The line table of the whole text, when the caller has it already.
    package static func parse(_ text: [UInt8], from offset: Int = 0, lines: LineTable? = nil) -> MarkdownTree {
        let lines = lines ?? LineTable(text)
        guard text.count <= largestText else {
            let document = MarkdownNode(kind: .document, range: offset..<text.count, parent: 0, end: 1)
            return MarkdownTree(text: text, lines: lines, nodes: [document], limits: [.size])
        }
        let wideTable = TableGuard.firstTooLargeTable(in: text, from: offset)
        let mask = InlineGuard.mask(text, from: offset)
        var builder = MarkdownTreeBuilder(text: text, offset: offset, lines: lines)
        CMarkReader.read(mask?.text ?? text, from: offset, withTables: wideTable == nil) { event in
            var event = event
            if let mask { event.kind = event.kind.mapStrings(mask.restored) }
            builder.add(event)
        }
        var limits: [MarkdownLimit] = []
        if let wideTable { limits.append(.table(at: lines.position(at: wideTable))) }
        if let mask { limits.append(.inlines(at: lines.position(at: mask.firstRun))) }
        if let deepest = builder.firstTooDeep { limits.append(.nesting(at: lines.position(at: deepest))) }
        return MarkdownTree(text: text, lines: lines, nodes: builder.finish(), limits: limits)
    }
}

extension MarkdownNode.Kind {
    /// The kind with every text in it changed.
    fileprivate func mapStrings(_ change: (String) -> String) -> MarkdownNode.Kind {
        switch self {
        case .codeBlock(let info, let literal): .codeBlock(info: change(info), literal: change(literal))
        case .htmlBlock(let literal): .htmlBlock(change(literal))
        case .text(let literal): .text(change(literal))
        case .code(let literal): .code(change(literal))
        case .htmlInline(let literal): .htmlInline(change(literal))
        case .link(let destination, let title): .link(destination: change(destination), title: change(title))
        case .image(let destination, let title): .image(destination: change(destination), title: change(title))
        default: self
        }
    }
}
