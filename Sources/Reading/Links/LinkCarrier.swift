import Markdown
import Model

/// A block of text that holds links, cut into the links and the runs of text between them.
struct LinkCarrier {
    /// One link of a carrier, or one run of text.
    enum Piece: Equatable {
        case link(LinkMention)
        case text(String)
    }

    /// The paragraph, table cell or heading.
    var block: Int
    var pieces: [Piece]
    /// The text of the whole block without markup.
    var text: String

    init(block: Int, tree: MarkdownTree) {
        self.block = block
        text = tree.plainText(of: block).trimmed
        pieces = []
        var runStart = block + 1
        var index = block + 1
        while index < tree[block].end {
            guard let mention = LinkMention(node: index, tree: tree) else {
                index += 1
                continue
            }
            appendText(tree.plainText(ofNodes: runStart..<index))
            pieces.append(.link(mention))
            index = mention.endNode
            runStart = index
        }
        appendText(tree.plainText(ofNodes: runStart..<tree[block].end))
    }

    /// The links in their order.
    var links: [LinkMention] { pieces.compactMap { if case .link(let link) = $0 { link } else { nil } } }

    /// The text before the first link.
    var lead: String { if case .text(let text)? = pieces.first { text.trimmed } else { "" } }

    /// The text between a link and the next one, or the end.
    func textAfter(link number: Int) -> String {
        var seen = -1
        for piece in pieces {
            switch piece {
            case .link: seen += 1
            case .text(let text) where seen == number: return text
            case .text: continue
            }
        }
        return ""
    }

    private mutating func appendText(_ text: String) {
        if !text.isBlank { pieces.append(.text(text)) }
    }
}

extension String {
    /// Whether the text is empty or white space.
    var isBlank: Bool { utf8.allSatisfy(\.isWhitespace) }
}

/// A link as a document mentions it.
struct LinkMention: Equatable {
    var url: String
    /// The text of the link without markup; nil when it only repeats the address.
    var label: String?
    /// The bytes of the link.
    var range: Range<Int>
    /// The index after the nodes of the link.
    var endNode: Int

    /// The mention that starts at a node; nil when it is no link to a page of the web.
    init?(node index: Int, tree: MarkdownTree) {
        switch tree[index].kind {
        case .link(let destination, _):
            guard LinkMention.isExternal(destination) else { return nil }
            url = destination
            range = tree[index].range
            endNode = tree[index].end
            label = LinkMention.label(tree.plainText(of: index), url: destination)
        case .htmlInline(let html):
            guard let anchor = HTMLAnchors.find(in: html).first, LinkMention.isExternal(anchor.url) else { return nil }
            url = anchor.url
            let closing = LinkMention.closing(after: index, tree: tree)
            range = tree[index].range.lowerBound..<tree[closing].range.upperBound
            endNode = closing + 1
            label = LinkMention.label(tree.plainText(ofNodes: index + 1..<closing), url: url)
        default: return nil
        }
    }

    init(url: String, label: String?, range: Range<Int>, endNode: Int) {
        self.url = url
        self.label = label
        self.range = range
        self.endNode = endNode
    }

    /// Whether an address points to the web: only those are catalogued, the others lead to files of the book.
    static func isExternal(_ address: String) -> Bool {
        guard let parts = URLParts(address) else { return false }
        return ["http", "https", "ftp"].contains(parts.scheme)
    }

    private static func label(_ text: String, url: String) -> String? {
        let text = text.trimmed
        if text.isEmpty || text == url || "http://\(text)" == url || "https://\(text)" == url { return nil }
        return LinkMention.isExternal(text) ? nil : text
    }

    /// The `</a>` that closes an anchor, or the anchor itself when nothing does before the block ends.
    private static func closing(after index: Int, tree: MarkdownTree) -> Int {
        for next in index + 1..<max(tree[tree[index].parent].end, index + 1) {
            if case .htmlInline(let html) = tree[next].kind, html.lowercased().hasPrefix("</a") { return next }
        }
        return index
    }
}
