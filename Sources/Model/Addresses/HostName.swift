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
        composed(PercentEncoding.decoded(host).lowercased()).split(whereSeparator: isDot).map { String($0) }
    }

    /// The scalars in the form in which names are looked up: letters composed with their accents (NFC), wide ones narrow.
    ///
    /// Characters compare as they are read, so the composed letter is the one that equals its parts.
    private static func composed(_ name: String) -> String.UnicodeScalarView {
        var scalars = String.UnicodeScalarView()
        for character in name {
            if character.unicodeScalars.count > 1, let letter = accented.first(where: { Character($0) == character }) {
                scalars.append(letter)
            } else {
                scalars.append(contentsOf: character.unicodeScalars.map(narrow))
            }
        }
        return scalars
    }

    /// The small letters with accents: Latin, Greek, Cyrillic and the Vietnamese among them.
    private static let accented: [Unicode.Scalar] = {
        let ranges: [ClosedRange<UInt32>] = [0xDF...0x24F, 0x386...0x4FF, 0x1E00...0x1FFF]
        return ranges.joined().compactMap { Unicode.Scalar($0) }
    }()

    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
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
