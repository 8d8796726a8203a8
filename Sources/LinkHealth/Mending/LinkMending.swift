import Model

/// Finds the better address of a link, from what is known of it.
package struct LinkMending: Sendable {
    private let history: LinkHistory
    private let archive: String?

    /// - Parameter archive: what is put before the address of a dead page; dead links stay as they are when nil.
    package init(_ history: LinkHistory, archive: String? = nil) {
        self.history = history
        self.archive = archive
    }

    /// A better address, and why it is better.
    package struct Remedy: Sendable, Equatable {
        package var address: String
        package var reasons: [Reason]
    }

    /// Why an address is replaced; the raw value stands in the JSON.
    package enum Reason: String, Sendable {
        case archived, moved, secure, tracking
    }

    /// The better address of a link; nil when it is as good as is known.
    package func remedy(for url: String) -> Remedy? {
        let record = history[url]
        if record?.state == .dead {
            guard let archive, !url.hasPrefix(archive) else { return nil }
            return Remedy(address: archive + url, reasons: [.archived])
        }
        var address = url
        var reasons: [Reason] = []
        if record?.state == .moved, let target = record?.movedTo {
            address = Self.withPlace(of: url, Self.written(target))
            reasons.append(.moved)
        }
        if let clean = QueryParameter.withoutTracking(address) {
            // What the server itself appends on the way is no reason to tell of.
            if QueryParameter.withoutTracking(url) != nil { reasons.append(.tracking) }
            address = clean
        }
        if address.utf8.prefix(7).map(\.lowercased).elementsEqual("http://".utf8), isSecureToo(address, record) {
            address = "https://" + address.dropFirst(7)
            reasons.append(.secure)
        }
        return address == url ? nil : Remedy(address: address, reasons: reasons)
    }

    /// Whether it was seen that the same address answers over https.
    private func isSecureToo(_ address: String, _ record: LinkRecord?) -> Bool {
        if record?.isSecureToo == true { return true }
        let twin = "https://" + address.dropFirst(7)
        return history[twin].map { $0.state == .ok && $0.redirects.isEmpty } ?? false
    }

    /// The target of a redirect with the place on the page that the link named, as browsers keep it (RFC 9110, 10.2.2).
    private static func withPlace(of url: String, _ target: String) -> String {
        guard !target.contains("#"), let hash = url.firstIndex(of: "#") else { return target }
        return target + url[hash...]
    }

    /// What a server gave as an address, with everything escaped that could mean something in Markdown or HTML.
    private static func written(_ target: String) -> String {
        PercentEncoding.encoded(target.utf8) { $0 <= 0x20 || $0 >= 0x7F || "\"'<>()[]\\^`{|}*".utf8.contains($0) }
    }
}
