/// The names of hosts, as people write them and as they go over the wire.
package enum HostName {
    /// The name in ASCII and lower case, as UTS 46 makes it for the letters of names that are in use; nil for a name
    /// that no host can have.
    package static func wireForm(of host: String) -> String? {
        if host.hasPrefix("[") { return host.hasSuffix("]") ? host.lowercased() : nil }
        let labels = labels(of: host)
        guard !labels.isEmpty else { return nil }
        let name = labels.map(Punycode.encodedLabel).joined(separator: ".")
        return name.utf8.contains(where: isForbidden) ? nil : name
    }

    /// The name in the letters of its language: `xn--e1afmkfd.xn--p1ai` is `пример.рф`.
    package static func readableForm(of host: String) -> String {
        labels(of: host).map(Punycode.decodedLabel).joined(separator: ".")
    }

    private static func labels(of host: String) -> [String] {
        PercentEncoding.decoded(host).lowercased().unicodeScalars.split(whereSeparator: isDot).map { String($0) }
    }

    /// Full stops of other scripts separate labels too (RFC 3490, 3.1).
    private static func isDot(_ scalar: Unicode.Scalar) -> Bool {
        [".", "\u{3002}", "\u{FF0E}", "\u{FF61}"].contains(scalar)
    }

    /// The "forbidden domain code points" of the URL Standard.
    private static func isForbidden(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte >= 0x7F || "#%/:<>?@[\\]^|".utf8.contains(byte)
    }
}
