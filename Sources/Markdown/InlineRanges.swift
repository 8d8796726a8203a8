import Model

/// Finds the bytes of inline nodes, whose positions libcmark-gfm 0.29.0.gfm.6 often leaves out or gives wrong.
///
/// It has no positions for line breaks and autolinks, keeps the old end of a text that an autolink was cut from, counts
/// a link over two lines from its last line, and shifts lazy continuation lines. The source itself tells the truth: the
/// runs follow one another, so each given start is taken as a hint, checked against the bytes, and searched from where
/// the run before ended when it proves wrong.
struct InlineRanges {
    let text: [UInt8]

    /// How far a run is searched before the hint is believed after all.
    private static let reach = 4096

    /// The bytes of a node without children, and where the next run may start.
    func leaf(_ kind: MarkdownNode.Kind, hint: Range<Int>, cursor: Int) -> (range: Range<Int>, next: Int) {
        switch kind {
        case .softBreak, .lineBreak:
            let range = lineEnd(from: cursor)
            return (range, range.upperBound)
        case .code(let literal):
            let range = code(literal, hint: hint, cursor: cursor)
            return (range, range.upperBound)
        case .text(let literal), .htmlInline(let literal):
            let bytes = Array(literal.utf8)
            if let range = find(bytes, hint: hint, cursor: cursor) { return (range, range.upperBound) }
            // Escapes and entities are longer in the source than in the text, so the text's length is a lower bound.
            let start = max(hint.lowerBound, cursor)
            return (start..<max(hint.upperBound, start), min(start + bytes.count, text.count))
        default: return (hint, max(cursor, hint.upperBound))
        }
    }

    /// Where an inline node with children starts, and where the first child may start.
    func start(of kind: MarkdownNode.Kind, hint: Range<Int>, cursor: Int) -> (start: Int, next: Int) {
        if case .link(let destination, _) = kind, !isBracketed(hint, cursor: cursor) {
            if let found = autolink(destination, cursor: cursor) { return (found, found) }
        }
        let openings = Self.openings(of: kind)
        for opening in openings where hint.lowerBound >= cursor && !hint.isEmpty {
            if matches(opening, at: hint.lowerBound) { return (hint.lowerBound, hint.lowerBound + opening.count) }
        }
        let reach = cursor..<min(text.count, cursor + Self.reach)
        let nearest = openings.compactMap { search($0, in: reach) }.min { $0.lowerBound < $1.lowerBound }
        if let nearest { return (nearest.lowerBound, nearest.upperBound) }
        return (max(hint.lowerBound, cursor), max(hint.lowerBound, cursor))
    }

    /// Where an inline node ends whose last child ended at the cursor.
    func end(of kind: MarkdownNode.Kind, start: Int, cursor: Int) -> Int {
        switch kind {
        case .emphasis: return min(cursor + 1, text.count)
        case .strong: return min(cursor + 2, text.count)
        case .strikethrough: return skip(UInt8(ascii: "~"), from: cursor)
        case .link, .image:
            guard start < text.count else { return cursor }
            if text[start] == UInt8(ascii: "<") { return min(cursor + 1, text.count) }
            let isBracketed = text[start] == UInt8(ascii: "[") || text[start] == UInt8(ascii: "!")
            return isBracketed ? linkEnd(from: cursor) : cursor
        case .footnoteReference: return linkEnd(from: cursor)
        default: return cursor
        }
    }

    /// A footnote's label as written, and for a definition the bytes with its label.
    func footnote(_ given: Range<Int>, isDefinition: Bool) -> (label: String, range: Range<Int>)? {
        var start = given.lowerBound
        while isDefinition, start > 0, !text[start - 1].isLineEnd, text[start] != UInt8(ascii: "[") { start -= 1 }
        guard matches([UInt8(ascii: "["), UInt8(ascii: "^")], at: start) else { return nil }
        let label = text[(start + 2)...].prefix { $0 != UInt8(ascii: "]") && !$0.isLineEnd }
        return (label.text, start..<max(given.upperBound, label.endIndex))
    }

    private static func openings(of kind: MarkdownNode.Kind) -> [[UInt8]] {
        switch kind {
        case .emphasis: [[UInt8(ascii: "*")], [UInt8(ascii: "_")]]
        case .strong: [Array("**".utf8), Array("__".utf8)]
        case .strikethrough: [[UInt8(ascii: "~")]]
        case .link: [[UInt8(ascii: "[")], [UInt8(ascii: "<")]]
        case .image: [Array("![".utf8)]
        case .footnoteReference: [Array("[^".utf8)]
        default: []
        }
    }

