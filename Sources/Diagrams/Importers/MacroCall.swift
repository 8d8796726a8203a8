import Model

/// One statement of C4-PlantUML or of a Mermaid C4 diagram.
struct MacroCall: Sendable {
    /// The name of the macro, or the first word of a line that is none, such as `title`.
    var name: String
    /// The arguments by position.
    var arguments: [String]
    /// The arguments by name, without the `$`.
    var named: [String: String]
    /// The rest of a line that is no macro.
    var rest: String
    /// Whether `{` follows.
    var opensBlock: Bool
    var range: SourceRange

    /// An argument by its name or by its place; empty when it is absent.
    func argument(_ position: Int, _ name: String) -> String {
        named[name.lowercased()] ?? (arguments.indices.contains(position) ? arguments[position] : "")
    }
}

/// Cuts C4-PlantUML and Mermaid C4 into statements.
struct MacroScanner {
    private let bytes: [UInt8]
    private let lines: LineTable
    private let offset: SourcePosition
    private var index = 0

    init(_ bytes: [UInt8], offset: SourcePosition) {
        self.bytes = bytes
        self.offset = offset
        lines = LineTable(bytes)
        index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The next statement; nil at the end.
    mutating func next() -> MacroCall? {
        skipBlankAndComments()
        guard index < bytes.count else { return nil }
        let start = index
        if bytes[index] == UInt8(ascii: "}") || bytes[index] == UInt8(ascii: "{") {
            index += 1
            return call(bytes[start..<index].text, start)
        }
        while index < bytes.count, bytes[index].isAlphanumeric || bytes[index] == UInt8(ascii: "_") { index += 1 }
        let name = bytes[start..<index].text
        if !name.isEmpty, index < bytes.count, bytes[index] == UInt8(ascii: "(") { return readCall(name, start) }
        index = start
        let line = restOfLine()
        let words = line.split(whereSeparator: \.isBlank)
        var call = call(words.first?.text ?? "", start)
        call.rest = line.dropFirst(words.first?.count ?? 0).trimmed.text
        call.opensBlock = line.last == UInt8(ascii: "{")
        return call
    }

    private mutating func readCall(_ name: String, _ start: Int) -> MacroCall {
        index += 1
        var parts: [[UInt8]] = [[]]
        var depth = 1
        var isQuoted = false
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted {
                if byte == UInt8(ascii: "(") { depth += 1 }
                if byte == UInt8(ascii: ")") { depth -= 1 }
                if depth == 0 { break }
                if byte == UInt8(ascii: ","), depth == 1 {
                    parts.append([])
                    continue
                }
            } else if byte.isLineEnd {
                isQuoted = false
            }
            parts[parts.count - 1].append(byte)
        }
        var result = call(name, start)
        for part in parts.map({ $0.trimmed }) {
            let mark = part.firstIndex(of: UInt8(ascii: "="))
            if part.first == UInt8(ascii: "$"), let mark {
                result.named[part[part.startIndex..<mark].dropFirst().trimmed.text.lowercased()] = Self.plain(
                    part[(mark + 1)...])
            } else {
                result.arguments.append(Self.plain(part))
            }
        }
        while index < bytes.count, bytes[index].isBlank { index += 1 }
        if index < bytes.count, bytes[index] == UInt8(ascii: "{") {
            index += 1
            result.opensBlock = true
        }
        return result
    }

    /// An argument without its quotes, `\n` being a space.
    private static func plain(_ part: some RandomAccessCollection<UInt8>) -> String {
        var text = part.text.trimmed
        if text.hasPrefix("\""), text.hasSuffix("\""), text.utf8.count > 1 {
            text = String(text.dropFirst().dropLast())
        }
        return text.replacing("\\n", with: " ").replacing("<br/>", with: " ").trimmed
    }

    private func call(_ name: String, _ start: Int) -> MacroCall {
        let range = lines.range(start..<max(index, start))
        func shifted(_ position: SourcePosition) -> SourcePosition {
            SourcePosition(line: position.line + offset.line, column: position.column + offset.column)
        }
        return MacroCall(
            name: name, arguments: [], named: [:], rest: "", opensBlock: false,
            range: SourceRange(start: shifted(range.start), end: shifted(range.end)))
    }

    private mutating func restOfLine() -> ArraySlice<UInt8> {
        let start = index
        while index < bytes.count, !bytes[index].isLineEnd { index += 1 }
        return bytes[start..<index].trimmed
    }

    private mutating func skipBlankAndComments() {
        while index < bytes.count {
            if bytes[index].isWhitespace {
                index += 1
            } else if bytes[index] == UInt8(ascii: "'") || bytes[index...].starts(with: "%%".utf8) {
                _ = restOfLine()
            } else if bytes[index...].starts(with: "/'".utf8) {
                let end = bytes[index...].firstRange(of: Array("'/".utf8))
                index = end?.upperBound ?? bytes.count
            } else {
                return
            }
        }
    }
}
