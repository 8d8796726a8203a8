import Markdown
import Model

/// Knows for every paragraph of a list in which item it stands, and what stands above and below it there.
struct ListPlaces {
    /// Where a paragraph stands in a list.
    struct Place {
        /// The innermost item.
        var item: Int
        /// Whether the paragraph is the first block of its item.
        var isFirstBlock: Bool
        var isTask: Bool
        /// The texts of the outer items that head the inner lists without being links themselves, outermost first.
        var headingItems: [String]
    }

    private let tree: MarkdownTree
    private let links: DocumentLinks
    /// The items around each item with its own heading, outermost first, for the items below it.
    private var headings: [Int: [String]] = [:]

    init(tree: MarkdownTree, links: DocumentLinks) {
        self.tree = tree
        self.links = links
    }

    /// The place of a paragraph; nil when it stands in no list.
    mutating func place(of block: Int) -> Place? {
        guard let item = item(around: block), case .item(let checked) = tree[item].kind else { return nil }
        return Place(
            item: item, isFirstBlock: block == item + 1, isTask: checked != nil, headingItems: headingsAbove(item))
    }

    /// Whether the blocks of an item after one of them hold no link.
    func isLinkless(item: Int, after block: Int) -> Bool { !links.isLinked(item: item, after: block) }

    /// The text of the blocks of an item after one of them, when they hold no link; else none.
    func textBelow(item: Int, after block: Int) -> String {
        guard tree[block].end < tree[item].end, isLinkless(item: item, after: block) else { return "" }
        let texts = tree.children(of: item).filter { $0 > block }.map { tree.plainText(of: $0).trimmed }
        return texts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func item(around node: Int) -> Int? {
        var next = tree[node].parent
        while next != 0 {
            if case .item = tree[next].kind { return next }
            next = tree[next].parent
        }
        return nil
    }

    /// The heading texts of the items around one, found once for each.
    private mutating func headingsAbove(_ item: Int) -> [String] {
        var chain: [Int] = []
        var next = self.item(around: item)
        while let current = next, headings[current] == nil {
            chain.append(current)
            next = self.item(around: current)
        }
        var path = next.flatMap { headings[$0] } ?? []
        for current in chain.reversed() {
            if let text = headingText(current) { path.append(text) }
            headings[current] = path
        }
        return path
    }

    /// The text of an item's first paragraph, unless that is a link.
    private func headingText(_ item: Int) -> String? {
        let first = item + 1
        guard first < tree[item].end, tree[first].kind == .paragraph, !links.isLinked(first) else { return nil }
        let text = Separators.droppingTrailing(tree.plainText(of: first))
        return text.isEmpty ? nil : text
    }
}
