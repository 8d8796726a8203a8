import Model

/// The proposals by their states, with the days by which they are to be reviewed.
struct BoardPage {
    let site: SitePlan

    /// What goes into the frame; nil when the book has no proposals.
    func content() -> Frame.Content? {
        let proposals = site.order[.proposal]
        guard !proposals.isEmpty else { return nil }
        let parts = PageParts(plan: site, page: SiteMap.board)
        let groups = Dictionary(grouping: proposals) { site.book.entries[$0].record?.status ?? .unknown }
        var names = HeadingNames()
        let columns = RecordStatus.allCases.compactMap { status -> HTML? in
            guard let indices = groups[status] else { return nil }
            let title = Wording.status(status)
            return """
                <h2 id="\(names.name(for: title))">\(title)</h2>
                \(parts.rows(byDeadline(indices), reason: reason))
                """
        }
        let main: HTML = """
            <h1>Board of proposals</h1>
            <p class="lead">\(Wording.count(proposals.count, "proposal")) by state; the earliest deadline stands first.</p>
            \(columns.joined())
            """
        return Frame.Content(
            page: SiteMap.board, title: "Board of proposals",
            path: [(Wording.title(of: .proposal), SiteMap.index(of: .proposal))], main: main)
    }

    private func byDeadline(_ indices: [Int]) -> [Int] {
        let last = Int.max
        return indices.enumerated().sorted { left, right in
            let days = [left, right].map { site.book.entries[$0.element].record?.deadline?.daysSince1970 ?? last }
            return (days[0], left.offset) < (days[1], right.offset)
        }.map(\.element)
    }

    private func reason(_ entry: Entry) -> HTML {
        guard let day = entry.record?.deadline else { return PageParts.note(of: entry) }
        return "to be reviewed by \(Wording.day(day))"
    }
}
