import Model

/// The pages that list others: one per kind, per tag, the collections, the weeks, and all from A to Z.
struct IndexPages {
    let site: SitePlan

    /// The indexes that the book has something for.
    func contents() -> [Frame.Content] {
        kindIndexes() + documentIndexes() + tagPages() + [AlphabetPage(site: site).content()]
    }

    private func kindIndexes() -> [Frame.Content] {
        EntryKind.allCases.compactMap { kind in
            let indices = site.book.entries.indices.filter { site.book.entries[$0].kind == kind }
            guard !indices.isEmpty else { return nil }
            let page = SiteMap.index(of: kind)
            let title = Wording.title(of: kind)
            let main: HTML = """
                <h1>\(title)</h1>
                <p class="lead">\(summary(of: kind, indices))</p>
                \(PageParts(plan: site, page: page).rows(ordered(indices, kind)))
                """
            return Frame.Content(page: page, title: title, path: [home], main: main)
        }
    }

    private var home: (title: String, page: String) { (site.book.title, SiteMap.home) }

    /// Records stand newest first, questions in the order of the book, everything else by title.
    private func ordered(_ indices: [Int], _ kind: EntryKind) -> [Int] {
        switch kind {
        case .decision, .proposal: SitePlan.newestFirst(indices, in: site.book)
        case .question, .exercise: indices
        default: SitePlan.byTitle(indices, in: site.book)
        }
    }

    private func summary(of kind: EntryKind, _ indices: [Int]) -> String {
        let count = indices.count
        switch kind {
        case .decision:
            let inForce = indices.count { site.book.entries[$0].record?.status.isInForce == true }
            return "\(Wording.count(count, "decision")), \(inForce) in force, newest first."
        case .proposal: return "\(Wording.count(count, "proposal")), newest first."
        case .question: return "\(Wording.count(count, "question")); the answers are folded away."
        case .exercise: return "\(Wording.count(count, "exercise")), to be built or tried."
        case .topic: return "\(Wording.count(count, "topic")) named in the book and not written yet."
        default: return "\(Wording.count(count, kind.rawValue)), by title."
        }
    }

    private func documentIndexes() -> [Frame.Content] {
        let weeks = site.documents.filter { $0.page.hasPrefix("weeks/") }
        let others = site.documents.filter { !$0.page.hasPrefix("weeks/") }
        return [
            documentIndex("Weeks", SiteMap.weeks, weeks, "Review weeks, their questions and what they taught."),
            documentIndex("Collections", SiteMap.collections, others, "The sources of the book, as they were written."),
        ].compactMap { $0 }
    }

    private func documentIndex(
        _ title: String,
        _ page: String,
        _ plans: [DocumentPlan],
        _ lead: HTML
    ) -> Frame.Content? {
        guard !plans.isEmpty else { return nil }
        let rows = plans.map { plan -> HTML in
            let language = Wording.attribute(of: plan.document.language)
            let label: HTML = "<span\(language)>\(plan.document.title)</span>"
            let count = plan.items.count { if case .entry = $0 { true } else { false } }
            return """
                <li><span class="mark">\(DocumentPage.kind(of: plan.document.shape).lowercased())</span>
                <div>\(PageLink.html(label, to: plan.page, from: page))<p class="path">\(plan.document.path)</p></div>
                <span class="aside">\(Wording.count(count, "entry", "entries"))</span></li>

                """
        }
        let main: HTML = """
            <h1>\(title)</h1>
            <p class="lead">\(lead)</p>
            <ul class="rows">
            \(rows.joined())</ul>

            """
        return Frame.Content(page: page, title: title, path: [home], main: main)
    }

    private func tagPages() -> [Frame.Content] {
        let names = site.map.tagPages.keys.sorted()
        guard !names.isEmpty else { return [] }
        var tagged: [String: [Int]] = [:]
        for (index, entry) in site.book.entries.enumerated() {
            for name in Set(entry.tags.map(\.name)) { tagged[name, default: []].append(index) }
        }
        let rows = names.map { name -> HTML in
            let link = PageLink.html("\(name)", to: site.map.tagPages[name] ?? "", from: SiteMap.tags)
            return "<li>\(link) <span>\(tagged[name]?.count ?? 0)</span></li>\n"
        }
        let main: HTML = """
            <h1>Tags</h1>
            <p class="lead">\(Wording.count(names.count, "tag")), each with the entries that bear it and the reason why.</p>
            <ul class="columns">
            \(rows.joined())</ul>

            """
        let index = Frame.Content(page: SiteMap.tags, title: "Tags", path: [home], main: main)
        return [index] + names.map { tagPage($0, tagged[$0] ?? []) }
    }

    private func tagPage(_ name: String, _ indices: [Int]) -> Frame.Content {
        let page = site.map.tagPages[name] ?? ""
        let kinds = indices.map { site.book.entries[$0].kind }
        let byKind = zip(kinds, indices).sorted { $0 < $1 }.map(\.1)
        let rows = PageParts(plan: site, page: page).rows(byKind) { entry in
            entry.tags.first { $0.name == name }.map { reason($0.reason) } ?? ""
        }
        let main: HTML = """
            <h1>\(name)</h1>
            <p class="lead">\(Wording.count(indices.count, "entry", "entries")) with this tag.</p>
            \(rows)
            """
        return Frame.Content(page: page, title: name, path: [home, ("Tags", SiteMap.tags)], main: main)
    }

    /// Why an entry has a tag, as a sentence without its end.
    private func reason(_ reason: Tag.Reason) -> HTML {
        switch reason {
        case .frontMatter: "named in the front matter of its file"
        case .hashtag: "its text holds the hashtag"
        case .section(let title): "stands under “\(title)”"
        case .record: "named in the record"
        case .concept(let evidence): "speaks of “\(evidence.first?.words ?? "")”"
        }
    }
}
