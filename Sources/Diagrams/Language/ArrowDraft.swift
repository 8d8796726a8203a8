import Model

/// Drafts a diagram from the arrows in a text: `→`, `->`, and flows that go on below, further in.
package enum ArrowDraft {
    /// The lines of a `c4` block, each once; empty when the text has no arrows.
    package static func lines(of text: String) -> [String] {
        var draft = Draft()
        for line in text.utf8.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd) {
            draft.take(Array(line))
        }
        return draft.lines
    }
}

/// The state of drafting.
private struct Draft {
    private(set) var lines: [String] = []
    private var seen: Set<String> = []
    /// The last name of each line above, with the line's indentation.
    private var open: [(indent: Int, name: String)] = []

    mutating func take(_ bytes: [UInt8]) {
        let indent = bytes.prefix { $0.isBlank }.count
        let line = Self.withoutMarker(bytes[...].trimmed)
        while let last = open.last, last.indent >= indent { open.removeLast() }
        guard let first = ShorthandReader.arrow(in: line, from: line.startIndex) else {
            // A plain line can be what an indented arrow below begins at.
            let name = Self.name(line)
            if !name.isEmpty { open.append((indent, name)) }
            return
        }
        var names: [String] = []
        var start = first.upperBound
        let head = Self.name(line[..<first.lowerBound])
        if !head.isEmpty { names.append(head) } else if let above = open.last { names.append(above.name) }
        while let arrow = ShorthandReader.arrow(in: line, from: start) {
            names.append(Self.name(line[start..<arrow.lowerBound]))
            start = arrow.upperBound
        }
        let (last, label) = Self.split(line[start...])
        names.append(last)
        names.removeAll(where: \.isEmpty)
        for (index, pair) in zip(names, names.dropFirst()).enumerated() where pair.0 != pair.1 {
            let isLast = index == names.count - 2
            let words = "\(pair.0) -> \(pair.1)" + (isLast && !label.isEmpty ? ": \(label)" : "")
            if seen.insert(words).inserted { lines.append(words) }
        }
        if let last = names.last { open.append((indent, last)) }
    }

    /// The name and what is said behind a colon, or behind two blanks.
    private static func split(_ rest: ArraySlice<UInt8>) -> (String, String) {
        let rest = rest.trimmed
        if let colon = rest.indices.first(where: {
            rest[$0] == UInt8(ascii: ":") && ($0 + 1 == rest.endIndex || rest[$0 + 1].isBlank)
        }) {
            return (name(rest[..<colon]), words(rest[(colon + 1)...]))
        }
        if let gap = rest.firstRange(of: [.space, .space]) {
            return (name(rest[..<gap.lowerBound]), words(rest[gap.upperBound...]))
        }
        return (name(rest), "")
    }

    /// A line without the mark of a list item or a quotation.
    private static func withoutMarker(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var line = line
        while let first = line.first,
            [UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ">")].contains(first)
                || first == UInt8(ascii: "-") && line.dropFirst().first != UInt8(ascii: ">")
                    && line.dropFirst().first != first
        {
            line = line.dropFirst().trimmed
        }
        let digits = line.prefix { $0.isDigit }
        if !digits.isEmpty, line.dropFirst(digits.count).starts(with: ". ".utf8) {
            line = line.dropFirst(digits.count + 2).trimmed
        }
        return line
    }

    /// The first few words of a text without Markdown and without what would be read as something else.
    private static func name(_ text: ArraySlice<UInt8>) -> String {
        let text = text.trimmed
        let end = text.firstRange(of: [.space, .space])?.lowerBound ?? text.endIndex
        var name = words(text[..<end])
        for mark in [": ", ". ", "; ", ", "] {
            if let range = name.utf8.firstRange(of: mark.utf8) { name = String(name[range.upperBound...]) }
        }
        while let last = name.utf8.last, ".,;:(".utf8.contains(last) { name.removeLast() }
        return name.utf8.count > longestName ? "" : name.trimmed
    }

    /// A text in one line without marks of Markdown.
    private static func words(_ text: ArraySlice<UInt8>) -> String {
        let dropped = Array("`*_\"|#".utf8)
        return text.filter { !dropped.contains($0) }.split(whereSeparator: \.isWhitespace).map(\.text)
            .joined(separator: " ")
    }

    /// The number of bytes beyond which a text is a sentence rather than a name.
    private static let longestName = 60
}
