import Markdown
import Model

/// Turns a pasted page into Markdown that reads as the same entries.
package enum PageMarkdown {
    /// What a page became, and the lines that were left out of it.
    package struct Result: Sendable, Equatable {
        package var markdown: String
        /// The furniture of the site, such as "Last updated".
        package var leftOut: [String]
    }

    /// The value of the front matter key `shape` by which such a file is read line by line again.
    package static let shape = "page"

    /// Converts a source; nil when it is no pasted page.
    ///
    /// - Parameter url: The address the page came from, for the front matter.
    package static func convert(_ source: SourceText, url: String?) -> Result? {
        let frontMatter = FrontMatter(source.bytes, from: source.start)
        guard frontMatter.range.isEmpty else { return nil }
        let tree = MarkdownParser.parse(source.bytes, from: source.start, lines: source.lines)
        guard let page = PageShape.page(in: source, frontMatter, tree) else { return nil }
        var writer = PageWriter()
        for line in page.lines { writer.add(line, text: source.bytes[line.range].text) }
        var header = "---\nshape: \(shape)\n"
        if let url { header += "url: \(quoted(url))\n" }
        return Result(markdown: header + "---\n\n" + writer.output, leftOut: writer.leftOut)
    }

    /// Markdown as it is, with the address it came from in front matter of its own.
    package static func withAddress(_ url: String, _ markdown: String) -> String {
        "---\nurl: \(quoted(url))\n---\n\n" + markdown
    }

    /// A YAML scalar that means the text whatever is in it.
    private static func quoted(_ text: String) -> String { JSONValue.string(text).line.text }
}

/// Writes the lines of a page one after the other, with blank lines where Markdown needs them.
private struct PageWriter {
    var output = ""
    var leftOut: [String] = []
    private var isInList = false
    private var hasTitle = false

    mutating func add(_ line: PastedPage.Line, text: String) {
        switch line.kind {
        case .heading(let title):
            addBlock((hasTitle ? "## " : "# ") + escaped(TextRepair.withoutDebris(title)))
            hasTitle = true
        case .definition(let name, let description): addItem("\(TextRepair.withoutDebris(name)) - \(description)")
        case .bullet(let item): addItem(item)
        case .comingSoon, .text: addBlock(text)
        case .footer: leftOut.append(text)
        }
    }

    private mutating func addItem(_ item: String) {
        if !isInList, !output.isEmpty { output += "\n" }
        output += "- \(escaped(item))\n"
        isInList = true
    }

    private mutating func addBlock(_ text: String) {
        if !output.isEmpty { output += "\n" }
        output += "\(text)\n"
        isInList = false
    }

    /// Keeps text from becoming Markdown: a page's own asterisks and brackets are no markup.
    private func escaped(_ text: String) -> String {
        guard !text.holds("://") else { return text }
        var output: [UInt8] = []
        for byte in text.utf8 {
            if "*_<`[\\".utf8.contains(byte) { output.append(UInt8(ascii: "\\")) }
            output.append(byte)
        }
        return output.text
    }
}
