import Markdown
import Model

/// The raw HTML of one Markdown text, read once.
struct RawHTML: Sendable {
    /// The pieces of each node that is raw HTML, by its index.
    private var tokens: [Int: [RawHTMLScanner.Token]] = [:]
    /// The nodes to go on with after a tag in a run of text whose element holds no text, such as a script.
    private var ends: [Int: Int] = [:]

    init(_ tree: MarkdownTree) {
        guard tree.text.contains(UInt8(ascii: "<")) else { return }
        for (index, node) in tree.nodes.enumerated() {
            switch node.kind {
            case .htmlBlock(let markup), .htmlInline(let markup): tokens[index] = RawHTMLScanner.tokens(of: markup)
            default: break
            }
        }
        if !tokens.isEmpty { pairTags(in: tree) }
    }

    /// The pieces of a node.
    func tokens(at index: Int) -> [RawHTMLScanner.Token] { tokens[index] ?? [] }

    /// The node after the content of an element without text that begins at a node.
    func end(ofHiddenAt index: Int) -> Int? { ends[index] }

    /// The values that the tags of a node give an attribute.
    func values(of attribute: RawAttribute, at index: Int) -> [String] {
        tokens(at: index).compactMap { token in
            if case .opening(_, let attributes) = token { attributes[attribute] } else { nil }
        }
    }

    /// Finds the closing tags of scripts and their like within runs of text, where each tag is a node of its own.
    private mutating func pairTags(in tree: MarkdownTree) {
        var open: (name: String, index: Int)?
        for index in tokens.keys.sorted() {
            guard case .htmlInline(let markup) = tree.nodes[index].kind,
                let tag = RawHTMLScanner.name(ofTag: markup), RawHTMLScanner.withoutText.contains(tag.name)
            else { continue }
            if let first = open, tree.nodes[first.index].parent == tree.nodes[index].parent {
                guard tag.isClosing, tag.name == first.name else { continue }
                ends[first.index] = index + 1
                open = nil
            } else {
                open = tag.isClosing ? nil : (tag.name, index)
            }
        }
    }
}
