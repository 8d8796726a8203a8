/// Counts typing errors: letters left out, added, changed, or swapped with their neighbour.
///
/// It is the distance of Damerau and Levenshtein in the form in which no stretch is edited twice (optimal string
/// alignment), counted in letters.
struct EditDistance: Sendable {
    /// The letters of the word that was typed.
    let word: [UInt32]
    /// The number of errors that are forgiven.
    let limit: Int

    /// - Parameter limit: the number of errors to forgive; without one, as many as the length of the word allows.
    init(_ word: [UInt8], limit: Int? = nil) {
        self.word = Self.letters(of: word)
        self.limit = limit ?? Self.forgiven(letters: self.word.count)
    }

    /// The number of errors that are forgiven in a word: none up to four letters, one up to eight, two beyond.
    static func forgiven(letters: Int) -> Int { letters <= 4 ? 0 : letters <= 8 ? 1 : 2 }

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
}
