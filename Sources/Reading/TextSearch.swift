import Model

/// Searches on the bytes of texts; the standard library's own go from character to character and cost ten times more.
extension StringProtocol {
    /// The first place where another text stands.
    func firstPlace(of needle: String) -> Range<String.Index>? { place(of: needle, fromEnd: false) }

    /// The last place where another text stands.
    func lastPlace(of needle: String) -> Range<String.Index>? { place(of: needle, fromEnd: true) }

    /// Whether another text stands somewhere in this one.
    func holds(_ needle: String) -> Bool { firstPlace(of: needle) != nil }

    /// The text without another one at its start; the same text when it does not begin so.
    func without(prefix: String) -> String { hasPrefix(prefix) ? String(dropFirst(prefix.count)) : String(self) }

    /// The text with one text put in the place of another, wherever that stands.
    func replacingAll(_ needle: String, with replacement: String) -> String {
        var output = ""
        var rest = Substring(self)
        while let found = rest.firstPlace(of: needle) {
            output += rest[..<found.lowerBound]
            output += replacement
            rest = rest[found.upperBound...]
        }
        return output.isEmpty ? String(rest) : output + rest
    }

    private func place(of needle: String, fromEnd: Bool) -> Range<String.Index>? {
        let bytes = Substring(self).utf8
        guard let found = ByteSearch.offset(of: needle.utf8.span, in: bytes.span, fromEnd: fromEnd) else { return nil }
        let start = bytes.index(bytes.startIndex, offsetBy: found)
        return start..<bytes.index(start, offsetBy: needle.utf8.count)
    }
}

/// Looks for some bytes in others.
enum ByteSearch {
    static func offset(of needle: [UInt8], in text: [UInt8], fromEnd: Bool) -> Int? {
        offset(of: needle.span, in: text.span, fromEnd: fromEnd)
    }

    static func offset(of needle: borrowing Span<UInt8>, in text: borrowing Span<UInt8>, fromEnd: Bool) -> Int? {
        guard !needle.isEmpty, text.count >= needle.count else { return nil }
        let last = text.count - needle.count
        var step = 0
        while step <= last {
            let start = fromEnd ? last - step : step
            if text[start] == needle[0], matches(needle, in: text, at: start) { return start }
            step += 1
        }
        return nil
    }

    private static func matches(_ needle: borrowing Span<UInt8>, in text: borrowing Span<UInt8>, at start: Int) -> Bool
    {
        var index = 1
        while index < needle.count {
            if text[start + index] != needle[index] { return false }
            index += 1
        }
        return true
    }
}

extension String {
    /// Whether each word, cut at spaces, begins with one of some ASCII signs.
    func everyWordBegins(withOneOf signs: String) -> Bool {
        var isStart = true
        for byte in utf8 {
            if isStart, byte != .space, !signs.utf8.contains(byte) { return false }
            isStart = byte == .space
        }
        return true
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
