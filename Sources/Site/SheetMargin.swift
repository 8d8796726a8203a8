import Model

/// What stands beside a text below its contents: who cites it.
struct SheetMargin {
    let parts: PageParts

    func html() -> HTML {
        let citations = parts.plan.citations[parts.page] ?? []
        guard !citations.isEmpty else { return "" }
        let items = citations.map { citation -> HTML in
            let label: HTML = "<span\(Wording.attribute(of: citation.language))>\(citation.title)</span>"
            return "<li>\(parts.link(label, to: citation.page))</li>\n"
        }
        return """
            <nav aria-labelledby="page.cited"><h2 id="page.cited">Cited by</h2>
            <ul>
            \(items.joined())</ul></nav>

            """
    }
}
