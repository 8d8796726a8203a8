import Diagrams
import Model

/// What the page of a view holds below its title block: the drawing, its elements and relationships, and its twins.
struct DiagramSections {
    let plan: SitePlan
    let page: String
    let drawn: DrawnViews.Drawn

    /// The headings, for the contents of the page.
    var headings: [PageHeading] {
        [Self.elements] + (drawn.view.relationships.isEmpty ? [] : [Self.relationships]) + [Self.asText]
    }

    private static let elements = PageHeading(id: "elements", level: 2, text: "Elements")
    private static let relationships = PageHeading(id: "relationships", level: 2, text: "Relationships")
    private static let asText = PageHeading(id: "as-text", level: 2, text: "As text")

    func html() -> HTML {
        let figure = DrawingFigure(plan: plan, page: page, drawn: drawn)
        let relationships = drawn.view.relationships.isEmpty ? HTML() : relationshipTable()
        return """
            <figure class="drawing wide">
            \(figure.sheet())<figcaption><b>\(DrawingFigure.level(drawn.view.kind))</b> <span>\(drawn.view.title)</span>
            <span class="ways"><a href="#as-text">Text</a> · <a href="#source">Source</a></span></figcaption>
            </figure>
            \(elementTable())\(relationships)\(RenderedBlocks.ownHeading(Self.asText))
            <details><summary>In sentences</summary>
            \(figure.words())</details>
            <details><summary>In characters</summary>
            \(figure.characters())</details>
            <details id="source"><summary>As source of the whole model</summary>
            \(figure.source())</details>

            """
    }

    private func elementTable() -> HTML {
        let links = ElementLinks(plan: plan, page: page, drawn: drawn)
        let addresses = links.addresses
        let rows = drawn.view.elements.map { element -> [Cell] in
            let label: HTML = addresses[element.id].map { "<a href=\"\($0)\">\(element.name)</a>" } ?? "\(element.name)"
            let named = links.names(of: element.id).map { PageLink.html("\($0.label)", to: $0.page, from: page) }
            return [
                .head(id: DiagramSections.anchor(of: element.id), label), .text("\(element.typeLine)"),
                .text("\(element.description)"), .text(named.joined(by: ", ")),
            ]
        }
        return table(Self.elements, ["Element", "Kind", "What it is for", "Names"], rows)
    }

    private func relationshipTable() -> HTML {
        let names = Dictionary(drawn.view.elements.map { ($0.id, $0.name) }) { first, _ in first }
        func end(_ id: String) -> HTML { "<a href=\"#\(DiagramSections.anchor(of: id))\">\(names[id] ?? id)</a>" }
        let isOrdered = drawn.view.kind == .dynamic
        let rows = drawn.view.relationships.map { line -> [Cell] in
            [
                .number(isOrdered ? "\(line.order ?? "")" : HTML()), .text(end(line.source)), .text(end(line.target)),
                .text("\(line.description)"), .text("\(line.technology)"),
            ]
        }
        return table(Self.relationships, ["Step", "From", "To", "What", "By"], rows)
    }

    /// A place of a table.
    private enum Cell {
        case head(id: String, HTML)
        case number(HTML)
        case text(HTML)

        var isEmpty: Bool {
            switch self {
            case .head: false
            case .number(let text), .text(let text): text.isEmpty
            }
        }

        var html: HTML {
            switch self {
            case .head(let id, let text): "<th id=\"\(id)\" scope=\"row\">\(text)</th>"
            case .number(let text): "<td class=\"right\">\(text)</td>"
            case .text(let text): "<td>\(text)</td>"
            }
        }
    }

    /// A table without the columns in which nothing stands.
    private func table(_ heading: PageHeading, _ titles: [String], _ rows: [[Cell]]) -> HTML {
        let columns = titles.indices.filter { column in rows.contains { !$0[column].isEmpty } }
        let head = columns.map { "<th scope=\"col\">\(titles[$0])</th>" as HTML }
        let body = rows.map { row in "<tr>\(columns.map { row[$0].html }.joined())</tr>\n" as HTML }
        return """
            \(RenderedBlocks.ownHeading(heading))<div class="table" role="region" aria-label="\(heading.text)" tabindex="0"><table>
            <thead><tr>\(head.joined())</tr></thead>
            <tbody>
            \(body.joined())</tbody></table></div>

            """
    }

    /// The id of an element on the page of a view.
    static func anchor(of element: String) -> String {
        let isPlain = element.utf8.allSatisfy { $0.isAlphanumeric || "._-".utf8.contains($0) }
        return "element.\(isPlain ? element : StableHash(element).name())"
    }
}
