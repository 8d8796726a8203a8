import Model

/// Gives texts of a file, and the same text again where the same bytes stand, without making it anew.
///
/// It remembers one text for each of its places; which one, the hash of the bytes tells (FNV-1a).
struct TextPool {
    private var known: [(range: Range<Int>, text: String)?] = Array(repeating: nil, count: 1 << 12)

    /// The text at a range of a file, which is well-formed UTF-8 and always the same file.
    mutating func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        let file = bytes.span
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for place in range { hash = (hash ^ UInt64(file[place])) &* 0x0000_0100_0000_01B3 }
        let slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (known.count - 1)
        if let known = known[slot], Self.areEqual(file, known.range, range) { return known.text }
        let text = bytes[range].text
        known[slot] = (range, text)
        return text
    }

    private static func areEqual(_ file: borrowing Span<UInt8>, _ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard left.count == right.count else { return false }
        for offset in 0..<left.count where file[left.lowerBound + offset] != file[right.lowerBound + offset] {
            return false
        }
        return true
    }
}
