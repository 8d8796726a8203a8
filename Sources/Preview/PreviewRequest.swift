import Model

/// What a client asks for, as far as the preview looks at it.
struct PreviewRequest: Sendable {
    var method: String
    /// The path with its query, as it was sent.
    var target: String
    /// The values of the field `Host`; exactly one is right.
    var hosts: [String]
    /// The values of the field `If-None-Match`.
    var knownTags: [String] = []
    var hasBody = false

    /// The path of the target, decoded and without its first `/`; nil when it is none that a page can have.
    var path: String? {
        let path = target.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        guard path.first == UInt8(ascii: "/"), let decoded = PercentDecoding.text(path.dropFirst()) else { return nil }
        // Browsers resolve these before they ask; only someone who wants to leave the site sends them.
        let parts = decoded.split(separator: "/", omittingEmptySubsequences: false)
        let isPlain = parts.dropLast().allSatisfy { !$0.isEmpty } && parts.allSatisfy { $0 != "." && $0 != ".." }
        return isPlain && !decoded.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") } ? decoded : nil
    }

    /// The value of a parameter of the query, decoded.
    func parameter(_ name: String) -> String? {
        guard let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) else { return nil }
        for pair in target[mark...].dropFirst().split(separator: "&") where pair.hasPrefix("\(name)=") {
            return PercentDecoding.text(pair.dropFirst(name.count + 1).utf8)
        }
        return nil
    }

    /// Whether the client has the content with a tag (RFC 9110, 13.1.2).
    func knows(_ tag: String) -> Bool {
        knownTags.flatMap { $0.split(separator: ",") }.contains { known in
            let known = known.drop { $0 == " " }.prefix { $0 != " " }
            return known == "*" || known == tag || known == "W/\(tag)"
        }
    }
}

/// The bytes behind `%41` and the like (RFC 3986, 2.1).
enum PercentDecoding {
    /// The decoded text; nil when an escape is broken or the bytes are no UTF-8.
    static func text(_ encoded: some Sequence<UInt8>) -> String? {
        var bytes: [UInt8] = []
        var iterator = encoded.makeIterator()
        while let byte = iterator.next() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = iterator.next().flatMap(digit), let low = iterator.next().flatMap(digit) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
