import Markdown
import Model

/// Turns one Markdown text into HTML.
///
/// The walk over the flat tree keeps the open elements on a stack of its own and never recurses. Of raw HTML the elements
/// of an allow-list are kept, on the same stack.
struct HTMLRenderer {
    let text: PageText
    /// The page that the text stands on.
    let page: String
    let plan: SitePlan
    var html = HTML()
    var findings: [Finding] = []
    /// Whether a diagram was drawn.
    var hasDrawing = false
    var open: OpenElements
    private var footnotes: Footnotes
    private let foreign: ForeignParts
    /// The node after Markdown's link that is open.
    private var linkEnd = 0
    private var alignments: [MarkdownNode.TableAlignment] = []
    private var column = 0
    private var tableCount = 0

    init(_ text: PageText, on page: String, of plan: SitePlan) {
        self.text = text
        self.page = page
        self.plan = plan
        footnotes = Footnotes(text)
        foreign = ForeignParts(text)
        open = OpenElements(text: text.number)
    }

    /// Writes the whole text.
    mutating func render() {
        if text.tree.limits.contains(.size) {
            html += "<p class=\"notice\">This text is too large to be shown here. Read it in \(text.source.path).</p>\n"
            findings.append(SiteFindings.textTooLarge(in: text.source))
        }
        var index = 1
        while index < text.tree.nodes.count {
            open.close(before: index, into: &html)
            let hidden = text.hiddenNodes.first { $0.contains(index) }
            index = hidden?.upperBound ?? enter(index)
        }
        open.close(before: text.tree.nodes.count, into: &html)
        if footnotes.areOpen { html += "</ol>\n</section>\n" }
    }

    private mutating func begin(_ index: Int, _ opening: HTML, _ closing: HTML) {
        html += opening
        open.begin(until: text.tree[index].end, closing: closing)
    }

    /// Writes what a node begins with, and returns the node to go on with.
    private mutating func enter(_ index: Int) -> Int {
        let node = text.tree[index]
        if open.hasRaw { open.makePlace(for: node.kind, into: &html) }
        switch node.kind {
        case .text(let literal): html.add(text: literal)
        case .softBreak: html += "\n"
        case .lineBreak: html += "<br>\n"
        case .code(let literal): html += "<code>\(literal)</code>"
        case .htmlInline: return writeRawTag(index)
        case .emphasis: begin(index, "<em>", "</em>")
        case .strong: begin(index, "<strong>", "</strong>")
        case .strikethrough: begin(index, "<del>", "</del>")
        case .link(let destination, let title): beginLink(index, destination, title)
        case .image(let destination, _):
            let description = text.tree.plainText(ofNodes: text.tree.descendants(of: index)).trimmed
            writeImage(ImageText(destination: destination, description: description), isInLink: isInLink(index))
        case .footnoteReference(let label): html += footnotes.reference(label, isInLink: isInLink(index))
        default: enterBlock(index, node)
        }
        if case .image = node.kind { return node.end }
        return index + 1
    }

    private mutating func enterBlock(_ index: Int, _ node: MarkdownNode) {
        switch node.kind {
        case .paragraph: beginParagraph(index)
        case .heading: beginHeading(index)
        case .blockQuote: begin(index, "<blockquote>\n", "</blockquote>\n")
        case .list(let ordered, let start, _): beginList(index, ordered: ordered, start: start)
        case .item(let checked):
            begin(
                index, RenderedBlocks.item(checked: checked, language: foreign.attribute(ofBlock: index)), "</li>\n")
        case .codeBlock(let info, let literal): writeCode(literal, info: info)
        case .htmlBlock: writeRawBlock(index)
        case .thematicBreak: html += "<hr>\n"
        case .table(let alignments): beginTable(index, alignments)
        case .tableRow(let isHeader): beginRow(index, isHeader: isHeader)
        case .tableCell: beginCell(index)
        case .footnoteDefinition(let label):
            open.closeRaw(into: &html)
            begin(index, footnotes.definition(label), "</li>\n")
        default: break
        }
    }

