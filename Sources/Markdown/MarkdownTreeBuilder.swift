import Model

/// Turns the events of libcmark-gfm into nodes with byte-exact ranges.
struct MarkdownTreeBuilder {
    private let inlines: InlineRanges
    private let lines: LineTable
    private let offset: Int
    /// The lines before the part that was parsed.
    private let lineShift: Int
    private var nodes: [MarkdownNode] = []
    /// The indices of the nodes that are still open, the document first.
    private var open: [Int] = []
    /// The open containers that were not given a node of their own because they are too deep.
    private var tooDeep = 0
    /// Where the reading of inline text stands: every inline starts here or later.
    private var cursor: Int
    /// The offset of the first node that was nested too deep.
    private(set) var firstTooDeep: Int?

    init(text: [UInt8], offset: Int, lines: LineTable) {
        self.inlines = InlineRanges(text: text)
        self.offset = offset
        self.lines = lines
        self.lineShift = lines.line(at: offset) - 1
        self.cursor = offset
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
        var range = given(event)
        if !MarkdownNode.isBlock(event.kind) {
            (range, cursor) = inlines.leaf(event.kind, hint: range, cursor: cursor)
        }
        append(event.kind, range)
    }

    private mutating func enter(_ event: CMarkReader.Event) {
        var kind = event.kind
        var range = given(event)
        guard open.count < MarkdownParser.deepestNesting else {
            tooDeep += 1
            firstTooDeep = firstTooDeep ?? range.lowerBound
            return
        }
        if MarkdownNode.isBlock(kind) {
            if case .footnoteDefinition = kind, let footnote = inlines.footnote(range, isDefinition: true) {
                (kind, range) = (.footnoteDefinition(label: footnote.label), footnote.range)
            }
            // Footnotes are walked last wherever they stand, so a block may set the cursor back.
            cursor = range.lowerBound
        } else {
            let (start, next) = inlines.start(of: kind, hint: range, cursor: cursor)
            range = start..<start
            cursor = next
            trimTextBefore(start)
            if case .footnoteReference = kind, let footnote = inlines.footnote(range, isDefinition: false) {
                kind = .footnoteReference(label: footnote.label)
            }
        }
        open.append(nodes.count)
        nodes.append(MarkdownNode(kind: kind, range: range, parent: open.dropLast().last ?? 0, end: nodes.count + 1))
    }

    private mutating func leave() {
        if tooDeep > 0 {
            tooDeep -= 1
            return
        }
        guard let index = open.popLast() else { return }
        let node = nodes[index]
        var range = node.range
        if !node.isBlock {
            cursor = max(cursor, inlines.end(of: node.kind, start: range.lowerBound, cursor: cursor))
            range = range.lowerBound..<cursor
        }
        nodes[index] = MarkdownNode(kind: node.kind, range: range, parent: node.parent, end: nodes.count)
    }

    private mutating func append(_ kind: MarkdownNode.Kind, _ range: Range<Int>) {
        nodes.append(MarkdownNode(kind: kind, range: range, parent: open.last ?? 0, end: nodes.count + 1))
    }

    /// Cuts the end of a text that libcmark-gfm left standing in the autolink after it.
    private mutating func trimTextBefore(_ start: Int) {
        guard let last = nodes.last, case .text = last.kind, last.range.upperBound > start else { return }
        let range = min(last.range.lowerBound, start)..<start
        nodes[nodes.count - 1] = MarkdownNode(kind: last.kind, range: range, parent: last.parent, end: last.end)
    }

    /// The range as libcmark-gfm gives it, or an empty one at the cursor when it gives none.
    private func given(_ event: CMarkReader.Event) -> Range<Int> {
        if case .document = event.kind { return offset..<text.count }
        guard event.startLine > 0 else { return cursor..<cursor }
        let first = SourcePosition(line: event.startLine + lineShift, column: max(event.startColumn, 1))
        let start = lines.offset(of: first)
        guard event.endLine > 0 else { return start..<start }
        let line = event.endLine + lineShift
        // An end in column 0 means the end of the line before: libcmark-gfm closes blocks at the line that ends them.
        let end =
            event.endColumn == 0
            ? lines.content(ofLine: line - 1, in: text).upperBound
            : lines.offset(of: SourcePosition(line: line, column: event.endColumn + 1))
        return start..<max(start, end)
    }
}
