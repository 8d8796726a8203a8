/// What the destination of a link is before anything is known of the book.
package enum WebAddress: Equatable {
    /// An address with a scheme, ready for an `href`.
    case external(String)
    /// A path, possibly empty, and the part after `#`, both without percent encoding.
    case relative(path: String, fragment: String?)
    /// An address that could run a program or carry a page of its own; it is never written out.
    case unsafe

    /// Reads a destination as the URL Standard does (url.spec.whatwg.org, "basic URL parser"): control characters at
    /// the ends and tabs and line ends anywhere are nothing, and the scheme's case does not matter.
    package init(_ destination: String) {
        let bytes = destination.utf8.filter { $0 > 0x20 && $0 != 0x7F || $0 == .space }[...].trimmed
        if let scheme = WebAddress.scheme(of: bytes) {
            self = WebAddress.dangerous.contains(scheme) ? .unsafe : .external(WebAddress.encoded(bytes))
        } else if bytes.starts(with: "//".utf8) {
            self = .external("https:" + WebAddress.encoded(bytes))
        } else {
            self = WebAddress.split(bytes)
        }
    }

    /// The part of an address between the scheme and the path.
    package static func host(of address: String) -> String {
        let rest = address.utf8.drop { $0 != UInt8(ascii: ":") }.dropFirst().drop { $0 == UInt8(ascii: "/") }
        let ends = Set("/?#".utf8)
        return String(Substring(rest.prefix { !ends.contains($0) }))
    }

    private static let dangerous: Set<String> = [
        "about", "blob", "data", "file", "filesystem", "javascript", "vbscript",
    ]

    private static func scheme(of bytes: ArraySlice<UInt8>) -> String? {
        guard let first = bytes.first, first.isLetter else { return nil }
        for (index, byte) in zip(bytes.indices, bytes) {
            switch byte {
            case UInt8(ascii: ":"):
                // One letter is the drive of a Windows path.
                return index - bytes.startIndex > 1 ? bytes[..<index].map(\.lowercased).text : nil
            case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): continue
            default: if !byte.isAlphanumeric { return nil }
            }
        }
        return nil
    }

    private static func split(_ bytes: ArraySlice<UInt8>) -> WebAddress {
        let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
        let beforeHash = bytes[..<(hash ?? bytes.endIndex)]
        let path = beforeHash[..<(beforeHash.firstIndex(of: UInt8(ascii: "?")) ?? beforeHash.endIndex)]
        let fragment = hash.map { decoded(bytes[bytes.index(after: $0)...]) }
        return .relative(path: decoded(path), fragment: fragment)
    }

    /// The bytes with those that a URL cannot hold percent-encoded; what is encoded already stays as it is.
    private static func encoded(_ bytes: ArraySlice<UInt8>) -> String {
        PercentEncoding.encoded(bytes, where: forbidden.contains)
    }

    private static let forbidden = Set(" \"<>\\^`{|}".utf8)

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        PercentEncoding.decoded(bytes: Array(bytes)).text
    }
}