    private mutating func beginParagraph(_ index: Int) {
        let parent = text.tree[index].parent
        if case .item = text.tree[parent].kind,
            case .list(_, _, tight: true) = text.tree[text.tree[parent].parent].kind
        {
            return
        }
        guard case .footnoteDefinition(let label) = text.tree[parent].kind,
            text.tree[index].end == text.tree[parent].end
        else { return begin(index, "<p\(foreign.attribute(ofBlock: index))>", "</p>\n") }
        begin(index, "<p>", " \(footnotes.wayBack(label))</p>\n")
    }

    private mutating func beginHeading(_ index: Int) {
        guard let heading = text.headings[index] else { return }
        let language = foreign.attribute(ofBlock: index)
        let isForeign = text.language != .english || !language.isEmpty
        let (opening, closing) = RenderedBlocks.heading(heading, language: language, isForeign: isForeign)
        begin(index, opening, closing)
    }

    private mutating func beginList(_ index: Int, ordered: Bool, start: Int) {
        guard ordered else { return begin(index, "<ul>\n", "</ul>\n") }
        begin(index, start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n", "</ol>\n")
    }

    private mutating func beginTable(_ index: Int, _ alignments: [MarkdownNode.TableAlignment]) {
        self.alignments = alignments
        tableCount += 1
        let name = text.number == 1 ? "Table \(tableCount)" : "Table \(text.number).\(tableCount)"
        let hasBody = text.tree.children(of: index).contains { row in
            text.tree[row].kind == .tableRow(isHeader: false)
        }
        begin(
            index,
            "<div class=\"table\" role=\"region\" aria-label=\"\(name)\" tabindex=\"0\"><table>\n",
            hasBody ? "</tbody></table></div>\n" : "</table></div>\n"
        )
    }

    private mutating func beginRow(_ index: Int, isHeader: Bool) {
        column = 0
        if isHeader { return begin(index, "<thead><tr>", "</tr></thead>\n") }
        let rows = text.tree.children(of: text.tree[index].parent)
        let isFirst = rows.first { text.tree[$0].kind == .tableRow(isHeader: false) } == index
        begin(index, isFirst ? "<tbody>\n<tr>" : "<tr>", "</tr>\n")
    }

    private mutating func beginCell(_ index: Int) {
        let alignment = column < alignments.count ? alignments[column] : .none
        column += 1
        let isHeader = text.tree[text.tree[index].parent].kind == .tableRow(isHeader: true)
        let place: HTML = alignment == .none || alignment == .left ? "" : " class=\"\(alignment.rawValue)\""
        isHeader
            ? begin(index, "<th scope=\"col\"\(place)>", "</th>")
            : begin(index, "<td\(place)\(foreign.attribute(ofBlock: index))>", "</td>")
    }

    private mutating func beginLink(_ index: Int, _ destination: String, _ title: String) {
        guard !isInLink(index), let address = address(of: destination) else { return }
        linkEnd = text.tree[index].end
        let language = foreign.attribute(ofLink: index)
        let hint: HTML = title.isEmpty ? language : "\(language) title=\"\(title)\""
        begin(index, "<a href=\"\(address)\"\(hint)>", "</a>")
    }

    /// Whether a node stands in a link; a link in a link would not be well-formed.
    func isInLink(_ index: Int) -> Bool { index < linkEnd || open.hasLink }

    /// Where a destination leads from the page; nil when it leads nowhere, which is reported.
    mutating func address(of destination: String) -> String? {
        switch plan.resolver.target(of: destination, on: page, in: text.source.path) {
        case .external(let address): return address
        case .page(let target, let fragment, let isWhole):
            if !isWhole { findings.append(SiteFindings.linkWithoutSection(destination, in: text.source)) }
            return PageLink.address(of: target, fragment: fragment, from: page)
        case .file(let path): return PageLink.address(of: path, from: page)
        case .missing:
            findings.append(SiteFindings.linkWithoutPage(destination, in: text.source))
            return nil
        case .unsafe:
            findings.append(SiteFindings.unsafeAddress(destination, in: text.source))
            return nil
        }
    }
}
