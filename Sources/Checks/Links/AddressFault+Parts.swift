import Model

extension AddressFault {
    /// The sentence that tells the fault.
    var message: String {
        switch self {
        case .scheme(let written, let corrected):
            "an address cannot begin with `\(written)`; write `\(corrected)`"
        case .host(let host):
            host.isEmpty
                ? "this address has no host; write one behind `://`"
                : "`\(host)` can be no host; letters, digits, hyphens and single full stops can"
        case .port(let port): "`\(port)` is no port; a port is a number up to 65535"
        case .escape: "a `%` in this address is not followed by two hexadecimal digits; write `%25` for the sign itself"
        case .blank: "this address has a blank in it; write `%20`"
        case .textFragment: "what follows `#:~:` is no `text=…`, so browsers pass it over; correct it, or take it out"
        }
    }

    /// The scheme that a word is, or a slip of the pen for.
    static func scheme(meantBy word: String) -> String? {
        if ["http", "https"].contains(word) { return word }
        guard word.utf8.count > 2, !known.contains(word) else { return nil }
        // "https" is nearer to "httpss" than "http" is, so the longer one goes first.
        return ["https", "http"].first { NearName.distance(Array(word.utf8), Array($0.utf8), limit: 1) != nil }
    }

    private static let known: Set<String> = ["shttp", "httpd", "httpx"]

    /// What follows a scheme that stands in front of another one: `https://http://x` means the second.
    static func withoutFirstScheme(_ body: ArraySlice<UInt8>) -> String {
        let word = body.prefix(while: \.isLetter)
        let rest = body.dropFirst(word.count).drop { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }
        return "\(word.text.lowercased())://\(rest.text)"
    }

    /// Whether bytes can be a host: a name of letters and digits of any script, or an IPv4 address.
    ///
    /// What stands for a host, such as `<host>` and `{host}`, is told by another rule.
    static func isHost(_ host: ArraySlice<UInt8>) -> Bool {
        if host.contains(where: { "<>{}$".utf8.contains($0) }) { return true }
        var labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        // A full stop at the end names the root (RFC 1034, section 3.1).
        if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
        return labels.allSatisfy { label in
            !label.isEmpty && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
                && label.allSatisfy { $0.isAlphanumeric || $0 >= 0x80 || "-_%".utf8.contains($0) }
        }
    }

    /// Whether a percent sign stands without its two digits (RFC 3986, section 2.1).
    static func hasBadEscape(_ body: ArraySlice<UInt8>) -> Bool {
        body.indices.contains { index in
            body[index] == UInt8(ascii: "%")
                && !(index + 2 < body.endIndex && body[index + 1].isHexDigit && body[index + 2].isHexDigit)
        }
    }

    /// Whether a fragment directive is not one of text (WICG "Text Fragments", 2023).
    static func hasBadTextFragment(_ body: ArraySlice<UInt8>) -> Bool {
        let parts = body.text.split(separator: ":~:", maxSplits: 1)
        guard parts.count == 2 else { return body.text.hasSuffix(":~:") }
        return !parts[1].split(separator: "&").contains { $0.hasPrefix("text=") && $0.utf8.count > 5 }
    }
}
