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
    /// The nodes with an external link somewhere inside them.
    private let linked: Set<Int>

    init(tree: MarkdownTree) {
        self.tree = tree
        var linked: Set<Int> = []
        for index in tree.nodes.indices where LinkMention(node: index, tree: tree) != nil {
            var next = index
            while next != 0, linked.insert(next).inserted { next = tree[next].parent }
        }
        self.linked = linked
    }

    /// The place of a paragraph; nil when it stands in no list.
    func place(of block: Int) -> Place? {
        var items: [Int] = []
        var next = tree[block].parent
        while next != 0 {
            if case .item = tree[next].kind { items.append(next) }
            next = tree[next].parent
        }
        guard let item = items.first, case .item(let checked) = tree[item].kind else { return nil }
        let heading = items.dropFirst().reversed().compactMap(headingText)
        return Place(item: item, isFirstBlock: block == item + 1, isTask: checked != nil, headingItems: Array(heading))
    }

    /// Whether the blocks of an item after one of them hold no link.
    func isLinkless(item: Int, after block: Int) -> Bool {
        !tree.children(of: item).contains { $0 > block && linked.contains($0) }
    }

    /// The text of the blocks of an item after one of them, when they hold no link; else none.
    func textBelow(item: Int, after block: Int, tree: MarkdownTree) -> String {
        guard isLinkless(item: item, after: block) else { return "" }
        let texts = tree.children(of: item).filter { $0 > block }.map { tree.plainText(of: $0).trimmed }
        return texts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The text of an item's first paragraph, unless that is a link.
    private func headingText(_ item: Int) -> String? {
        let first = item + 1
        guard first < tree[item].end, tree[first].kind == .paragraph, !linked.contains(first) else { return nil }
        let text = Separators.droppingTrailing(tree.plainText(of: first))
        return text.isEmpty ? nil : text
    }
}
