import Markdown
import Model

/// A document while it is being read: what it says, and what has been made of it so far.
struct DocumentDraft {
    let source: SourceText
    let frontMatter: FrontMatter
    let tree: MarkdownTree
    let outline: Outline
    let links: DocumentLinks
    let language: Language
    let fileTags: [Tag]
    var ledger: LineLedger
    var entries: [Entry] = []
    var weeks: [ReviewWeek] = []
    var findings: [Finding]
    var keepsBodies = false
    /// The parsed bodies of entries, by the places of the entries.
    private(set) var bodies: [Source: MarkdownTree] = [:]
    /// The sections that an entry other than a link was made of, with all below them.
    var claimed: Set<Int> = []

    init(source: SourceText, frontMatter: FrontMatter, tree: MarkdownTree) {
        self.source = source
        self.frontMatter = frontMatter
        self.tree = tree
        outline = Outline(tree)
        links = DocumentLinks(tree)
        ledger = LineLedger(text: source.bytes, lines: source.lines)
        findings = source.findings
        ledger.note(.context, frontMatter.range)
        let declared = frontMatter.text("language") ?? frontMatter.text("lang")
        language = declared.map(Language.init(rawValue:)) ?? LanguageDetector.language(of: source.bytes.text)
        fileTags = (frontMatter.list("tags") + frontMatter.list("tag")).map {
            Tag(Slug.tag(of: $0), because: .frontMatter)
        }
    }

    /// The file's name without folders and extension; a language before the extension stays: `saga.ru`.
    var stem: String {
        let name = source.path.split(separator: "/").last.map(String.init) ?? source.path
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }

    /// Adds an entry made of some bytes, and accounts for their lines.
    mutating func add(_ entry: Entry, madeOf bytes: Range<Int>) {
        entries.append(entry)
        ledger.note(.catalogued, bytes)
    }

    /// Claims a section and all below it for an entry.
    mutating func claim(section: Int) {
        claimed.formUnion(section..<max(outline.sections[section].end, section + 1))
    }

    /// The tags of an entry under some headings: those of the file, of the headings, and the hashtags of its own text.
    func tags(section: [String], text: String?) -> [Tag] {
        var tags = fileTags
        for heading in section {
            let name = Slug.tag(of: heading)
            // "References" and "Review questions" are parts of every note; as tags they would say nothing.
            if !name.isEmpty, !SectionWords.contains(heading) || heading == section.first {
                tags.append(Tag(name, because: .section(heading)))
            }
        }
        tags += Hashtags.find(in: text ?? "").map { Tag($0, because: .hashtag) }
        var seen: Set<String> = []
        return tags.filter { seen.insert($0.name).inserted }
    }

    /// The bytes of a stretch without white space at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        let slice = source.bytes[range].trimmed
        return slice.startIndex..<slice.endIndex
    }

    /// The readable text of some bytes without white space at its ends.
    func text(_ range: Range<Int>) -> String { source.bytes[trimmed(range)].text }

    /// The body of a section: everything below its heading, as Markdown.
    ///
    /// - Parameter end: Where the body ends; the end of the section with all below it when nil.
    func body(ofSection index: Int, endingAt end: Int? = nil) -> String {
        text(bodyRange(ofSection: index, endingAt: end))
    }

    private func bodyRange(ofSection index: Int, endingAt end: Int? = nil) -> Range<Int> {
        let section = outline.sections[index]
        let end = end ?? section.range.upperBound
        let start = section.heading.map { lineAfter(tree[$0].range.upperBound) } ?? section.range.lowerBound
        return trimmed(min(start, end)..<end)
    }

    /// Keeps the parsed body of an entry, where it is asked for and the document's tree has it.
    mutating func keepBody(ofSection index: Int, for entry: Entry) {
        guard keepsBodies, let heading = outline.sections[index].heading else { return }
        let next = outline.sections[index].end
        let end = next < outline.sections.count ? outline.sections[next].heading ?? tree.nodes.count : tree.nodes.count
        let nodes = tree[heading].end..<max(end, tree[heading].end)
        bodies[entry.source] = tree.part(nodes, bytes: bodyRange(ofSection: index))
    }

    /// The text of the first paragraph under a heading that is more than hashtags, without markup.
    func firstParagraph(ofSection index: Int) -> String? {
        for block in outline.sections[index].blocks where tree[block].kind == .paragraph {
            let text = tree.plainText(of: block).oneLine
            if !text.everyWordBegins(withOneOf: "#") { return text }
        }
        return nil
    }

    /// The offset of the line after the one that ends at or before an offset.
    private func lineAfter(_ offset: Int) -> Int {
        source.lines.start(ofLine: source.lines.line(at: max(offset - 1, 0)) + 1)
    }
}
