import Model

/// The files that name pages by their full addresses: feeds, whole and by tag, and the map of the site.
///
/// They are made when the address of the site is known, for all of them are read far from it.
struct WebFeeds: Sendable {
    private let site: SitePlan
    /// The address of the site, ending in a slash.
    private let base: String

    /// An entry of a feed.
    private struct Item {
        var title: String
        var page: String
        var day: Day
        var summary: String
        var tags: Set<String>
    }

    private let items: [Item]

    /// - Parameter address: the address of the site; nil, or one that is none for the web, makes no files.
    init?(_ site: SitePlan, address: String?) {
        guard let address, case .external(let safe) = WebAddress(address), safe.hasPrefix("http") else { return nil }
        self.site = site
        base = safe.hasSuffix("/") ? safe : safe + "/"
        let records = site.order[.decision] + site.order[.proposal]
        let items = records.compactMap { index -> Item? in
            let entry = site.book.entries[index]
            guard let record = entry.record, let day = record.date else { return nil }
            return Item(
                title: "\(RecordName.short(record, entry.kind)) \(entry.title)", page: site.map.entryPages[index],
                day: day, summary: "\(Wording.status(record.status)). \(entry.note ?? "")".trimmed,
                tags: Set(entry.tags.map(\.name)))
        }
        self.items = items.sorted { ($1.day, $0.page) < ($0.day, $1.page) }
    }

    func files() -> [SiteFile] {
        var files = feed(items, named: "feed", title: site.book.title, home: SiteMap.home)
        for (tag, page) in site.map.tagPages.sorted(by: { $0.key < $1.key }) {
            let tagged = items.filter { $0.tags.contains(tag) }
            guard !tagged.isEmpty else { continue }
            let name = String(page.dropLast(".html".count))
            files += feed(tagged, named: name, title: "\(tag) · \(site.book.title)", home: page)
        }
        return files
    }

    /// The pages for search engines (sitemaps.org).
    func siteMap(of pages: [String]) -> SiteFile {
        let rows = pages.map { page -> HTML in "<url><loc>\(address(page))</loc></url>\n" }
        let text: HTML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            \(rows.joined())</urlset>

            """
        return SiteFile(path: "sitemap.xml", bytes: text.bytes)
    }

    /// The address with the bytes that a URL cannot hold percent-encoded.
    func address(_ page: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in page.utf8 {
            if byte.isAlphanumeric || "/-._~".utf8.contains(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return base + bytes.text
    }

    private func feed(_ items: [Item], named name: String, title: String, home: String) -> [SiteFile] {
        let newest = items.map(\.day).max() ?? Day(daysSince1970: 0)
        return [atom(items, name, title, home, newest), json(items, name, title, home)]
    }

    /// RFC 4287.
    private func atom(_ items: [Item], _ name: String, _ title: String, _ home: String, _ newest: Day) -> SiteFile {
        let rows = items.map { item -> HTML in
            """
            <entry><title>\(item.title)</title><id>\(address(item.page))</id>
            <link href="\(address(item.page))"/><updated>\(item.day.description)T00:00:00Z</updated>
            <summary>\(item.summary)</summary></entry>

            """
        }
        let text: HTML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom">
            <title>\(title)</title><id>\(address(home))</id><author><name>\(site.book.title)</name></author>
            <link href="\(address(home))"/><link rel="self" href="\(address(name + ".xml"))"/>
            <updated>\(newest.description)T00:00:00Z</updated>
            \(rows.joined())</feed>

            """
        return SiteFile(path: "\(name).xml", bytes: text.bytes)
    }

    /// jsonfeed.org, version 1.1.
    private func json(_ items: [Item], _ name: String, _ title: String, _ home: String) -> SiteFile {
        let rows = items.map { item -> JSONValue in
            [
                "id": .string(address(item.page)), "url": .string(address(item.page)), "title": .string(item.title),
                "content_text": .string(item.summary), "date_published": .string("\(item.day)T00:00:00Z"),
                "tags": JSONValue(item.tags.sorted()),
            ]
        }
        let value: JSONValue = [
            "version": "https://jsonfeed.org/version/1.1", "title": .string(title),
            "home_page_url": .string(address(home)), "feed_url": .string(address(name + ".json")),
            "items": .array(rows),
        ]
        return SiteFile(path: "\(name).json", bytes: value.document)
    }
}
