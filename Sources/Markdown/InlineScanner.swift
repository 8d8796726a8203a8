import Model

/// Finds the bytes of inline nodes, whose positions libcmark-gfm 0.29.0.gfm.6 often leaves out or gives wrong.
///
/// It has no positions for line breaks and bare addresses, counts a link over two lines from its last line, and shifts
/// lazy continuation lines. The source tells the truth: inlines follow one another without a gap, but for the marks
/// of blocks at the start of a line. So each is looked for where the one before ended; what libcmark-gfm says is a hint.
struct InlineScanner {
    let text: [UInt8]
    /// Where the reading stands: every inline starts here or later.
    private(set) var position: Int
    /// Whether indentation, quote marks or list marks may stand before the next inline.
    private var isAtLineStart = true
    /// Where the block that is being read ends.
    private var blockEnd: Int
    /// How many bytes may still be searched in vain, so that hostile input costs no more than its length.
    private var searchBudget: Int

    /// How far one run is searched before the hint is believed.
    private static let reach = 4096

    init(text: [UInt8], from offset: Int) {
        self.text = text
        position = offset
        blockEnd = text.count
        searchBudget = text.count * 8 + 65_536
    }

    /// Goes to the start of a block; footnotes are walked last wherever they stand, so that may be back.
    mutating func enterBlock(_ kind: MarkdownNode.Kind, _ range: Range<Int>) {
        position = range.lowerBound
        if case .heading = kind { position = HeadingMarks.end(in: text, from: position) }
        isAtLineStart = true
        blockEnd = range.isEmpty ? text.count : range.upperBound
    }

    /// The bytes of a node without children.
    mutating func leaf(_ kind: MarkdownNode.Kind, hint: Range<Int>) -> Range<Int> {
        let range: Range<Int>
        switch kind {
        case .softBreak, .lineBreak: range = lineEnd(from: position)
        case .code: range = codeSpan(hint: hint)
        case .text(let literal), .htmlInline(let literal): range = run(literal, hint: hint)
        default: range = position..<max(position, hint.upperBound)
        }
        position = range.upperBound
        isAtLineStart = kind == .softBreak || kind == .lineBreak || (isAtLineStart && text[range].isBlank)
        return range
    }

    /// Where an inline node with children starts; its first child starts after the mark that opens it.
    mutating func open(_ kind: MarkdownNode.Kind, hint: Range<Int>) -> Int {
        let (start, markLength) = opening(of: kind, hint: hint)
        position = start + markLength
        isAtLineStart = false
        return start
    }

    /// Where an inline node ends whose last child has been read.
    mutating func close(_ kind: MarkdownNode.Kind, openedAt start: Int) -> Int {
        isAtLineStart = false
        position = max(position, end(of: kind, openedAt: start))
        return position
    }

    private mutating func opening(of kind: MarkdownNode.Kind, hint: Range<Int>) -> (start: Int, length: Int) {
        let marks = InlineMarks.opening(kind)
        for start in candidates(hint: hint) {
            if let mark = marks.first(where: { Self.matches($0, text, at: start) }) { return (start, mark.utf8.count) }
            if case .link(let destination, _) = kind, Self.isAddress(destination, text, at: start) { return (start, 0) }
        }
        if case .link(let destination, _) = kind, let start = searchAddress(destination) { return (start, 0) }
        if let found = search(where: { start, text in marks.contains { Self.matches($0, text, at: start) } }) {
            return (found, marks.first { Self.matches($0, text, at: found) }?.utf8.count ?? 0)
        }
        return (max(hint.lowerBound, position), 0)
    }

    private func end(of kind: MarkdownNode.Kind, openedAt start: Int) -> Int {
        guard start < position else { return position }
        switch kind {
        case .emphasis: return afterRun(of: text[start], atMost: 1)
        case .strong: return afterRun(of: text[start], atMost: 2)
        case .strikethrough: return afterRun(of: UInt8(ascii: "~"), atMost: 2)
        case .footnoteReference: return LinkTail.endOfLabel(in: text, from: position) ?? position
        case .link, .image:
            switch text[start] {
            case UInt8(ascii: "<"): return afterRun(of: UInt8(ascii: ">"), atMost: 1)
            case UInt8(ascii: "["), UInt8(ascii: "!"): return LinkTail.end(in: text, from: position) ?? position
            default: return position
            }
        default: return position
        }
    }

    /// The offset after the marks that close a node.
    private func afterRun(of mark: UInt8, atMost limit: Int) -> Int {
        var index = position
        while index < text.count, index - position < limit, text[index] == mark { index += 1 }
        return index
    }
}

