/// What the parameters of a query are for.
package enum QueryParameter {
    /// The name of a `name=value` pair, in lower case.
    static func name(of pair: some StringProtocol) -> String { pair.prefix { $0 != "=" }.lowercased() }

    /// Whether a parameter says where a visitor came from, not which page is meant, so that it can be left out.
    ///
    /// - Parameters:
    ///   - name: the name in lower case.
    ///   - host: the host without `www.`.
    static func isTracking(_ name: String, on host: String) -> Bool {
        tracking.contains(name) || trackingPrefixes.contains { name.hasPrefix($0) }
            || (trackingOfHosts[host]?.contains(name) ?? false)
    }

    /// Whether a parameter changes something about a page, such as the second at which a video begins, so that it stays
    /// in the address and yet makes no other page.
    static func isBesideThePage(_ name: String, on host: String) -> Bool {
        besideThePage[host]?.contains(name) ?? false
    }

    /// An address without the tracking parameters; nil when it has none.
    package static func withoutTracking(_ address: String) -> String? {
        guard let parts = URLParts(address), parts.isOfTheWeb, let query = parts.query else { return nil }
        let host = parts.host.hasPrefix("www.") ? String(parts.host.dropFirst(4)) : parts.host
        let pairs = query.utf8.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        let kept = pairs.filter { !isTracking(PercentEncoding.decoded(name(of: $0)), on: host) }
        guard kept.count < pairs.count, let mark = address.utf8.firstIndex(of: UInt8(ascii: "?")) else { return nil }
        let rest = address[mark...]
        let end = rest.utf8.firstIndex(of: UInt8(ascii: "#")) ?? rest.endIndex
        return address[..<mark] + (kept.isEmpty ? "" : "?\(kept.joined(separator: "&"))") + rest[end...]
    }

    private static let trackingPrefixes = [
        "utm_", "mc_", "pk_", "piwik_", "hsa_", "_hs", "matomo_", "mtm_", "vero_", "oly_", "itm_", "at_custom", "ns_",
    ]

    private static let tracking: Set<String> = [
        "utm", "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "ymclid",
        "ymid", "_openstat", "twclid", "ttclid", "igshid", "igsh", "li_fat_id", "epik", "ref_src", "ref_url",
        "trkcampaign", "_ga", "_gl", "mkt_tok", "cmpid", "ck_subscriber_id", "s_kwcid", "wickedid", "rb_clickid",
        "srsltid", "__s", "guccounter", "guce_referrer", "guce_referrer_sig", "vgo_ee", "spm",
    ]

    /// Names that track on one host and mean something on others.
    private static let trackingOfHosts: [String: Set<String>] = [
        "youtube.com": ["si", "feature", "pp", "ab_channel"], "youtu.be": ["si", "feature"],
        "open.spotify.com": ["si"], "medium.com": ["source", "gi"], "linkedin.com": ["trk", "trackingid", "lipi"],
        "twitter.com": ["s", "t"], "x.com": ["s", "t"], "reddit.com": ["share_id", "rdt"],
        "amazon.com": ["tag", "ref", "ref_", "pd_rd_i", "pd_rd_r", "pd_rd_w", "pd_rd_wg", "qid", "sr"],
    ]

    private static let besideThePage: [String: Set<String>] = [
        "youtube.com": ["t", "start", "list", "index"], "youtu.be": ["t", "list", "index"],
        // The key to an article behind a pay wall.
        "medium.com": ["sk"],
    ]
}
