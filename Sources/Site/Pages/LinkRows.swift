import LinkHealth
import Model

/// What the page of the book's health says of its links: how many are in which state, and which need a hand.
struct LinkRows {
    private let parts: PageParts
    private let links: [(entry: Int, record: LinkRecord)]
    private let unchecked: Int

    init(_ site: SitePlan, _ records: [String: LinkRecord]) {
        parts = PageParts(plan: site, page: SiteMap.health)
        let addresses = site.book.entries.enumerated().compactMap { index, entry in
            entry.link?.url.map { (entry: index, url: $0) }
        }
        links = addresses.compactMap { address in records[address.url].map { (address.entry, $0) } }
        unchecked = addresses.count - links.count
    }

    func html() -> HTML {
        guard !links.isEmpty || unchecked > 0 else { return "" }
        return "<h2 id=\"links\">Links</h2>\n<p>\(summary)</p>\n\(rows())"
    }

    private var summary: String {
        guard !links.isEmpty else {
            return "\(Wording.count(unchecked, "address", "addresses")), not checked yet; archbook links check does it."
        }
        let states = LinkState.allCases.compactMap { state -> String? in
            let count = links.count { $0.record.state == state }
            return count > 0 ? "\(count) \(state.rawValue)" : nil
        }
        let rest = unchecked > 0 ? ["\(unchecked) not checked yet"] : []
        return (states + rest).joined(separator: ", ") + "."
    }

    /// The links that are not well, the worst first.
    private func rows() -> HTML {
        let unwell = links.filter { $0.record.state != .ok }.sorted { left, right in
            (right.record.state, left.entry) < (left.record.state, right.entry)
        }
        guard !unwell.isEmpty else { return "" }
        let rows = unwell.map { link -> HTML in
            let record = link.record
            return """
                <li><span class="mark">\(record.state.rawValue)</span>
                <div>\(parts.link(toEntry: link.entry))<p>\(LinkRows.reason(record))</p></div>
                <span class="aside">\(Wording.day(record.checkedOn))</span></li>

                """
        }
        return "<ul class=\"rows\">\n\(rows.joined())</ul>\n"
    }

    private static func reason(_ record: LinkRecord) -> String {
        switch record.state {
        case .ok: "The page answers."
        case .moved: "The server wants another address to be used: \(record.movedTo ?? "")"
        case .suspect:
            record.goneSince.map { "Not found since \(Wording.day($0))." } ?? "Not reached at the last check."
        case .blocked: "The server lets no program in; look at it in a browser."
        case .dead: record.goneSince.map { "Gone since \(Wording.day($0))." } ?? "Gone."
        }
    }
}
