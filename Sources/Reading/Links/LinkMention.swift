import Markdown
import Model

/// A link as a document mentions it.
struct LinkMention: Equatable {
    var url: String
    /// The text of the link without markup; nil when it only repeats the address.
    var label: String?
    /// The bytes of the link.
    var range: Range<Int>
    /// The index after the nodes of the link.
    var endNode: Int

    init(url: String, label: String?, range: Range<Int>, endNode: Int) {
        self.url = url
        self.label = label
        self.range = range
        self.endNode = endNode
    }

    /// The mention that starts at a node; nil when it is no link to a page of the web.
    init?(node index: Int, tree: MarkdownTree) {
        switch tree[index].kind {
        case .link(let destination, _):
            guard LinkMention.isExternal(destination), !Badges.isBadge(index, tree: tree) else { return nil }
            url = destination
            range = tree[index].range
            endNode = tree[index].end
            label = LinkMention.label(tree.plainText(of: index), url: destination)
        case .htmlInline(let html):
            guard let anchor = HTMLAnchors.first(in: html), LinkMention.isExternal(anchor) else { return nil }
            url = anchor
            let closing = LinkMention.closing(after: index, tree: tree)
            range = tree[index].range.lowerBound..<tree[closing].range.upperBound
            endNode = closing + 1
            label = LinkMention.label(tree.plainText(ofNodes: index + 1..<max(closing, index + 1)), url: url)
        default: return nil
        }
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

    /// The `</a>` that closes an anchor, or the anchor itself when another one opens or the block ends first.
    private static func closing(after index: Int, tree: MarkdownTree) -> Int {
        for next in index + 1..<max(tree[tree[index].parent].end, index + 1) {
            guard case .htmlInline(let html) = tree[next].kind else { continue }
            if HTMLAnchors.isClosing(html) { return next }
            if HTMLAnchors.first(in: html) != nil { return index }
        }
        return index
    }
}

/// The links of a document by their nodes, found once.
struct DocumentLinks {
    private var mentions: [Int: LinkMention] = [:]
    /// For each node with a link somewhere inside it, the last node right below it that has one.
    private var lastLinkedChild: [Int: Int] = [:]

    init(_ tree: MarkdownTree) {
        for index in tree.nodes.indices {
            guard let mention = LinkMention(node: index, tree: tree) else { continue }
            mentions[index] = mention
            var child = index
            while child != 0 {
                let parent = tree[child].parent
                guard lastLinkedChild.updateValue(child, forKey: parent) != child else { break }
                child = parent
            }
        }
    }

    /// The link that starts at a node.
    subscript(node: Int) -> LinkMention? { mentions[node] }

    /// Whether a node has a link somewhere inside it.
    func isLinked(_ node: Int) -> Bool { lastLinkedChild[node] != nil || mentions[node] != nil }

    /// Whether a link stands in one of the blocks of an item after one of them.
    func isLinked(item: Int, after block: Int) -> Bool { lastLinkedChild[item].map { $0 > block } ?? false }
}

/// Tells badges, the little status images of a project's page, from links to something to read.
enum Badges {
    private static let signs = [
        "badge", "shields.io", "travis-ci", "coveralls.io", "codecov.io", "circleci.com", "badgen.net", "appveyor.com",
        "/workflows/", "awesome.re",
    ]

    /// Whether a node is the image of a badge, or a link that shows nothing but images, one of them a badge.
    static func isBadge(_ index: Int, tree: MarkdownTree) -> Bool {
        switch tree[index].kind {
        case .image(let address, _): isBadge(address)
        case .link: isBadgeLink(index, tree: tree)
        default: false
        }
    }

    private static func isBadge(_ address: String) -> Bool { signs.contains { address.holds($0) } }

    private static func isBadgeLink(_ index: Int, tree: MarkdownTree) -> Bool {
        var hasBadge = false
        for child in tree.children(of: index) {
            switch tree[child].kind {
            case .image(let address, _): hasBadge = hasBadge || isBadge(address)
            case .softBreak, .lineBreak: continue
            case .text(let text) where text.isBlank: continue
            default: return false
            }
        }
        return hasBadge
    }
}