    private func isBracketed(_ hint: Range<Int>, cursor: Int) -> Bool {
        guard !hint.isEmpty, hint.lowerBound >= cursor, hint.lowerBound < text.count else { return false }
        return text[hint.lowerBound] == UInt8(ascii: "[") || text[hint.lowerBound] == UInt8(ascii: "<")
    }

    /// The start of an autolink without brackets: the address stands in the source as it is, or without its scheme.
    private func autolink(_ destination: String, cursor: Int) -> Int? {
        let bytes = Array(destination.utf8)
        for scheme in ["", "http://", "mailto:"] where destination.hasPrefix(scheme) {
            let written = Array(bytes.dropFirst(scheme.utf8.count))
            let line = cursor..<lineEnd(from: cursor).lowerBound
            if let found = search(written, in: line) { return found.lowerBound }
        }
        return nil
    }

    /// The line ending after the cursor.
    private func lineEnd(from cursor: Int) -> Range<Int> {
        var start = cursor
        while start < text.count, !text[start].isLineEnd { start += 1 }
        var end = start
        if end < text.count, text[end] == .carriageReturn { end += 1 }
        if end < text.count, text[end] == .lineFeed { end += 1 }
        return start..<end
    }

    /// A code span with its backticks.
    private func code(_ literal: String, hint: Range<Int>, cursor: Int) -> Range<Int> {
        let tick = UInt8(ascii: "`")
        guard let opening = search([tick], in: cursor..<min(text.count, cursor + Self.reach)) else { return hint }
        let fence = skip(tick, from: opening.lowerBound) - opening.lowerBound
        var index = opening.lowerBound + fence
        while index < text.count {
            guard text[index] == tick else {
                index += 1
                continue
            }
            let end = skip(tick, from: index)
            if end - index == fence { return opening.lowerBound..<end }
            index = end
        }
        return hint
    }

    /// The end of a link whose text ended at the cursor: `](address "title")`, `][label]`, `][]` or `]`.
    private func linkEnd(from cursor: Int) -> Int {
        let closing = search([UInt8(ascii: "]")], in: cursor..<min(text.count, cursor + Self.reach))
        guard let closing, closing.upperBound < text.count else { return closing?.upperBound ?? cursor }
        switch text[closing.upperBound] {
        case UInt8(ascii: "["):
            let rest = closing.upperBound..<min(text.count, cursor + Self.reach)
            return search([UInt8(ascii: "]")], in: rest)?.upperBound ?? closing.upperBound
        case UInt8(ascii: "("): return parenthesisEnd(from: closing.upperBound) ?? closing.upperBound
        default: return closing.upperBound
        }
    }

    /// The end of the parentheses that open at an index, with quoted titles and `<…>` addresses passed over.
    private func parenthesisEnd(from start: Int) -> Int? {
        var depth = 0
        var quote: UInt8?
        var index = start
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "<"), text[index - 1] == UInt8(ascii: "(") {
                quote = UInt8(ascii: ">")
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), text[index - 1].isWhitespace {
                quote = byte
            } else if byte == UInt8(ascii: "(") {
                depth += 1
            } else if byte == UInt8(ascii: ")") {
                depth -= 1
                if depth == 0 { return index + 1 }
            }
            index += 1
        }
        return nil
    }

    /// The bytes at the hint if they match there, else the next place where they do.
    private func find(_ needle: [UInt8], hint: Range<Int>, cursor: Int) -> Range<Int>? {
        if needle.isEmpty { return cursor..<cursor }
        if !hint.isEmpty, hint.lowerBound >= cursor, matches(needle, at: hint.lowerBound) {
            return hint.lowerBound..<hint.lowerBound + needle.count
        }
        return search(needle, in: cursor..<min(text.count, cursor + needle.count + Self.reach))
    }

    private func search(_ needle: [UInt8], in stretch: Range<Int>) -> Range<Int>? {
        guard let first = needle.first, stretch.count >= needle.count else { return nil }
        for start in stretch.lowerBound...stretch.upperBound - needle.count where text[start] == first {
            if matches(needle, at: start) { return start..<start + needle.count }
        }
        return nil
    }

    private func matches(_ needle: [UInt8], at start: Int) -> Bool {
        guard start >= 0, start + needle.count <= text.count else { return false }
        for offset in needle.indices where text[start + offset] != needle[offset] { return false }
        return true
    }

    private func skip(_ byte: UInt8, from start: Int) -> Int {
        var index = start
        while index < text.count, text[index] == byte { index += 1 }
        return index
    }
}