// MARK: - Finding runs

extension InlineScanner {
    /// The bytes of a run of text or raw HTML.
    private mutating func run(_ literal: String, hint: Range<Int>) -> Range<Int> {
        guard !literal.isEmpty else { return position..<position }
        for start in candidates(hint: hint) {
            if let end = SourceMatch.end(of: literal, in: text, at: start) { return start..<end }
        }
        let found = search { start, text in SourceMatch.end(of: literal, in: text, at: start) != nil }
        if let start = found, let end = SourceMatch.end(of: literal, in: text, at: start) { return start..<end }
        let start = max(hint.lowerBound, position)
        return start..<max(hint.upperBound, start)
    }

    /// A code span with its backticks.
    private mutating func codeSpan(hint: Range<Int>) -> Range<Int> {
        let tick = UInt8(ascii: "`")
        let near = candidates(hint: hint).first { $0 < text.count && text[$0] == tick }
        guard let start = near ?? search(where: { start, text in text[start] == tick }) else {
            return position..<max(position, hint.upperBound)
        }
        var index = start
        while index < text.count, text[index] == tick { index += 1 }
        let fence = index - start
        while index < text.count {
            let runStart = index
            while index < text.count, text[index] == tick { index += 1 }
            if index - runStart == fence { return start..<index }
            if index == runStart { index += 1 }
        }
        return start..<text.count
    }

    /// The line ending after an offset; line breaks need no more than what stands before it.
    private func lineEnd(from offset: Int) -> Range<Int> {
        var start = offset
        while start < text.count, !text[start].isLineEnd { start += 1 }
        var end = start
        if end < text.count, text[end] == .carriageReturn { end += 1 }
        if end < text.count, text[end] == .lineFeed { end += 1 }
        return start..<end
    }

    /// The offsets at which the next inline can start, the likeliest first.
    private func candidates(hint: Range<Int>) -> InlineCandidates {
        let given = hint.lowerBound > position ? hint.lowerBound : position
        guard isAtLineStart else { return InlineCandidates(position, given, given) }
        var index = position
        while index < text.count, text[index].isBlank || text[index] == UInt8(ascii: ">") { index += 1 }
        return InlineCandidates(index, given, position)
    }

    /// The nearest offset where something stands, within reach and budget.
    private mutating func search(where isThere: (_ offset: Int, _ text: [UInt8]) -> Bool) -> Int? {
        let end = min(blockEnd, position + min(Self.reach, max(searchBudget, 0)))
        var index = position
        while index < end {
            if isThere(index, text) { return index }
            index += 1
        }
        searchBudget -= end - position
        return nil
    }

    /// Whether an address stands at an offset as it is, or without the scheme that autolinks add.
    private static func isAddress(_ destination: String, _ text: [UInt8], at start: Int) -> Bool {
        InlineMarks.impliedSchemes.contains { scheme in
            destination.hasPrefix(scheme)
                && SourceMatch.end(of: String(destination.dropFirst(scheme.utf8.count)), in: text, at: start) != nil
        }
    }

    private mutating func searchAddress(_ destination: String) -> Int? {
        let end = lineEnd(from: position).lowerBound
        return search { start, text in start < end && Self.isAddress(destination, text, at: start) }
    }

    private static func matches(_ needle: some StringProtocol, _ text: [UInt8], at start: Int) -> Bool {
        guard start + needle.utf8.count <= text.count else { return false }
        return text[start..<start + needle.utf8.count].elementsEqual(needle.utf8)
    }
}

/// Up to three offsets, kept without an allocation.
private struct InlineCandidates: Sequence, IteratorProtocol {
    private var rest: (Int, Int, Int)
    private var taken = 0

    init(_ first: Int, _ second: Int, _ third: Int) { rest = (first, second, third) }

    mutating func next() -> Int? {
        taken += 1
        switch taken {
        case 1: return rest.0
        case 2: return rest.1 == rest.0 ? next() : rest.1
        case 3: return rest.2 == rest.1 || rest.2 == rest.0 ? nil : rest.2
        default: return nil
        }
    }
}

/// The marks that open inlines.
private enum InlineMarks {
    /// What libcmark-gfm puts before an address that was written without a scheme.
    static let impliedSchemes = ["", "http://", "mailto:"]

    static func opening(_ kind: MarkdownNode.Kind) -> [String] {
        switch kind {
        case .emphasis: ["*", "_"]
        case .strong: ["**", "__"]
        case .strikethrough: ["~~", "~"]
        case .link: ["[", "<"]
        case .image: ["!["]
        case .footnoteReference: ["[^"]
        default: []
        }
    }
}
