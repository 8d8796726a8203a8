import Model

/// A word or a quoted text of the Structurizr DSL, with its place.
struct DSLToken: Sendable, Hashable {
    var text: String
    /// Where the token stands in its file.
    var range: SourceRange
    /// Whether it was written in quotes, so that it is no keyword and no brace.
    var isQuoted = false
}

/// Cuts a text of the Structurizr DSL into the tokens of its lines.
///
/// The rules are those of Structurizr's tokenizer: words are set apart by white space, quotes count at the start of a
/// word only, comments stand on lines of their own, `\` joins lines, and `"""` encloses several lines.
struct DSLScanner {
    private let bytes: [UInt8]
    private let lines: LineTable
    private let path: String
    /// Added to the numbers of lines and columns, for a block that stands in another file.
    private let offset: SourcePosition
    private var index: Int
    private(set) var findings: [Finding] = []
    /// Whether comments behind other words are a fault.
    var isStrict = false

    init(_ bytes: [UInt8], path: String, offset: SourcePosition = SourcePosition(line: 0, column: 0)) {
        self.bytes = bytes
        self.path = path
        self.offset = offset
        lines = LineTable(bytes)
        index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The tokens of the next line that has any; nil at the end of the text.
    mutating func nextLine() -> [DSLToken]? {
        while index < bytes.count {
            if skipComment() { continue }
            let tokens = readLine()
            if !tokens.isEmpty { return tokens }
        }
        return nil
    }

    /// The position of the last byte, for what is missing at the end.
    var end: SourceRange { range(max(bytes.count - 1, 0)..<bytes.count) }

    // MARK: Comments

    /// Skips white space and, when the line is a comment, the comment; true when something was skipped.
    private mutating func skipComment() -> Bool {
        while index < bytes.count, bytes[index].isWhitespace { index += 1 }
        if index == bytes.count { return true }
        if starts(with: "/*") {
            skipBlockComment()
        } else if starts(with: "//") || bytes[index] == UInt8(ascii: "#") {
            skipToLineEnd()
        } else {
            return false
        }
        return true
    }

    /// Skips to the end of the first line that ends in `*/`.
    private mutating func skipBlockComment() {
        let start = index
        while index < bytes.count {
            let lineStart = index
            skipToLineEnd()
            if bytes[lineStart..<index].trimmed.reversed().starts(with: Array("/*".utf8)) { return }
            while index < bytes.count, bytes[index].isLineEnd { index += 1 }
        }
        findings.append(.dsl(.unclosedComment, path, range(start..<min(start + 2, bytes.count))))
    }

    private mutating func skipToLineEnd() {
        while index < bytes.count, !bytes[index].isLineEnd { index += 1 }
    }

    // MARK: Tokens

    private mutating func readLine() -> [DSLToken] {
        var tokens: [DSLToken] = []
        while index < bytes.count {
            let byte = bytes[index]
            if byte.isLineEnd {
                index += 1
                return tokens
            }
            if byte.isWhitespace {
                index += 1
            } else if byte == UInt8(ascii: "\\"), let next = lineAfterBackslash() {
                index = next
            } else if starts(with: "\"\"\"") {
                tokens.append(readTextBlock())
            } else if byte == UInt8(ascii: "\"") {
                tokens.append(readQuoted())
            } else if starts(with: "//"), !tokens.isEmpty, !isStrict {
                skipToLineEnd()
            } else {
                tokens.append(readWord())
            }
        }
        return tokens
    }

    /// The start of the line after a `\` that ends its line; nil when it does not.
    private func lineAfterBackslash() -> Int? {
        var next = index + 1
        while next < bytes.count, bytes[next].isBlank { next += 1 }
        guard next < bytes.count, bytes[next].isLineEnd else { return nil }
        if bytes[next] == .carriageReturn, next + 1 < bytes.count, bytes[next + 1] == .lineFeed { next += 1 }
        return next + 1
    }

    private mutating func readWord() -> DSLToken {
        let start = index
        while index < bytes.count, !bytes[index].isWhitespace { index += 1 }
        return DSLToken(text: bytes[start..<index].text, range: range(start..<index))
    }

    private mutating func readQuoted() -> DSLToken {
        let start = index
        var text: [UInt8] = []
        index += 1
        while index < bytes.count, !bytes[index].isLineEnd {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\"") {
                return DSLToken(text: text.text, range: range(start..<index), isQuoted: true)
            }
            if byte == UInt8(ascii: "\\"), index < bytes.count, let plain = Self.escapes[bytes[index]] {
                text.append(plain)
                index += 1
            } else {
                text.append(byte)
            }
        }
        findings.append(.dsl(.unclosedQuote, path, range(start..<index)))
        return DSLToken(text: text.trimmed.text, range: range(start..<index), isQuoted: true)
    }

    /// What stands behind a backslash in quotes, and what it means.
    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
        UInt8(ascii: "n"): .lineFeed,
    ]

    /// Reads the lines between two `"""`, without the indentation of the first one and without the last line end.
    private mutating func readTextBlock() -> DSLToken {
        let start = index
        let firstLine = lines.line(at: index)
        skipToLineEnd()
        var contents: [ArraySlice<UInt8>] = []
        var indent = 0
        for line in (firstLine + 1)..<(max(lines.count, firstLine) + 1) {
            let content = lines.content(ofLine: line, in: bytes)
            let text = bytes[content].trimmed
            index = content.upperBound
            if text.starts(with: Array("\"\"\"".utf8)) {
                index = text.startIndex + 3
                let joined = contents.map { Self.dropping(indent, $0).text }.joined(separator: "\n")
                return DSLToken(text: joined, range: range(start..<start + 3), isQuoted: true)
            }
            if contents.isEmpty { indent = text.startIndex - content.lowerBound }
            contents.append(bytes[content])
        }
        findings.append(.dsl(.unclosedTextBlock, path, range(start..<start + 3)))
        return DSLToken(
            text: contents.map(\.text).joined(separator: "\n"), range: range(start..<start + 3), isQuoted: true)
    }

    /// A line without as many blanks at its start.
    private static func dropping(_ indent: Int, _ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var line = line
        for _ in 0..<indent where line.first?.isBlank == true { line = line.dropFirst() }
        return line
    }

    private func starts(with text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

    private func range(_ offsets: Range<Int>) -> SourceRange {
        let range = lines.range(offsets)
        return SourceRange(start: shifted(range.start), end: shifted(range.end))
    }

    private func shifted(_ position: SourcePosition) -> SourcePosition {
        SourcePosition(line: position.line + offset.line, column: position.column + offset.column)
    }
}
