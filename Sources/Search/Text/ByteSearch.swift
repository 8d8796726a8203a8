/// Searches bytes in bytes.
enum ByteSearch {
    /// The first place of some bytes in a stretch of others.
    static func first(_ needle: [UInt8], in text: [UInt8], within window: Range<Int>) -> Int? {
        guard let head = needle.first else { return nil }
        let window = window.clamped(to: 0..<text.count)
        let (bytes, wanted) = (text.span, needle.span)
        var index = window.lowerBound
        while index + wanted.count <= window.upperBound {
            if bytes[index] == head, matches(wanted, bytes, index) { return index }
            index += 1
        }
        return nil
    }

    private static func matches(_ needle: borrowing Span<UInt8>, _ bytes: borrowing Span<UInt8>, _ start: Int) -> Bool {
        for offset in 1..<max(needle.count, 1) where bytes[start + offset] != needle[offset] { return false }
        return true
    }
}
