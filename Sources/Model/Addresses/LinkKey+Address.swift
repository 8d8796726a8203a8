extension LinkKey {
    /// The identity of the page at an address; nil for something that is no address of a page.
    ///
    /// Two addresses are taken for one page when they differ only in scheme, `www.` or `m.`, default port, spelling of
    /// the host, dot segments, the case and need of percent escapes, slashes, an index page, tracking parameters, the
    /// order of the query, or a text directive. An in-page anchor does not make another page; the routes of single-page
    /// applications (`#/`, `#!`) do. Some pages are known under several addresses: see `KnownTwins`.
    package init?(address: String) {
        guard let parts = URLParts(address), parts.isOfTheWeb || parts.scheme == "ftp" else { return nil }
        guard let host = Self.host(parts.host) else { return nil }
        let path = Self.path(parts.segments)
        let pairs = Self.pairs(parts, on: host)
        let port = Self.port(parts.port)
        if port.isEmpty, parts.isOfTheWeb, let twin = KnownTwins.key(host: host, path: path, pairs: pairs) {
            self.init(rawValue: twin)
            return
        }
        var key = (parts.isOfTheWeb ? "" : "ftp://") + host + port
        key += path.map { "/\($0)" }.joined()
        if !pairs.isEmpty { key += "?" + pairs.joined(separator: "&") }
        if let route = Self.route(parts.fragment) { key += "#\(route)" }
        self.init(rawValue: key)
    }

    /// An address that has this key.
    package var address: String { rawValue.hasPrefix("ftp://") ? rawValue : "https://\(rawValue)" }

    private static func host(_ host: String) -> String? {
        guard let name = HostName.wireForm(of: host), !name.hasPrefix("[") else { return HostName.wireForm(of: host) }
        var labels = name.split(separator: ".")
        while labels.count > 2, ["www", "m", "mobile"].contains(labels[0]) { labels.removeFirst() }
        // Wikipedia's telephones have their label behind the language.
        if labels.count > 3, labels[1] == "m" { labels.remove(at: 1) }
        return labels.joined(separator: ".")
    }

    /// The port with its colon; empty for the default one of either scheme, as the scheme does not count.
    private static func port(_ written: String) -> String {
        let digits = written.drop { $0 == "0" }
        return ["", "80", "443"].contains(digits) ? "" : ":\(digits)"
    }

    private static func path(_ segments: [String]) -> [String] {
        var kept: [String] = []
        for segment in segments.map(PercentEncoding.normalized) {
            switch segment {
            case ".": continue
            case "..": _ = kept.popLast()
            default: kept.append(segment)
            }
        }
        while let last = kept.last, indexPages.contains(last.lowercased()) { kept.removeLast() }
        return kept
    }

    private static let indexPages: Set<String> = [
        "index.html", "index.htm", "index.php", "index.asp", "index.aspx", "default.aspx", "default.htm",
    ]

    /// The pairs of the query that say which page is meant, sorted by name; those of one name keep their order.
    private static func pairs(_ parts: URLParts, on host: String) -> [String] {
        parts.pairs.map {
            PercentEncoding.normalized(
                $0.split(separator: "+", omittingEmptySubsequences: false).joined(separator: "%20"))
        }
        .filter { pair in
            let name = QueryParameter.name(of: pair)
            return !QueryParameter.isTracking(name, on: host) && !QueryParameter.isBesideThePage(name, on: host)
        }
        .sorted { $0.prefix { $0 != "=" } < $1.prefix { $0 != "=" } }
    }

    /// The fragment where it is the route of a single-page application.
    private static func route(_ fragment: String?) -> String? {
        guard let fragment, fragment.hasPrefix("/") || fragment.hasPrefix("!") else { return nil }
        return PercentEncoding.normalized(fragment)
    }
}
