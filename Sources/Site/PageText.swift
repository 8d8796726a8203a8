import Markdown
import Model

/// One Markdown text of a page: its tree, and the ids of its headings, which are unique on the page.
struct PageText: Sendable {
    let tree: MarkdownTree
    /// Where the text stands; relative links start there.
    let source: Source
    let language: Language
    /// The headings by the index of their node.
    let headings: [Int: PageHeading]
    /// The nodes that repeat what the page says above, such as its title.
    let hiddenNodes: [Range<Int>]
    let rawHTML: RawHTML
    /// Tells the texts of a page apart, for the ids of their footnotes.
    let number: Int

    /// The headings in the order of the text.
    var headingsInOrder: [PageHeading] { headings.sorted { $0.key < $1.key }.map(\.value) }

    /// The destinations of the links, in order.
    var destinations: [String] {
        tree.nodes.indices.flatMap { index -> [String] in
            switch tree.nodes[index].kind {
            case .link(let destination, _): [destination]
            case .htmlBlock, .htmlInline: rawHTML.values(of: .href, at: index)
            default: []
            }
        }
    }

    /// The destinations of the images, in order.
    var images: [String] {
        tree.nodes.indices.flatMap { index -> [String] in
            switch tree.nodes[index].kind {
            case .image(let destination, _): [destination]
            case .htmlBlock, .htmlInline: rawHTML.values(of: .src, at: index)
            default: []
            }
        }
    }
}

/// A heading as it stands on its page.
struct PageHeading: Sendable, Equatable {
    var id: String
    /// The level on the page, 2 to 6.
    var level: Int
    var text: String
}

/// Reads the texts of one page, in their order, and gives their headings ids.
struct PageTextReader {
    private(set) var names: HeadingNames
    private var count = 0

    /// - Parameter reserved: The ids that the page itself uses.
    init(reserved: Set<String> = []) { names = HeadingNames(reserved: reserved) }

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - parsed: The tree of the text, if it was parsed before; that of another text is not used.
    ///   - level: The level that the outermost headings of the text get on the page.
    ///   - entry: The entry whose page it is; what its title and its title block say is not said again.
    mutating func read(
        _ markdown: String,
        parsed: MarkdownTree? = nil,
        source: Source,
        language: Language,
        level: Int = 2,
        of entry: Entry? = nil
    ) -> PageText {
        // The parser takes text without NUL; a space keeps every offset.
        let text = markdown.utf8.map { $0 == 0 ? .space : $0 }
        let tree = parsed.flatMap { $0.text == text ? $0 : nil } ?? MarkdownParser.parse(text)
        var hidden = PageTextReader.titleNodes(of: tree, title: entry?.title)
        if let record = entry?.record { hidden += RecordPreamble(tree, of: record).nodes }
        count += 1
        return PageText(
            tree: tree,
            source: source,
            language: language,
            headings: headings(of: tree, from: level, except: hidden),
            hiddenNodes: hidden,
            rawHTML: RawHTML(tree),
            number: count
        )
    }

    /// A heading that the page adds by itself.
    mutating func heading(_ text: String, level: Int) -> PageHeading {
        PageHeading(id: names.name(for: text), level: min(level, 6), text: text)
    }

    /// Levels come from how headings enclose each other, so that a page never skips one.
    private mutating func headings(
        of tree: MarkdownTree,
        from base: Int,
        except hidden: [Range<Int>]
    ) -> [Int: PageHeading] {
        var headings: [Int: PageHeading] = [:]
        var enclosing: [Int] = []
        for (index, node) in tree.nodes.enumerated() {
            guard case .heading(let level) = node.kind else { continue }
            if hidden.contains(where: { $0.contains(index) }) { continue }
            while let last = enclosing.last, last >= level { enclosing.removeLast() }
            headings[index] = heading(tree.plainText(of: index).trimmed, level: base + enclosing.count)
            enclosing.append(level)
        }
        return headings
    }

    private static func titleNodes(of tree: MarkdownTree, title: String?) -> [Range<Int>] {
        guard let title, tree.nodes.count > 1, case .heading(level: 1) = tree.nodes[1].kind,
            tree.plainText(of: 1).trimmed.hasSuffix(title)
        else { return [] }
        return [1..<tree.nodes[1].end]
    }
}
