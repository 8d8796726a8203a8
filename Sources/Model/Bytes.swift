/// The bytes that the project's scanners look for, by the names that Unicode gives them.
extension UInt8 {
    @inlinable package static var tab: UInt8 { UInt8(ascii: "\t") }
    @inlinable package static var lineFeed: UInt8 { UInt8(ascii: "\n") }
    @inlinable package static var carriageReturn: UInt8 { UInt8(ascii: "\r") }
    @inlinable package static var space: UInt8 { UInt8(ascii: " ") }

    /// Whether the byte is a space or a tab.
    @inlinable package var isBlank: Bool { self == 0x20 || self == 0x09 }
    /// Whether the byte ends a line.
    @inlinable package var isLineEnd: Bool { self == 0x0A || self == 0x0D }
    /// Whether the byte is ASCII white space.
    @inlinable package var isWhitespace: Bool { isBlank || isLineEnd || self == 0x0B || self == 0x0C }
    /// Whether the byte is an ASCII digit.
    @inlinable package var isDigit: Bool { self &- 0x30 < 10 }
    /// Whether the byte is an ASCII letter.
    @inlinable package var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    /// Whether the byte is an ASCII letter or digit.
    @inlinable package var isAlphanumeric: Bool { isLetter || isDigit }
    /// Whether the byte is an ASCII hexadecimal digit.
    @inlinable package var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
    /// The byte with an ASCII capital letter made small.
    @inlinable package var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

extension Collection where Element == UInt8 {
    /// The bytes as text, with every ill-formed sequence shown as U+FFFD.
    @inlinable package var text: String { String(decoding: self, as: UTF8.self) }
}

extension RandomAccessCollection where Element == UInt8, SubSequence: RandomAccessCollection {
    /// The bytes without ASCII white space at both ends.
    package var trimmed: SubSequence {
        var start = startIndex
        var end = endIndex
        while start < end, self[start].isWhitespace { start = index(after: start) }
        while end > start, self[index(before: end)].isWhitespace { end = index(before: end) }
        return self[start..<end]
    }

    /// Whether every byte is ASCII white space.
    package var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

extension StringProtocol {
    /// The text without ASCII white space at both ends.
    package var trimmed: String {
        let bytes = Substring(self).utf8
        var start = bytes.startIndex
        var end = bytes.endIndex
        while start < end, bytes[start].isWhitespace { start = bytes.index(after: start) }
        while end > start {
            let before = bytes.index(before: end)
            guard bytes[before].isWhitespace else { break }
            end = before
        }
        return String(Substring(bytes[start..<end]))
    }
}

extension String {
    /// The text without white space at its ends, and with one blank for each stretch of it within.
    package var oneLine: String {
        var output: [UInt8] = []
        output.reserveCapacity(utf8.count)
        for byte in utf8 {
            if byte.isWhitespace {
                if let last = output.last, last != .space { output.append(.space) }
            } else {
                output.append(byte)
            }
        }
        if output.last == .space { output.removeLast() }
        return output.text
    }
}

extension [UInt8] {
    /// Whether the bytes come before others in the order of `lexicographicallyPrecedes`, found faster.
    package func precedes(_ other: [UInt8]) -> Bool {
        let (left, right) = (span, other.span)
        for index in 0..<Swift.min(left.count, right.count) where left[index] != right[index] {
            return left[index] < right[index]
        }
        return left.count < right.count
    }
}

extension String {
    /// Whether the bytes of the text come before those of another.
    package func precedes(_ other: String) -> Bool {
        let (left, right) = (utf8.span, other.utf8.span)
        for index in 0..<Swift.min(left.count, right.count) where left[index] != right[index] {
            return left[index] < right[index]
        }
        return left.count < right.count
    }
}
