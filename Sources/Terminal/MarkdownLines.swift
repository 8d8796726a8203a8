import Model

/// Sets Markdown source for the terminal: prose filled to the width, code, tables and headings as they stand.
///
/// Markdown is made to be read as it is, so the marks stay; only the line breaks inside paragraphs and items move.
package struct MarkdownLines {
    package var style: Styler
    /// The columns to fill.
    package var width: Int

    package init(style: Styler, width: Int) {
        self.style = style
        self.width = width
    }

    /// The lines of a text.
    package func lines(_ markdown: String) -> [String] {
        var filler = MarkdownFiller(style: style, width: width)
        for line in SafeText.block(markdown).utf8.split(separator: .lineFeed, omittingEmptySubsequences: false) {
            filler.add(line)
        }
        return filler.finish()
    }
}

/// Gathers the lines of paragraphs and items, and fills each when the next block begins.
private struct MarkdownFiller {
    typealias Line = Substring.UTF8View

    let style: Styler
    let width: Int
    private var output: [String] = []
    /// The code fence that is open, which only its like closes.
    private var fence: Line?
    private var paragraph: Paragraph?

    /// A run of prose with what stands before its first line, and before the others.
    private struct Paragraph {
        var first: String
        var hanging: String
        var text: String
    }

    init(style: Styler, width: Int) {
        self.style = style
        self.width = width
    }

    mutating func add(_ line: Line) {
        let indent = line.prefix { $0 == .space }
        let text = line.dropFirst(indent.count)
        if let open = fence {
            output.append(style(.code, String(Substring(line))))
            if isClosing(text, of: open) { fence = nil }
        } else if text.starts(with: "```".utf8) || text.starts(with: "~~~".utf8) {
            flush()
            fence = text.prefix { $0 == text.first }
            output.append(style(.code, String(Substring(line))))
        } else if text.isEmpty {
            flush()
            output.append("")
        } else if isHeading(text) {
            flush()
            output.append(style(.strong, String(Substring(line))))
        } else if text.first == UInt8(ascii: "|") || (indent.count >= 4 && paragraph == nil) {
            flush()
            output.append(String(Substring(line)))
        } else {
            addProse(text, indent: String(Substring(indent)))
        }
    }

    consuming func finish() -> [String] {
        flush()
        return output
    }

    private mutating func addProse(_ text: Line, indent: String) {
        if let mark = listMark(text) {
            flush()
            let hanging = indent + String(repeating: " ", count: mark + 1)
            paragraph = Paragraph(first: indent, hanging: hanging, text: String(Substring(text)))
        } else if paragraph != nil {
            paragraph?.text += " \(Substring(text))"
        } else {
            paragraph = Paragraph(first: indent, hanging: indent, text: String(Substring(text)))
        }
        // Two spaces at the end of a line, or a backslash, break it for good.
        if text.suffix(2).elementsEqual("  ".utf8) || text.last == UInt8(ascii: "\\") { flush() }
    }

    private mutating func flush() {
        guard let block = paragraph else { return }
        paragraph = nil
        output += TextWrap.lines(block.text, width: width, indent: block.first, hanging: block.hanging)
    }

    /// Whether a line closes a fence: only a run of the same mark that is at least as long, with nothing behind it, does.
    private func isClosing(_ text: Line, of open: Line) -> Bool {
        text.starts(with: open) && text.dropFirst(open.count).allSatisfy { $0 == open.first || $0 == .space }
    }

    private func isHeading(_ text: Line) -> Bool {
        let marks = text.prefix { $0 == UInt8(ascii: "#") }
        return (1...6).contains(marks.count) && text.dropFirst(marks.count).first == .space
    }

    /// The length of the mark of a list item or a quote that a line begins with; nil when there is none.
    private func listMark(_ text: Line) -> Int? {
        if let first = text.first, "-*+>".utf8.contains(first), text.dropFirst().first == .space { return 1 }
        let digits = text.prefix(while: \.isDigit).count
        guard (1...9).contains(digits), let mark = text.dropFirst(digits).first, ".)".utf8.contains(mark) else {
            return nil
        }
        return text.dropFirst(digits + 1).first == .space ? digits + 1 : nil
    }
}
