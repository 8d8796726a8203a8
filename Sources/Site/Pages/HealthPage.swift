import LinkHealth
import Model

/// How the book is kept: what `check` finds, how every line was accounted for, and what is to be looked at again.
struct HealthPage {
    let site: SitePlan
    /// What `check` found.
    let findings: [Finding]
    /// What is known of the links, by their addresses.
    let links: [String: LinkRecord]

    func content() -> Frame.Content {
        let links = LinkRows(site, links).html()
        let main: HTML = "<h1>Health</h1>\n\(numbers())\(findingRows())\(links)\(revisits())\(coverage())"
        return Frame.Content(page: SiteMap.health, title: "Health", path: [(site.book.title, SiteMap.home)], main: main)
    }

    private func numbers() -> HTML {
        var block = TitleBlock()
        for severity in Severity.allCases {
            let count = findings.count { $0.severity == severity }
            block.add(Wording.capitalised(severity.rawValue) + "s", "<b class=\"number\">\(count)</b>")
        }
        let unread = site.book.documents.reduce(0) { $0 + $1.coverage.unread }
        block.add("Lines unread", "<b class=\"number\">\(unread)</b>")
        return block.html()
    }

    private func findingRows() -> HTML {
        guard !findings.isEmpty else { return "<h2 id=\"findings\">Findings</h2>\n<p>There are none.</p>\n" }
        let rows = findings.map { finding -> HTML in
            let place = "\(finding.path):\(finding.position.line)"
            let target = site.map.sourcePages[finding.path]
            let label: HTML = "<span class=\"path\">\(place)</span>"
            let link = target.map { PageLink.html(label, to: $0, from: SiteMap.health) } ?? label
            return """
                <li><span class="mark">\(finding.severity.rawValue)</span>
                <div>\(link)<p>\(finding.message)</p></div> <span class="aside">\(finding.rule.rawValue)</span></li>

                """
        }
        return "<h2 id=\"findings\">Findings</h2>\n<ul class=\"rows\">\n\(rows.joined())</ul>\n"
    }

    /// The records that name a day on which to look at them again, the earliest first.
    private func revisits() -> HTML {
        let due = site.book.entries.indices.compactMap { index in
            site.book.entries[index].record?.revisit.map { (day: $0, entry: index) }
        }.sorted { ($0.day, $0.entry) < ($1.day, $1.entry) }
        guard !due.isEmpty else { return "" }
        let parts = PageParts(plan: site, page: SiteMap.health)
        let rows = parts.rows(due.map(\.entry)) { entry in
            entry.record?.revisit.map { "to be looked at again on \(Wording.day($0))" } ?? ""
        }
        return "<h2 id=\"revisit\">To be looked at again</h2>\n\(rows)"
    }

    private func coverage() -> HTML {
        guard !site.book.documents.isEmpty else { return "" }
        let rows = site.book.documents.map { document -> HTML in
            let page = site.map.sourcePages[document.path]
            let label: HTML = "<span class=\"path\">\(document.path)</span>"
            let link = page.map { PageLink.html(label, to: $0, from: SiteMap.health) } ?? label
            let lines = document.coverage
            return """
                <tr><td>\(link)</td><td class="right">\(lines.total)</td><td class="right">\(lines.catalogued)</td>\
                <td class="right">\(lines.context)</td><td class="right">\(lines.unread)</td></tr>

                """
        }
        return """
            <h2 id="coverage">Coverage</h2>
            <p>How the lines of every source were accounted for.</p>
            <div class="table" role="region" aria-label="Coverage" tabindex="0"><table>
            <thead><tr><th scope="col">Source</th><th class="right" scope="col">Lines</th>\
            <th class="right" scope="col">Catalogued</th><th class="right" scope="col">Context</th>\
            <th class="right" scope="col">Unread</th></tr></thead>
            <tbody>
            \(rows.joined())</tbody></table></div>

            """
    }
}
