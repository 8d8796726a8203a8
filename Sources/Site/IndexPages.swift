import Model

/// The pages that list others: one per kind, the tags, the collections, the weeks, and all from A to Z.
struct IndexPages {
    let site: SitePlan

    /// The indexes that the book has something for.
    func contents() -> [Frame.Content] {
        kindIndexes() + documentIndexes() + TagPages(site).contents() + [AlphabetPage(site: site).content()]
    }

    private func kindIndexes() -> [Frame.Content] {
        EntryKind.allCases.compactMap { kind in
            let indices = site.order[kind]
            guard !indices.isEmpty else { return nil }
            let page = SiteMap.index(of: kind)
            let title = Wording.title(of: kind)
            let main: HTML = """
                <h1>\(title)</h1>
                <p class="lead">\(summary(of: kind, indices))</p>
                \(PageParts(plan: site, page: page).rows(indices))
                """
            return Frame.Content(page: page, title: title, path: [home], main: main)
        }
    }

    private var home: (title: String, page: String) { (site.book.title, SiteMap.home) }

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
}
