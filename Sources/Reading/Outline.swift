import Markdown
import Model

/// The headings of a document and what stands under each.
struct Outline: Sendable {
    /// The headings in order, after the stretch before the first one.
    let sections: [Section]
    /// The section of the one heading of level 1; nil when there are several or none.
    let onlyTitle: Int?

    /// A heading with its own text, and the headings below it.
    struct Section: Sendable {
        /// 1 to 6; 0 for the stretch before the first heading.
        var level: Int
        /// The heading without its markup; empty for the stretch before the first heading.
        var title: String
        /// The node of the heading; nil for the stretch before the first one.
        var heading: Int?
        /// The section above; nil at the top.
        var parent: Int?
        /// The nodes right below the document that stand between this heading and the next.
        var blocks: [Int]
        /// The index after the last section below this one.
        var end: Int
        /// The bytes from the heading to the next heading of any level.
        var ownRange: Range<Int>
        /// The bytes from the heading to the end of the last section below it.
        var range: Range<Int>
    }

    init(_ tree: MarkdownTree) {
        var builder = OutlineBuilder(tree: tree)
        for index in tree.children(of: 0) { builder.add(index) }
        let sections = builder.finish()
        let titles = sections.indices.filter { sections[$0].level == 1 }
        self.sections = sections
        onlyTitle = titles.count == 1 ? titles[0] : nil
    }

    /// The titles from the outermost heading down to a section.
    func path(to index: Int) -> [String] {
        var path: [String] = []
        var next: Int? = index
        while let current = next {
            if sections[current].level > 0 { path.append(sections[current].title) }
            next = sections[current].parent
        }
        return path.reversed()
    }

    /// The bytes of some neighbouring sections.
    func range(of indices: Range<Int>) -> Range<Int> {
        sections[indices.lowerBound].ownRange.lowerBound..<sections[indices.upperBound - 1].ownRange.upperBound
    }

    /// The titles above a section, outermost first.
    func path(above index: Int) -> [String] { sections[index].parent.map(path(to:)) ?? [] }

    /// The section that holds a byte.
    func section(at offset: Int) -> Int { Outline.section(at: offset, in: sections) }

    fileprivate static func section(at offset: Int, in sections: [Section]) -> Int {
        var low = 0
        var high = sections.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if sections[middle].ownRange.lowerBound <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The sections right below another.
    func children(of index: Int) -> [Int] {
        (index + 1..<max(sections[index].end, index + 1)).filter { sections[$0].parent == index }
    }
}

/// Gathers the sections of an outline from the blocks of a document.
private struct OutlineBuilder {
    private let tree: MarkdownTree
    private var sections: [Outline.Section]
    private var open: [Int] = []
    /// The tree has footnotes last, wherever they stand in the text.
    private var footnotes: [Int] = []

    init(tree: MarkdownTree) {
        self.tree = tree
        let start = tree[0].range.lowerBound
        let preamble = Outline.Section(
            level: 0, title: "", heading: nil, parent: nil, blocks: [], end: 1, ownRange: start..<start,
            range: start..<start)
        sections = [preamble]
    }

    mutating func add(_ block: Int) {
        if case .footnoteDefinition = tree[block].kind {
            footnotes.append(block)
            return
        }
        guard case .heading(let level) = tree[block].kind else {
            sections[sections.count - 1].blocks.append(block)
            return
        }
        while let last = open.last, sections[last].level >= level { open.removeLast() }
        let start = tree.lines.start(ofLine: tree.lines.line(at: tree[block].range.lowerBound))
        sections.append(
            Outline.Section(
                level: level,
                title: tree.plainTextWithoutImages(of: block).oneLine,
                heading: block,
                parent: open.last,
                blocks: [],
                end: sections.count + 1,
                ownRange: start..<start,
                range: start..<start
            ))
        open.append(sections.count - 1)
    }

    /// Sets the ends, from the last section to the first.
    consuming func finish() -> [Outline.Section] {
        var next = tree.text.count
        for index in sections.indices.reversed() {
            let start = sections[index].ownRange.lowerBound
            sections[index].ownRange = start..<max(next, start)
            next = start
        }
        for index in sections.indices.reversed() {
            let last = sections[index].end - 1
            sections[index].range = sections[index].ownRange.lowerBound..<sections[last].ownRange.upperBound
            guard let parent = sections[index].parent else { continue }
            sections[parent].end = max(sections[parent].end, sections[index].end)
        }
        placeFootnotes()
        return sections
    }

    /// Puts the footnotes among the blocks of the sections that they stand in.
    private mutating func placeFootnotes() {
        var changed: Set<Int> = []
        for footnote in footnotes {
            let start = tree[footnote].range.lowerBound
            let section = Outline.section(at: start, in: sections)
            sections[section].blocks.append(footnote)
            changed.insert(section)
        }
        for section in changed {
            sections[section].blocks.sort { tree[$0].range.lowerBound < tree[$1].range.lowerBound }
        }
    }
}
