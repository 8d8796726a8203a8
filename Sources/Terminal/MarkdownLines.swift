import Model

/// Sets Markdown source for the terminal: prose wrapped, code, tables and lists as they stand.
///
/// Markdown is made to be read as it is, so the marks stay; only long lines of prose are broken at the width.
struct MarkdownLines {
    var style: Styler
    var width: Int

    func lines(_ markdown: String) -> [String] {
        var output: [String] = []
        var fence: String?
        for line in SafeText.block(markdown).split(separator: "\n", omittingEmptySubsequences: false) {
            let text = String(line)
            let start = text.drop { $0 == " " }
            if let open = fence {
                if start.hasPrefix(open) { fence = nil }
                output.append(style(.code, text))
            } else if start.hasPrefix("```") || start.hasPrefix("~~~") {
                fence = String(start.prefix(3))
                output.append(style(.code, text))
            } else if start.hasPrefix("#"), start.drop(while: { $0 == "#" }).hasPrefix(" ") {
                output.append(style(.strong, text))
            } else if start.hasPrefix("|") {
                output.append(text)
            } else {
                output += wrapped(text)
            }
        }
        return output
    }

    /// A line of prose broken at the width; what follows a list mark is set under its text.
    private func wrapped(_ text: String) -> [String] {
        guard DisplayWidth.of(text) > width else { return [text] }
        let indent = text.prefix { $0 == " " }
        let rest = text.dropFirst(indent.count)
        let mark = rest.prefix { "-*+>0123456789.)".contains($0) }
        let isItem = !mark.isEmpty && rest.dropFirst(mark.count).first == " "
        let hanging = String(repeating: " ", count: indent.count + (isItem ? mark.count + 1 : 0))
        return TextWrap.lines(String(rest), width: width, indent: String(indent), hanging: hanging)
    }
}
