import Model

/// A web address cut into its parts by the bytes, exactly as written.
///
/// Foundation's `URL` encodes a percent sign again when an address mixes raw letters and escapes, so it is not used.
struct URLParts: Sendable, Equatable {
    /// The scheme in lower case.
    var scheme: String
    /// The host in lower case, without user and port.
    var host: String
    /// The port as written; empty when there is none.
    var port: String
    /// The path with its first `/`; may be empty.
    var path: String
    /// The query without `?`; nil when there is none.
    var query: String?
    /// The fragment without `#`, before any text directive; nil when there is none.
    var fragment: String?
    /// The text directive `:~:` and what follows it; nil when there is none.
    var textDirective: String?

    /// Cuts an address with a scheme and an authority; nil for anything else.
    init?(_ address: String) {
        let bytes = Array(address.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0 else { return nil }
        guard bytes[..<colon].allSatisfy({ $0.isAlphanumeric || "+-.".utf8.contains($0) }) else { return nil }
        guard bytes.dropFirst(colon + 1).starts(with: Array("//".utf8)) else { return nil }
        scheme = bytes[..<colon].text.lowercased()
        var rest = bytes[(colon + 3)...]
        fragment = Self.cut(&rest, at: UInt8(ascii: "#"))
        query = Self.cut(&rest, at: UInt8(ascii: "?"))
        let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
        path = rest[slash...].text
        var authority = rest[..<slash]
        if let at = authority.lastIndex(of: UInt8(ascii: "@")) { authority = authority[(at + 1)...] }
        port = ""
        let lastColon = authority.lastIndex(of: UInt8(ascii: ":"))
        if let lastColon, authority[(lastColon + 1)...].allSatisfy(\.isDigit) {
            port = authority[(lastColon + 1)...].text
            authority = authority[..<lastColon]
        }
        host = authority.text.lowercased()
        guard !host.isEmpty else { return nil }
        splitDirective()
    }

    /// The parts of the path between slashes, empty ones left out.
    var segments: [String] { path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) } }

    /// The pairs of the query in their order.
    var pairs: [String] { (query ?? "").utf8.split(separator: UInt8(ascii: "&")).map { String(Substring($0)) } }

    /// Text directives (WICG "Text Fragments", 2023) say where on the page to look, not which page it is.
    private mutating func splitDirective() {
        guard let fragment, let found = fragment.utf8.firstRange(of: Array(":~:".utf8)) else { return }
        textDirective = String(fragment[found.lowerBound...])
        let before = String(fragment[..<found.lowerBound])
        self.fragment = before.isEmpty ? nil : before
    }

    /// Takes off what follows the first mark.
    private static func cut(_ bytes: inout ArraySlice<UInt8>, at mark: UInt8) -> String? {
        guard let index = bytes.firstIndex(of: mark) else { return nil }
        defer { bytes = bytes[..<index] }
        return bytes[(index + 1)...].text
    }
}

extension Collection where Element == UInt8 {
    /// The first place where some bytes stand.
    func firstRange(of needle: [UInt8]) -> Range<Index>? {
        var start = startIndex
        while start != endIndex {
            if self[start...].starts(with: needle) { return start..<index(start, offsetBy: needle.count) }
            start = index(after: start)
        }
        return nil
    }
}
