import Model

/// The first page: how much there is, what was decided last, and where to begin.
struct HomePage {
    let site: SitePlan

    private static let longest = 8

    func content() -> Frame.Content {
        let parts = PageParts(plan: site, page: SiteMap.home)
        var main: HTML = "<h1>\(site.book.title)</h1>\n\(counts())"
        main += section("Latest decisions", .decision, site.order[.decision], parts)
        main += section("Open proposals", .proposal, openProposals(), parts)
        main += section("Patterns", .pattern, site.order[.pattern], parts)
        main += begin(parts)
        return Frame.Content(
            page: SiteMap.home, title: site.book.title, main: main, beside: due(parts) + changed(parts))
    }

    /// What is to be decided or looked at again, by the day.
    private func due(_ parts: PageParts) -> HTML {
        let days = site.book.entries.indices.compactMap { index -> (day: Day, index: Int)? in
            guard let record = site.book.entries[index].record else { return nil }
            let isOpen = !record.status.isInForce && record.status != .superseded
            return (isOpen ? record.deadline ?? record.revisit : record.revisit).map { ($0, index) }
        }
        let rows = days.sorted { ($0.day, $0.index) < ($1.day, $1.index) }.prefix(HomePage.longest).map { day, index in
            "\(parts.link(toEntry: index))<small>\(Wording.day(day))</small>" as HTML
        }
        return SheetMargin.list("Due", "page.due", Array(rows))
    }

    /// The sources that were changed last, as far as their history is known; decisions are listed by themselves.
    private func changed(_ parts: PageParts) -> HTML {
        let records = Set(site.book.entries.filter { $0.record != nil }.map(\.source.path))
        let sources = site.history.days.filter { site.map.sourcePages[$0.key] != nil && !records.contains($0.key) }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let rows = sources.prefix(HomePage.longest).compactMap { path, day -> HTML? in
            guard let page = site.map.sourcePages[path], let title = site.sourceTitles[page] else { return nil }
            return "\(parts.link(Wording.passage(title), to: page))<small>\(Wording.day(day))</small>"
        }
        return SheetMargin.list("Lately changed", "page.changed", rows)
    }

    private func counts() -> HTML {
        var block = TitleBlock()
        for kind in EntryKind.allCases {
            let count = site.order[kind].count
            guard count > 0 else { continue }
            let link = PageLink.html("\(count)", to: SiteMap.index(of: kind), from: SiteMap.home)
            block.add(kind == .question ? "Questions" : Wording.title(of: kind), "<b class=\"number\">\(link)</b>")
        }
        return block.row()
    }

    private func section(_ title: HTML, _ kind: EntryKind, _ indices: [Int], _ parts: PageParts) -> HTML {
        guard !indices.isEmpty else { return "" }
        let all = site.order[kind].count
        let shown = Array(indices.prefix(HomePage.longest))
        let label: HTML = "All \(Wording.count(all, kind.rawValue, kind.plural))"
        let more: HTML = shown.count < all ? "<p>\(parts.link(label, to: SiteMap.index(of: kind)))</p>\n" : ""
        return "<h2>\(title)</h2>\n\(parts.rows(shown))\(more)"
    }

    private func openProposals() -> [Int] {
        site.order[.proposal].filter { index in
            switch site.book.entries[index].record?.status {
            case .draft, .proposed, .discussion: true
            default: false
            }
        }
    }

    /// The sources with the most entries, and the questions.
    private func begin(_ parts: PageParts) -> HTML {
        var items: [HTML] = []
        func door(_ label: HTML, _ page: String, _ reason: HTML) {
            items.append("<li><div>\(parts.link(label, to: page))<p>\(reason)</p></div></li>\n")
        }
        let questions = site.order[.question].count
        if questions > 0 {
            let count = Wording.count(questions, "question")
            door("Practise", SiteMap.index(of: .question), "\(count), the answers folded away until you ask for them.")
        }
        let collections = site.documents.count { !$0.page.hasPrefix("weeks/") }
        if collections > 0 {
            let count = Wording.count(collections, "source")
            door("Read a collection", SiteMap.collections, "\(count) as they were written, section by section.")
        }
        if !site.map.tagPages.isEmpty {
            let count = Wording.count(site.map.tagPages.count, "tag")
            door("Follow a subject", SiteMap.tags, "\(count), each with its entries and the reason why.")
        }
        door("Look something up", SiteMap.alphabet, "Every title from A to Z.")
        return "<h2>Where to begin</h2>\n<ul class=\"rows plain\">\n\(items.joined())</ul>\n"
    }
}
