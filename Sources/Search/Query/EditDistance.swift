/// Counts typing errors: letters left out, added, changed, or swapped with their neighbour.
///
/// It is the distance of Damerau and Levenshtein in the form in which no stretch is edited twice (optimal string
/// alignment), counted in letters.
struct EditDistance: Sendable {
    private let word: [UInt32]
    private let letters: UInt64
    /// The number of errors that are forgiven.
    let limit: Int

    /// - Parameter limit: the number of errors to forgive; without one, as many as the length of the word allows.
    init(_ word: [UInt8], limit: Int? = nil) {
        self.word = Self.letters(of: word)
        letters = Self.countAndMask(word).mask
        self.limit = limit ?? Self.forgiven(letters: self.word.count)
    }

    /// The number of errors that are forgiven in a word: none up to four letters, one up to eight, two beyond.
    static func forgiven(letters: Int) -> Int { letters <= 4 ? 0 : letters <= 8 ? 1 : 2 }

    /// The number of errors between the word and another; nil when there are more than are forgiven.
    func distance(to other: [UInt8]) -> Int? {
        // No letter takes less than one byte, and none of the scripts at hand more than two.
        guard other.count <= (word.count + limit) * 4, other.count + limit >= word.count else { return nil }
        let (count, mask) = Self.countAndMask(other)
        guard abs(count - word.count) <= limit, (letters & ~mask).nonzeroBitCount <= limit,
            (mask & ~letters).nonzeroBitCount <= limit
        else { return nil }
        return aligned(Self.letters(of: other))
    }

    private func aligned(_ other: [UInt32]) -> Int? {
        var before = [Int](repeating: 0, count: other.count + 1)
        var last = Array(0...other.count)
        for row in 1...max(word.count, 1) where row <= word.count {
            var next = [Int](repeating: row, count: other.count + 1)
            var best = row
            for column in 1...max(other.count, 1) where column <= other.count {
                let change = word[row - 1] == other[column - 1] ? 0 : 1
                var value = min(last[column] + 1, next[column - 1] + 1, last[column - 1] + change)
                if row > 1, column > 1, word[row - 1] == other[column - 2], word[row - 2] == other[column - 1] {
                    value = min(value, before[column - 2] + 1)
                }
                next[column] = value
                best = min(best, value)
            }
            guard best <= limit else { return nil }
            (before, last) = (last, next)
        }
        return last[other.count] <= limit ? last[other.count] : nil
    }

    /// The letters of folded bytes, which are UTF-8.
    static func letters(of bytes: [UInt8]) -> [UInt32] {
        var letters: [UInt32] = []
        letters.reserveCapacity(bytes.count)
        for byte in bytes {
            if byte & 0xC0 == 0x80, let last = letters.last {
                letters[letters.count - 1] = last << 6 | UInt32(byte & 0x3F)
            } else {
                letters.append(UInt32(byte))
            }
        }
        return letters
    }

    /// The number of letters, and a bit for each that occurs; two may share one, which only lets more through.
    private static func countAndMask(_ bytes: [UInt8]) -> (count: Int, mask: UInt64) {
        let bytes = bytes.span
        var (count, mask, letter) = (0, UInt64(0), UInt64(0))
        for place in 0..<bytes.count {
            let byte = bytes[place]
            let continues = byte & 0xC0 == 0x80
            letter = continues ? letter << 6 | UInt64(byte & 0x3F) : UInt64(byte)
            if !continues { count += 1 }
            let isLast = place + 1 == bytes.count || bytes[place + 1] & 0xC0 != 0x80
            if isLast { mask |= 1 << (letter & 63) }
        }
        return (count, mask)
    }
}
