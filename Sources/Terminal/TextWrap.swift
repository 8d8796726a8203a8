import Model

/// Breaks, cuts and pads text to columns of a terminal.
package enum TextWrap {
    /// The text in lines of at most `width` columns, broken at spaces and at its own line feeds.
    ///
    /// A word stays whole unless it is longer than a line. Spaces at a break are dropped.
    ///
    /// - Parameters:
    ///   - indent: what the first line begins with.
    ///   - hanging: what the other lines begin with; the same as `indent` when nil.
    ///   - limit: the number of lines after which no more are made.
    package static func lines(
        _ text: String, width: Int, indent: String = "", hanging: String? = nil, limit: Int = .max
    ) -> [String] {
        var wrapper = Wrapper(width: max(width, 1), indent: indent, hanging: hanging ?? indent)
        // Most texts are one paragraph, and looking for others goes through all letters.
        let isOne = !text.utf8.contains(.lineFeed)
        let paragraphs = isOne ? [text[...]] : text.split(separator: "\n", omittingEmptySubsequences: false)
        for (number, paragraph) in paragraphs.enumerated() {
            if number > 0 { wrapper.breakLine() }
            var rest = paragraph.utf8[...]
            while wrapper.lines.count < limit {
                rest = rest.drop { $0 == .space }
                guard !rest.isEmpty else { break }
                let word = rest.prefix { $0 != .space }
                wrapper.add(Substring(word))
                rest = rest[word.endIndex...]
            }
        }
        wrapper.breakLine()
        return wrapper.lines
    }

    /// The text if it fits, else as much of it as fits before `…`.
    package static func truncated(_ text: String, to width: Int) -> String {
        guard DisplayWidth.of(text) > width else { return text }
        guard width > 0 else { return "" }
        let kept = text.unicodeScalars.prefix(columns: width - 1)
        let isStyled = text.utf8.contains(0x1B)
        return String(kept) + "…" + (isStyled ? Styler.reset : "")
    }

    /// The columns that a text takes on the screen.
    package static func width(of text: String) -> Int { DisplayWidth.of(text) }

    /// The text with spaces after it, at least `width` columns wide.
    package static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    }

    /// The text with spaces before it, at least `width` columns wide.
    package static func paddedLeft(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - DisplayWidth.of(text))) + text
    }
}

/// The state of breaking one text.
private struct Wrapper {
    let width: Int
    let indent: String
    let hanging: String
    private(set) var lines: [String] = []
    private var line = ""
    private var used = 0
    private var isEmpty = true

    init(width: Int, indent: String, hanging: String) {
        self.width = width
        self.indent = indent
        self.hanging = hanging
        begin()
    }

    mutating func add(_ word: Substring) {
        var rest = word
        var length = DisplayWidth.of(rest)
        if !isEmpty, used + 1 + length > width { breakLine() }
        while used + length > width, isEmpty {
            let piece = rest.unicodeScalars.prefix(columns: max(width - used, 1))
            guard !piece.isEmpty, piece.endIndex < rest.endIndex else { break }
            append(Substring(piece), width: DisplayWidth.of(Substring(piece)))
            rest = rest[piece.endIndex...]
            length = DisplayWidth.of(rest)
            breakLine()
        }
        append(rest, width: length)
    }

    mutating func breakLine() {
        lines.append(isEmpty ? "" : line)
        begin()
    }

    private mutating func begin() {
        line = lines.isEmpty ? indent : hanging
        used = DisplayWidth.of(line)
        isEmpty = true
    }

    private mutating func append(_ word: Substring, width: Int) {
        if !isEmpty {
            line += " "
            used += 1
        }
        line += word
        used += width
        isEmpty = false
    }
}

extension BidirectionalCollection where Element == Unicode.Scalar {
    /// The longest beginning that fits in a number of columns, with the marks that belong to its last sign.
    fileprivate func prefix(columns: Int) -> SubSequence {
        var width = DisplayWidth()
        var end = startIndex
        while end < endIndex {
            _ = width.add(self[end])
            if width.columns > columns { break }
            formIndex(after: &end)
        }
        return self[startIndex..<end]
    }
}
