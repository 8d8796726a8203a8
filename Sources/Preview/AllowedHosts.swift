/// The names by which a browser may call the preview.
///
/// A page of another site can have its own name lead to this machine and so read what only its user should
/// (DNS rebinding); the browser then still tells the foreign name in the field `Host`.
struct AllowedHosts: Sendable {
    private let names: Set<String>
    private let admitsAddresses: Bool

    /// - Parameter host: the name or address that the preview listens on.
    init(listeningOn host: String) {
        names = ["localhost", "127.0.0.1", "[::1]", AllowedHosts.bracketed(host).lowercased()]
        // Whoever listens on all addresses is called by one of them; a foreign name is what rebinding needs.
        admitsAddresses = ["0.0.0.0", "::", "[::]"].contains(host)
    }

    /// Whether the value of the field `Host` is one of the names, with or without a port.
    func admit(_ field: String) -> Bool {
        guard let name = AllowedHosts.name(in: field.lowercased()) else { return false }
        return names.contains(name) || admitsAddresses && AllowedHosts.isAddress(name)
    }

    /// The host as it stands in an address: an IPv6 address has brackets there.
    static func bracketed(_ host: String) -> String {
        host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
    }

    /// The name without its port; nil when what follows it is no port.
    private static func name(in field: String) -> String? {
        let end: String.Index
        if field.hasPrefix("[") {
            guard let bracket = field.firstIndex(of: "]") else { return nil }
            end = field.index(after: bracket)
        } else {
            end = field.firstIndex(of: ":") ?? field.endIndex
        }
        let rest = field[end...]
        guard rest.isEmpty || rest.first == ":" && rest.dropFirst().allSatisfy(\.isWholeNumber) else { return nil }
        return String(field[..<end])
    }

    private static func isAddress(_ name: String) -> Bool {
        if name.hasPrefix("[") { return name.dropFirst().dropLast().allSatisfy { $0.isHexDigit || ":.".contains($0) } }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }
}
