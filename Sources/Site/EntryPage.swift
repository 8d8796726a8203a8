import Model

/// The page of one entry: the title block of its sheet, its text, and what leads here.
struct EntryPage {
    let plan: EntryPlan
    let parts: PageParts
    private(set) var findings: [Finding] = []
    private var hasDrawing = false

    private var entry: Entry { plan.entry }
    private var site: SitePlan { parts.plan }

    init(_ plan: EntryPlan, site: SitePlan) {
        self.plan = plan
        parts = PageParts(plan: site, page: plan.page)
    }

    /// What goes into the frame.
    mutating func content() -> Frame.Content {
        var main = HTML()
        main += "<h1\(Wording.attribute(of: entry.language))>\(entry.title)</h1>\n"
        main += banner()
        main += TitleBlock(entry, parts: parts).html()
        // The note of an entry with a text of its own is taken from that text, and could tell an answer.
        if let note = entry.note, !note.isEmpty, entry.link != nil || plan.sections.isEmpty {
            main += "<p class=\"note\"\(Wording.attribute(of: Language(of: note)))>\(note)</p>\n"
        }
        let diagram = site.drawings.drawn(ofEntry: plan.index).map { drawn in
            DiagramSections(plan: site, page: plan.page, drawn: drawn)
        }
        if let diagram {
            hasDrawing = true
            main += diagram.html()
        } else {
            for section in plan.sections { main += html(of: section) }
            if plan.sections.isEmpty { main += emptyNotice() }
        }
        main += neighbours()
        var content = Frame.Content(
            page: plan.page,
            title: entry.title,
            path: path(),
            main: main,
            contents: diagram?.headings ?? plan.contents,
            beside: SheetMargin(parts: parts, entry: plan.index, source: entry.source.path).html(),
            language: entry.language
        )
        content.hasDrawing = hasDrawing
        content.hasWideText = diagram != nil
        return content
    }

    private func path() -> [(title: String, page: String)] {
        var path = [(Wording.title(of: entry.kind), SiteMap.index(of: entry.kind))]
        if let page = site.map.sourcePages[entry.source.path], page != plan.page, let title = site.sourceTitles[page] {
            path.append((title, page))
        }
        return path
    }

    /// A superseded record says so first, with the way to what holds now.
    private func banner() -> HTML {
        guard let record = entry.record else { return "" }
        let successors = site.successors[record.stem] ?? []
        guard record.status == .superseded || !successors.isEmpty else { return "" }
        let links = successors.map { index -> HTML in
            let other = site.book.entries[index]
            let name = other.record.map { RecordName.short($0, other.kind) + " " } ?? ""
            return parts.link("\(name)\(other.title)", to: site.map.entryPages[index])
        }
        let holds = links.count == 1 ? "holds" : "hold"
        let instead: HTML = links.isEmpty ? "" : " \(links.joined(by: " and ")) \(holds) instead."
        let state: HTML = "This \(entry.kind.rawValue) is superseded and kept for the record."
        return "<p class=\"banner\" role=\"note\">\(state)\(instead)</p>\n"
    }

    /// The ways to the entries before and after this one in the index of its kind.
    private func neighbours() -> HTML {
        guard let neighbours = site.neighbours[plan.page] else { return "" }
        let ways = [("previous", neighbours.previous), ("next", neighbours.next)].compactMap { way, index -> HTML? in
            guard let index else { return nil }
            return "<li class=\"\(way)\"><span>\(Wording.capitalised(way))</span> \(parts.link(toEntry: index))</li>\n"
        }
        guard !ways.isEmpty else { return "" }
        return "<nav class=\"neighbours\" aria-label=\"Neighbours\"><ul>\n\(ways.joined())</ul></nav>\n"
    }

    /// What a page says whose source says nothing more.
    private func emptyNotice() -> HTML {
        switch entry.content {
        case .topic: "<p class=\"notice\">Named in the book, and not written yet.</p>\n"
        case .link, .diagram: ""
        default: "<p class=\"notice\">The source has no text for this entry.</p>\n"
        }
    }

    private mutating func html(of section: EntryPlan.Section) -> HTML {
        let content = html(of: section.content)
        guard let heading = section.heading else { return content }
        guard section.isFolded else { return RenderedBlocks.ownHeading(heading) + content }
        return """
            \(RenderedBlocks.ownHeading(heading))<details>
            <summary>Show the \(heading.text.lowercased())</summary>
            \(content)</details>

            """
    }

    private mutating func html(of content: EntryPlan.Content) -> HTML {
        let language = Wording.attribute(of: entry.language)
        switch content {
        case .text(let text):
            var renderer = HTMLRenderer(text, on: plan.page, of: site)
            renderer.render()
            findings += renderer.findings
            hasDrawing = hasDrawing || renderer.hasDrawing
            return "<div class=\"text\"\(Wording.attribute(of: text.language))>\n\(renderer.html)</div>\n"
        case .list(let items, let ordered):
            let rows = items.map { item -> HTML in "<li>\(item)</li>\n" }.joined()
            return ordered ? "<ol\(language)>\n\(rows)</ol>\n" : "<ul\(language)>\n\(rows)</ul>\n"
        case .rubric(let items):
            let rows = items.map { item -> HTML in
                let points = Wording.count(item.points, "point")
                return "<li><span class=\"mark\">\(points)</span><div\(language)>\(item.textWithoutPoints)</div></li>\n"
            }
            return "<ul class=\"rows\">\n\(rows.joined())</ul>\n"
        }
    }
}
