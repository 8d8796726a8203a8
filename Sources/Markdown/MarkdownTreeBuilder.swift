import Model

/// Turns the events of libcmark-gfm into nodes with byte-exact ranges.
///
/// Whatever positions it is given, the ranges of a node's children lie inside its own and, but for footnotes, follow
/// one another.
struct MarkdownTreeBuilder {
    private var inlines: InlineScanner
    private let lines: LineTable
    private let offset: Int
    /// The lines before the part that was parsed.
    private let lineShift: Int
    private var nodes: [MarkdownNode] = []
    /// The indices of the nodes that are still open, the document first.
    private var open: [Int] = []
    /// For each open node where its last child ended, or where it starts.
    private var lastChildEnd: [Int] = []
    /// The open containers that were not given a node of their own because they are too deep.
    private var tooDeep = 0
    /// The cells of the table's row that is being read, the next one last.
    private var cells: [Range<Int>] = []
    private var rowEnd = 0
    /// The offset of the first node that was nested too deep.
    private(set) var firstTooDeep: Int?

    init(text: [UInt8], offset: Int, lines: LineTable) {
        self.inlines = InlineScanner(text: text, from: offset)
        self.offset = offset
        self.lines = lines
        self.lineShift = lines.line(at: offset) - 1
        nodes.reserveCapacity(text.count / 24 + 8)
    }

    private var text: [UInt8] { inlines.text }

    mutating func add(_ event: CMarkReader.Event) {
        if !event.isEntering {
            leave()
        } else if event.isLeaf {
            addLeaf(event)
        } else {
            enter(event)
        }
    }

    /// The nodes, with the document first even for an empty text.
    consuming func finish() -> [MarkdownNode] {
        nodes.isEmpty ? [MarkdownNode(kind: .document, range: offset..<text.count, parent: 0, end: 1)] : nodes
    }

    private mutating func addLeaf(_ event: CMarkReader.Event) {
        // Cutting an address from a text can leave nothing of it.
        if case .text("") = event.kind { return }
        let hint = given(event)
        let range =
            MarkdownNode.isBlock(event.kind) ? afterLastChild(hint, event.kind) : inlines.leaf(event.kind, hint: hint)
        nodes.append(MarkdownNode(kind: event.kind, range: range, parent: open.last ?? 0, end: nodes.count + 1))
        coverParent(upTo: range.upperBound)
    }

    private mutating func enter(_ event: CMarkReader.Event) {
        var hint = given(event)
        guard open.count < MarkdownParser.deepestNesting else {
            tooDeep += 1
            firstTooDeep = firstTooDeep ?? hint.lowerBound
            return
        }
        if event.kind.isRowOrCell { hint = rowOrCell(event.kind, given: hint) }
        var kind = event.kind
        var range = hint
        if MarkdownNode.isBlock(kind) {
            if case .footnoteDefinition = kind {
                (kind, range) = FootnoteLabel.definition(in: text, near: hint)
            } else {
                range = afterLastChild(hint, kind)
            }
            inlines.enterBlock(kind, range)
        } else {
            let start = inlines.open(kind, hint: hint)
            range = start..<start
            if case .footnoteReference = kind { kind = FootnoteLabel.reference(in: text, at: start) ?? kind }
        }
        open.append(nodes.count)
        lastChildEnd.append(range.lowerBound)
        nodes.append(MarkdownNode(kind: kind, range: range, parent: open.dropLast().last ?? 0, end: nodes.count + 1))
    }

    private mutating func leave() {
        if tooDeep > 0 {
            tooDeep -= 1
            return
        }
        guard let index = open.popLast() else { return }
        lastChildEnd.removeLast()
        let node = nodes[index]
        var range = node.range
        if !node.isBlock {
            range = range.lowerBound..<max(range.lowerBound, inlines.close(node.kind, openedAt: range.lowerBound))
        }
        let kind = BareAddress.kind(of: node.kind, text: text, at: range.lowerBound)
        nodes[index] = MarkdownNode(kind: kind, range: range, parent: node.parent, end: nodes.count)
        if case .footnoteDefinition = node.kind { return }
        coverParent(upTo: range.upperBound)
    }

    /// The range of a block, which starts no earlier than the one before it ends: padded cells of a table, for one,
    /// are given the start of their row.
    ///
    /// Text before a table's header makes a paragraph without positions, and the table is given that paragraph's start.
    private func afterLastChild(_ range: Range<Int>, _ kind: MarkdownNode.Kind) -> Range<Int> {
        guard let last = lastChildEnd.last, last > range.lowerBound || range.isEmpty else { return range }
        var start = max(last, range.lowerBound)
        switch kind {
        case .table, .paragraph: start = afterMarks(start)
        default: break
        }
        return start..<max(start, range.upperBound)
    }

