package import Model

/// A Markdown text as a tree of values.
///
/// The nodes stand in one array in the order of the document, each with the index after its subtree: neither walking
/// nor releasing a tree recurses, however deep its input was nested.
package struct MarkdownTree: Sendable, Equatable {
    /// The whole text that the ranges of the nodes refer to.
    package let text: [UInt8]
    package let lines: LineTable
    /// The nodes; the first one is the document.
    package let nodes: [MarkdownNode]
    /// The limits that the text ran into; empty for ordinary input.
    package let limits: [MarkdownLimit]

    package init(text: [UInt8], lines: LineTable, nodes: [MarkdownNode], limits: [MarkdownLimit] = []) {
        self.text = text
        self.lines = lines
        self.nodes = nodes
        self.limits = limits
    }

    /// The node at an index.
    package subscript(index: Int) -> MarkdownNode { nodes[index] }

    /// The indices of the nodes right below another, in order.
    package func children(of index: Int) -> MarkdownChildren {
        MarkdownChildren(tree: self, position: index + 1, end: nodes[index].end)
    }

    /// The indices of all nodes below another, in the order of the document.
    package func descendants(of index: Int) -> Range<Int> { index + 1..<nodes[index].end }

    /// The bytes that a node was read from, as text.
    package func source(of index: Int) -> String { text[nodes[index].range].text }

    /// The positions that a node was read from.
    package func position(of index: Int) -> SourceRange { lines.range(nodes[index].range) }
}

/// The indices of the nodes right below another.
package struct MarkdownChildren: Sequence, IteratorProtocol, Sendable {
    fileprivate let tree: MarkdownTree
    fileprivate var position: Int
    fileprivate let end: Int

    package mutating func next() -> Int? {
        guard position < end else { return nil }
        defer { position = tree.nodes[position].end }
        return position
    }
}

/// One node of a Markdown tree.
package struct MarkdownNode: Sendable, Equatable {
    package let kind: Kind
    /// The bytes that the node was read from.
    package let range: Range<Int>
    /// The index of the node above; that of the document is its own.
    package let parent: Int
    /// The index after the node's subtree.
    package let end: Int

    package init(kind: Kind, range: Range<Int>, parent: Int, end: Int) {
        self.kind = kind
        self.range = range
        self.parent = parent
        self.end = end
    }

    /// What a node is: the blocks and inlines of GitHub Flavored Markdown 0.29 and its footnotes.
    package enum Kind: Sendable, Equatable {
        case document
        case blockQuote
        case list(ordered: Bool, start: Int, tight: Bool)
        /// An item; `checked` is nil when it is no task.
        case item(checked: Bool?)
        case codeBlock(info: String, literal: String)
        case htmlBlock(String)
        case paragraph
        case heading(level: Int)
        case thematicBreak
        case table(alignments: [TableAlignment])
        case tableRow(isHeader: Bool)
        case tableCell
        case footnoteDefinition(label: String)
        case text(String)
        case softBreak
        case lineBreak
        case code(String)
        case htmlInline(String)
        case emphasis
        case strong
        case strikethrough
        case link(destination: String, title: String)
        case image(destination: String, title: String)
        case footnoteReference(label: String)
    }

    /// How the cells of a table's column are set.
    package enum TableAlignment: String, Sendable {
        case none, left, center, right
    }

    /// Whether the node is a block rather than a run of text.
    package var isBlock: Bool { MarkdownNode.isBlock(kind) }

    /// Whether the node is an item of a list.
    package var isItem: Bool { if case .item = kind { true } else { false } }

    /// Whether nodes of a kind are blocks rather than runs of text.
    package static func isBlock(_ kind: Kind) -> Bool {
        switch kind {
        case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .table,
            .tableRow, .tableCell, .footnoteDefinition:
            true
        default: false
        }
    }
}

/// A bound that keeps hostile input from exhausting time, memory or the stack.
package enum MarkdownLimit: Sendable, Hashable {
    /// Blocks or inlines nest deeper than `MarkdownParser.deepestNesting`; deeper ones were drawn up to that level.
    case nesting(at: SourcePosition)
    /// A table would be padded to more than `MarkdownParser.largestTable` cells; the text was read without tables.
    case table(at: SourcePosition)
    /// A run of lines would keep the parser busy without bound; some of its marks were read as text.
    case inlines(at: SourcePosition)
    /// The text is larger than `MarkdownParser.largestText`; it was not read.
    case size
}
