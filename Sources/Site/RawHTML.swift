import Model

/// What is kept of HTML that stands in Markdown: its text.
///
/// The reduction needs no knowledge of elements: it drops everything between `<` and `>` and escapes the rest, so that
/// no markup can survive it. The content of scripts and styles is no text and goes too.
enum RawHTML {
    /// Whether the markup is a line break, the one element that is kept.
    static func isLineBreak(_ markup: String) -> Bool {
        let name = markup.utf8.filter { !$0.isWhitespace && $0 != UInt8(ascii: "/") }.map(\.lowercased)
        return name.elementsEqual("<br>".utf8)
    }

    /// The text of a block as a paragraph; nothing when the block has none.
    static func paragraph(_ markup: String) -> HTML {
        let text = text(of: markup)
        return text.isEmpty ? HTML() : "<p>\(text)</p>\n"
    }

    /// The text between the tags, on one line.
    static func text(of markup: String) -> String {
        let bytes = Array(markup.utf8)
        var output: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                output.append(bytes[index])
                index += 1
                continue
            }
            index = endOfTag(in: bytes, at: index)
            if let last = output.last, !last.isWhitespace { output.append(.space) }
        }
        return words(output)
    }

    /// The index after a comment, after a tag, or after the whole of an element that holds no text.
    private static func endOfTag(in bytes: [UInt8], at start: Int) -> Int {
        let rest = bytes[start...]
        if rest.starts(with: "<!--".utf8) { return find("-->", in: bytes, from: start + 4) }
        for name in ["script", "style", "template"] where isTag(name, rest) {
            let close = find("</\(name)", in: bytes, from: start + 1)
            return find(">", in: bytes, from: close)
        }
        return find(">", in: bytes, from: start)
    }

    private static func isTag(_ name: String, _ bytes: ArraySlice<UInt8>) -> Bool {
        let head = bytes.dropFirst().prefix(name.utf8.count)
        guard head.map(\.lowercased).elementsEqual(name.utf8) else { return false }
        return bytes.dropFirst(name.utf8.count + 1).first.map { !$0.isAlphanumeric } ?? true
    }

    /// The index after a text in small letters, or the end.
    private static func find(_ text: String, in bytes: [UInt8], from start: Int) -> Int {
        let wanted = Array(text.utf8)
        var index = start
        while index + wanted.count <= bytes.count {
            if wanted.indices.allSatisfy({ bytes[index + $0].lowercased == wanted[$0] }) { return index + wanted.count }
            index += 1
        }
        return bytes.count
    }

    private static func words(_ bytes: [UInt8]) -> String {
        bytes.split { $0.isWhitespace }.map(\.text).joined(separator: " ")
    }
}
