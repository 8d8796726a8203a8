import Markdown
import Model

/// Finds marks of footnotes without a text, and texts without a mark.
///
/// The Markdown parser takes the former for plain text and leaves the latter out, as GitHub does.
enum LooseFootnotes {
    static func find(in tree: MarkdownTree, _ source: SourceText) -> [LooseFootnote] {
        guard ByteSearch.offset(of: [openBracket, caret], in: source.bytes, fromEnd: false) != nil else { return [] }
        let marks = TextRuns(tree).flatMap { run in
            labels(in: run, of: source.bytes).map { label(at: $0, isText: false, source) }
        }
        return (marks + texts(tree, source)).sorted { $0.range < $1.range }
    }

    private static let openBracket = UInt8(ascii: "[")
    private static let caret = UInt8(ascii: "^")

    /// The stretches `[^label]` of some bytes, those behind a backslash left out.
    private static func labels(in range: Range<Int>, of bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = range.lowerBound
        while index < range.upperBound {
            defer { index += 1 }
            guard let end = labelEnd(at: index, before: range.upperBound, bytes) else { continue }
            if index > 0, bytes[index - 1] == UInt8(ascii: "\\") { continue }
            found.append(index..<end)
            index = end - 1
        }
        return found
    }

    /// The offset after the `[^label]` that starts at an offset; nil when none does.
    private static func labelEnd(at start: Int, before limit: Int, _ bytes: [UInt8]) -> Int? {
        guard start + 3 < limit, bytes[start] == openBracket, bytes[start + 1] == caret else { return nil }
        var end = start + 2
        while end < limit, end - start < 100, bytes[end] != UInt8(ascii: "]") {
            guard !bytes[end].isWhitespace, bytes[end] != openBracket else { return nil }
            end += 1
        }
        return end < limit && end > start + 2 && bytes[end] == UInt8(ascii: "]") ? end + 1 : nil
    }

    /// The lines `[^label]: …` that no node was made of.
    private static func texts(_ tree: MarkdownTree, _ source: SourceText) -> [LooseFootnote] {
        var covered = tree.nodes.filter(isLeafBlock).map(\.range)
        covered.sort { $0.lowerBound < $1.lowerBound }
        var next = covered[...]
        var found: [LooseFootnote] = []
        for line in 1...source.lines.count {
            let content = source.lines.content(ofLine: line, in: source.bytes)
            let start = source.bytes[content].trimmed.startIndex
            guard start >= tree[0].range.lowerBound,
                let end = labelEnd(at: start, before: content.upperBound, source.bytes), end < content.upperBound,
                source.bytes[end] == UInt8(ascii: ":")
            else { continue }
            next = next.drop { $0.upperBound <= start }
            if next.first?.contains(start) == true { continue }
            found.append(label(at: start..<end, isText: true, source))
        }
        return found
    }

    private static func isLeafBlock(_ node: MarkdownNode) -> Bool {
        switch node.kind {
        case .paragraph, .codeBlock, .htmlBlock, .heading, .footnoteDefinition: true
        default: false
        }
    }

    private static func label(at range: Range<Int>, isText: Bool, _ source: SourceText) -> LooseFootnote {
        LooseFootnote(
            label: source.bytes[range.lowerBound + 2..<range.upperBound - 1].text, isText: isText,
            range: source.source(range).range)
    }
}

/// The stretches of plain text of a document, neighbouring nodes joined; code and bare addresses are none.
struct TextRuns: Sequence, IteratorProtocol {
    private let tree: MarkdownTree
    private var index = 0

    init(_ tree: MarkdownTree) { self.tree = tree }

    mutating func next() -> Range<Int>? {
        while index < tree.nodes.count, !isProse(index) { index += 1 }
        guard index < tree.nodes.count else { return nil }
        var range = tree[index].range
        index += 1
        while index < tree.nodes.count, isProse(index), tree[index].range.lowerBound == range.upperBound {
            range = range.lowerBound..<tree[index].range.upperBound
            index += 1
        }
        return range
    }

    private func isProse(_ index: Int) -> Bool {
        guard case .text = tree[index].kind else { return false }
        let parent = tree[tree[index].parent]
        guard case .link(let destination, _) = parent.kind else { return true }
        return !destination.hasSuffix(tree.source(of: index))
    }
}
