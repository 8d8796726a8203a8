/// A web address cut into its parts by the bytes, each part as it is written.
///
/// Foundation's `URL` encodes a percent sign again when an address mixes raw letters and escapes, so it is not used.
package struct URLParts: Sendable, Equatable {
    /// The scheme in lower case.
    package var scheme: String
    /// The host in lower case, without user and port.
    package var host: String
    /// The port as written; empty when there is none.
    package var port: String
    /// The path with its first `/`; may be empty.
    package var path: String
    /// The query without `?`; nil when there is none.
    package var query: String?
    /// The fragment without `#`, before any text directive; nil when there is none.
    package var fragment: String?
    /// The text directive `:~:` and what follows it; nil when there is none.
    package var textDirective: String?

    /// Cuts an address with a scheme and an authority; nil for anything else.
    ///
    /// As the URL Standard has it (url.spec.whatwg.org, "basic URL parser"), control characters and spaces at the ends
    /// and tabs and line ends anywhere are nothing, and a backslash before the query is a slash.
    package init?(_ address: String) {
        let bytes = URLParts.cleaned(address)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0 else { return nil }
        guard bytes[..<colon].allSatisfy({ $0.isAlphanumeric || "+-.".utf8.contains($0) }) else { return nil }
        guard bytes.dropFirst(colon + 1).starts(with: "//".utf8) else { return nil }
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

    /// Whether the address leads to a page of the web.
    package var isOfTheWeb: Bool { scheme == "http" || scheme == "https" }

    /// The parts of the path between slashes, empty ones left out.
    package var segments: [String] { path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) } }

    /// The pairs of the query in their order.
    package var pairs: [String] {
        (query ?? "").utf8.split(separator: UInt8(ascii: "&")).map { String(Substring($0)) }
    }

    private static func cleaned(_ address: String) -> [UInt8] {
        var bytes = Array(address.utf8.filter { $0 != .tab && !$0.isLineEnd })
        while let last = bytes.last, last <= .space { bytes.removeLast() }
        bytes = Array(bytes.drop { $0 <= .space })
        for index in bytes.indices {
            if bytes[index] == UInt8(ascii: "?") || bytes[index] == UInt8(ascii: "#") { break }
            if bytes[index] == UInt8(ascii: "\\") { bytes[index] = UInt8(ascii: "/") }
        }
        return bytes
    }

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
