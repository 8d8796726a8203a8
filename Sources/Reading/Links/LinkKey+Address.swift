package import Model

extension LinkKey {
    /// The identity of the page at an address; nil for something that is no address of a page.
    ///
    /// Two addresses are taken for one page when they differ only in scheme, `www.` or `m.`, default port, letter case
    /// of the host, dot segments, the case and need of percent escapes, a slash at the end, an index page, tracking
    /// parameters, the order of the query, or a text directive. An in-page anchor does not make another page; the
    /// routes of single-page applications (`#/`, `#!`) do.
    package init?(address: String) {
        guard let parts = URLParts(address) else { return nil }
        guard ["http", "https", "ftp"].contains(parts.scheme) else { return nil }
        if let twin = KnownTwins.key(of: parts) {
            self.init(rawValue: twin)
            return
        }
        var key = Self.host(parts.host)
        if !parts.port.isEmpty, !["80", "443"].contains(parts.port) { key += ":\(parts.port)" }
        key += Self.path(parts.segments, isFolder: parts.path.hasSuffix("/"))
        let pairs = parts.pairs.filter { !TrackingParameters.contains(Self.name(of: $0)) }.map(
            PercentEncoding.normalized)
        if !pairs.isEmpty { key += "?" + pairs.sorted().joined(separator: "&") }
        if let fragment = parts.fragment, fragment.hasPrefix("/") || fragment.hasPrefix("!") { key += "#" + fragment }
        self.init(rawValue: key)
    }

    private static func host(_ host: String) -> String {
        var labels = host.split(separator: ".").map(String.init)
        if let first = labels.first, labels.count > 2, ["www", "m", "mobile"].contains(first) { labels.removeFirst() }
        return labels.map(Punycode.encodedLabel).joined(separator: ".")
    }

    private static func path(_ segments: [String], isFolder: Bool) -> String {
        var kept: [String] = []
        for segment in segments {
            switch segment {
            case ".": continue
            case "..": _ = kept.popLast()
            default: kept.append(PercentEncoding.normalized(segment))
            }
        }
        if let last = kept.last, indexPages.contains(last.lowercased()), !isFolder { kept.removeLast() }
        return kept.isEmpty ? "" : "/" + kept.joined(separator: "/")
    }

    private static let indexPages: Set<String> = [
        "index.html", "index.htm", "index.php", "index.asp", "index.aspx", "default.aspx", "default.htm",
    ]

    private static func name(of pair: String) -> String {
        String(pair.prefix { $0 != "=" }).lowercased()
    }
}

/// Query parameters that say where a visitor came from, not which page is meant.
enum TrackingParameters {
    private static let prefixes = ["utm_", "mc_", "pk_", "hsa_", "_hs", "matomo_", "mtm_", "vero_", "oly_"]
    private static let names: Set<String> = [
        "utm", "fbclid", "gclid", "gclsrc", "dclid", "wbraid", "gbraid", "msclkid", "yclid", "ysclid", "ymclid",
        "_openstat", "twclid", "igshid", "igsh", "si", "feature", "ref_src", "ref_url", "spm", "trk", "trkcampaign",
        "sk",
        "gi", "_ga", "_gl", "cmpid", "campaignid", "ck_subscriber_id", "s_kwcid", "wickedid", "rb_clickid",
    ]

    /// Whether a parameter, in lower case, is one of them.
    static func contains(_ name: String) -> Bool {
        names.contains(name) || prefixes.contains { name.hasPrefix($0) }
    }
}

/// Pages that are known under two addresses.
enum KnownTwins {
    /// The common key of the twins; nil for every other page.
    static func key(of parts: URLParts) -> String? {
        let host = parts.host.without(prefix: "www.").without(prefix: "m.")
        let segments = parts.segments
        switch host {
        case "youtu.be":
            return segments.first.map { "youtube.com/watch?v=\($0)" }
        case "youtube.com", "youtube-nocookie.com":
            if let video = parts.pairs.first(where: { $0.hasPrefix("v=") }) { return "youtube.com/watch?\(video)" }
            guard segments.count == 2, ["embed", "shorts", "live", "v"].contains(segments[0]) else { return nil }
            return "youtube.com/watch?v=\(segments[1])"
        case "arxiv.org":
            guard segments.count >= 2, ["abs", "pdf", "html"].contains(segments[0]) else { return nil }
            let paper = segments[1...].joined(separator: "/")
            return "arxiv.org/abs/" + (paper.hasSuffix(".pdf") ? String(paper.dropLast(4)) : paper)
        default: return nil
        }
    }
}