    /// Makes the innermost open node reach as far as what it holds.
    private mutating func coverParent(upTo end: Int) {
        guard let parent = open.last else { return }
        lastChildEnd[lastChildEnd.count - 1] = max(lastChildEnd[lastChildEnd.count - 1], end)
        guard nodes[parent].range.upperBound < end else { return }
        let node = nodes[parent]
        let range = node.range.lowerBound..<end
        nodes[parent] = MarkdownNode(kind: node.kind, range: range, parent: node.parent, end: node.end)
    }

    /// The range of a row or a cell, which libcmark-gfm often takes from another line.
    private mutating func rowOrCell(_ kind: MarkdownNode.Kind, given: Range<Int>) -> Range<Int> {
        guard case .tableRow(let isHeader) = kind else {
            guard !cells.isEmpty else { return rowEnd..<rowEnd }
            return cells.removeLast()
        }
        let line = lines.start(ofLine: lines.line(at: given.lowerBound))
        let start = isHeader ? lastChildEnd.last ?? given.lowerBound : afterMarks(line)
        rowEnd = lines.content(ofLine: lines.line(at: start), in: text).upperBound
        cells = TableCells.ranges(in: text, start..<max(start, rowEnd)).reversed()
        return start..<max(start, rowEnd)
    }

    /// The offset of the first byte that is neither white space nor the mark of a quote.
    private func afterMarks(_ offset: Int) -> Int {
        var index = offset
        while index < text.count, text[index].isWhitespace || text[index] == UInt8(ascii: ">") { index += 1 }
        return index
    }

    /// The offset of the mark of the innermost open item.
    private var innermostItemStart: Int? {
        let item = open.last { if case .item = nodes[$0].kind { true } else { false } }
        return item.map { nodes[$0].range.lowerBound }
    }

    /// The range as libcmark-gfm gives it, or an empty one at the place of reading when it gives none.
    private func given(_ event: CMarkReader.Event) -> Range<Int> {
        if case .document = event.kind { return offset..<text.count }
        guard event.startLine > 0 else { return inlines.position..<inlines.position }
        let first = SourcePosition(line: event.startLine + lineShift, column: max(event.startColumn, 1))
        let start = lines.offset(of: first)
        let line = event.endLine + lineShift
        let ends = BlockEnds(text: text, lines: lines, start: start, startLine: first.line)
        if let end = ends.end(of: event.kind, givenLine: line, itemStart: innermostItemStart) {
            return start..<max(start, end)
        }
        guard event.endLine > 0 else { return start..<start }
        // An end in column 0 means the end of the line before: libcmark-gfm closes blocks at the line that ends them.
        let end =
            event.endColumn == 0
            ? lines.content(ofLine: line - 1, in: text).upperBound
            : lines.offset(of: SourcePosition(line: line, column: event.endColumn + 1))
        return start..<max(start, end)
    }
}

/// Cuts a row of a table at its pipes.
private enum TableCells {
    /// The bytes between the pipes of a row, without those of escaped pipes; pipes at its ends hold no cell.
    static func ranges(in text: [UInt8], _ row: Range<Int>) -> [Range<Int>] {
        let end = row.upperBound - text[row].reversed().prefix(while: \.isBlank).count
        var cells: [Range<Int>] = []
        var start = row.lowerBound
        var index = row.lowerBound
        while index < end {
            switch text[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "|"):
                if index > row.lowerBound { cells.append(start..<index) }
                start = index + 1
            default: break
            }
            index += 1
        }
        if start < end { cells.append(start..<end) }
        return cells
    }
}

extension MarkdownNode.Kind {
    fileprivate var isRowOrCell: Bool {
        switch self {
        case .tableRow, .tableCell: true
        default: false
        }
    }
}

/// The labels of footnotes as written; libcmark-gfm numbers them instead.
private enum FootnoteLabel {
    private static let opening = Array("[^".utf8)

    /// A definition, whose range as given starts after its label.
    static func definition(in text: [UInt8], near given: Range<Int>) -> (MarkdownNode.Kind, Range<Int>) {
        var start = min(given.lowerBound, text.count - 1)
        while start > 0, !text[start - 1].isLineEnd, text[start] != UInt8(ascii: "[") { start -= 1 }
        guard let label = label(in: text, at: start) else { return (.footnoteDefinition(label: ""), given) }
        return (.footnoteDefinition(label: label.text), start..<max(given.upperBound, label.endIndex))
    }

    static func reference(in text: [UInt8], at start: Int) -> MarkdownNode.Kind? {
        label(in: text, at: start).map { .footnoteReference(label: $0.text) }
    }

    private static func label(in text: [UInt8], at start: Int) -> ArraySlice<UInt8>? {
        guard start >= 0, start < text.count, text[start...].starts(with: opening) else { return nil }
        return text[(start + 2)...].prefix { $0 != UInt8(ascii: "]") && !$0.isLineEnd }
    }
}
