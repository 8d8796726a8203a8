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
        for line in SafeText.block(markdown).split(separator: "\n", omittingEmptySubsequences: false) {
            filler.add(line)
        }
        return filler.finish()
    }
}

/// Gathers the lines of paragraphs and items, and fills each when the next block begins.
private struct MarkdownFiller {
    let style: Styler
    let width: Int
    private var output: [String] = []
    /// The code fence that is open, which only its like closes.
    private var fence: Substring?
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

    mutating func add(_ line: Substring) {
        let indent = line.prefix { $0 == " " }
        let text = line.dropFirst(indent.count)
        if let open = fence {
            output.append(style(.code, String(line)))
            // Only a run of the same mark that is at least as long, with nothing behind it, closes a fence.
            let isClosing =
                text.hasPrefix(open) && text.dropFirst(open.count).allSatisfy { $0 == open.first || $0 == " " }
            if isClosing { fence = nil }
        } else if text.hasPrefix("```") || text.hasPrefix("~~~") {
            flush()
            fence = text.prefix { $0 == text.first }
            output.append(style(.code, String(line)))
        } else if text.isEmpty {
            flush()
            output.append("")
        } else if isHeading(text) {
            flush()
            output.append(style(.strong, String(line)))
        } else if text.hasPrefix("|") || (indent.count >= 4 && paragraph == nil) {
            flush()
            output.append(String(line))
        } else {
            addProse(text, indent: String(indent))
        }
    }

    consuming func finish() -> [String] {
        flush()
        return output
    }

    private mutating func addProse(_ text: Substring, indent: String) {
        let mark = listMark(text)
        if let mark {
            flush()
            let hanging = indent + String(repeating: " ", count: mark.count + 1)
            paragraph = Paragraph(first: indent, hanging: hanging, text: String(text))
        } else if paragraph != nil {
            paragraph?.text += " \(text)"
        } else {
            paragraph = Paragraph(first: indent, hanging: indent, text: String(text))
        }
        // Two spaces at the end of a line, or a backslash, break it for good.
        if text.hasSuffix("  ") || text.hasSuffix("\\") { flush() }
    }

    private mutating func flush() {
        guard let block = paragraph else { return }
        paragraph = nil
        output += TextWrap.lines(block.text, width: width, indent: block.first, hanging: block.hanging)
    }

    private func isHeading(_ text: Substring) -> Bool {
        let marks = text.prefix { $0 == "#" }
        return (1...6).contains(marks.count) && text.dropFirst(marks.count).first == " "
    }

    /// The mark of a list item or a quote that a line begins with.
    private func listMark(_ text: Substring) -> Substring? {
        if let first = text.first, "-*+>".contains(first), text.dropFirst().first == " " { return text.prefix(1) }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard (1...9).contains(digits.count), let mark = text.dropFirst(digits.count).first, ".)".contains(mark) else {
            return nil
        }
        return text.dropFirst(digits.count + 1).first == " " ? text.prefix(digits.count + 1) : nil
    }
}
