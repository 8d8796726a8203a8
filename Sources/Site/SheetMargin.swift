import Model

/// What stands beside a text below its contents: who cites it, what it cites, what is near it, and its source.
struct SheetMargin {
    let parts: PageParts
    /// The entry whose page it is, as an index into the book.
    var entry: Int?
    /// The path of the source.
    let source: String

    func html() -> HTML { citedBy() + cites() + related() + origin() }

    private func citedBy() -> HTML {
        Self.list("Cited by", "page.cited", (parts.plan.citations[parts.page] ?? []).map(link))
    }

    private func cites() -> HTML {
        Self.list("Cites", "page.cites", (parts.plan.citing[parts.page] ?? []).map(link))
    }

    private func link(_ citation: SitePlan.Citation) -> HTML {
        let label: HTML = "<span\(Wording.attribute(of: citation.language))>\(citation.title)</span>"
        return parts.link(label, to: citation.page)
    }

    private func related() -> HTML {
        guard let entry else { return "" }
        let items = parts.plan.related.relations(of: entry).map { relation -> HTML in
            "\(parts.link(toEntry: relation.entry))<small>\(relation.shared.map(Wording.passage).joined(by: ", "))</small>"
        }
        return Self.list("Related", "page.related", items)
    }

    private func origin() -> HTML {
        var items: [HTML] = ["<span class=\"path\">\(source)</span>"]
        if let repository = parts.plan.repository, case .external(let address) = WebAddress("\(repository)/\(source)") {
            items.append("<a href=\"\(address)\">Edit</a>")
        }
        if let day = parts.plan.history.days[source] { items.append("Changed \(Wording.day(day))") }
        return Self.list("Source", "page.source", items)
    }

    /// A headed list for the margin; nothing when it has no item.
    static func list(_ title: HTML, _ id: HTML, _ items: [HTML]) -> HTML {
        guard !items.isEmpty else { return "" }
        let rows = items.map { "<li>\($0)</li>\n" as HTML }
        return """
            <nav aria-labelledby="\(id)"><h2 id="\(id)">\(title)</h2>
            <ul>
            \(rows.joined())</ul></nav>

            """
    }
}
