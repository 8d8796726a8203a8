/// Finds the words near another among sorted ones, without going through the letters of most of them.
///
/// The table of the edit distance is kept for the word before; the next one goes on where the two part, as a walk through
/// a trie would. Where a whole row is beyond the limit, nothing that begins so is near, and is passed over: the idea of
/// Schulz and Mihov, "Fast string correction with Levenshtein automata" (2002), with rows in place of states.
struct NearWords {
    private let word: [UInt32]
    private let limit: Int
    /// The rows of the table one after the other, the first for no letter at all; each is one longer than the word.
    private var rows: [Int]
    /// The letters of the present word, and the number of its bytes up to the end of each.
    private var letters: [UInt32] = []
    private var ends: [Int] = []
    private var bytes: [UInt8] = []
    /// The number of bytes with which nothing near can begin; nil while there is hope.
    private var hopeless: Int?

    init(_ distance: EditDistance) {
        word = distance.word
        limit = distance.limit
        rows = Array(0...distance.word.count)
    }

    /// Whether no word between two can be near, because both begin as nothing near does.
    func passesOver(from first: ArraySlice<UInt8>, to last: ArraySlice<UInt8>) -> Bool {
        guard let hopeless else { return false }
        let start = bytes[..<hopeless]
        return first.starts(with: start) && last.starts(with: start)
    }

    /// The number of errors in a word; nil when there are more than the limit.
    ///
    /// - Parameter shared: the number of bytes that it is known to share with the word before; more may be the same.
    mutating func errors(in next: [UInt8], sharing shared: Int) -> Int? {
        if let hopeless, shared >= hopeless { return nil }
        var place = min(shared, bytes.count)
        while place < min(bytes.count, next.count), bytes[place] == next[place] { place += 1 }
        if let hopeless, place >= hopeless { return nil }
        hopeless = nil
        // A letter of which only the first byte is the same is another letter.
        while let end = ends.last, end > place {
            ends.removeLast()
            letters.removeLast()
        }
        bytes.removeSubrange(place...)
        bytes += next[place...]
        return goOn()
    }

    /// Adds rows for the letters that have none yet.
    private mutating func goOn() -> Int? {
        var place = ends.last ?? 0
        while place < bytes.count {
            var letter = UInt32(bytes[place])
            place += 1
            while place < bytes.count, bytes[place] & 0xC0 == 0x80 {
                letter = letter << 6 | UInt32(bytes[place] & 0x3F)
                place += 1
            }
            letters.append(letter)
            ends.append(place)
            guard addRow() <= limit else {
                hopeless = place
                return nil
            }
        }
        guard abs(letters.count - word.count) <= limit else { return nil }
        let errors = rows[letters.count * (word.count + 1) + word.count]
        return errors <= limit ? errors : nil
    }

    /// Fills the row of the last letter and returns its smallest number.
    private mutating func addRow() -> Int {
        let (width, row) = (word.count + 1, letters.count)
        let (start, above) = (row * width, (row - 1) * width)
        if rows.count < start + width { rows += [Int](repeating: 0, count: width) }
        // What lies farther from the diagonal than the limit is beyond it.
        let first = max(1, row - limit)
        let end = max(first, min(word.count, row + limit) + 1)
        var best = first == 1 ? row : limit + 1
        rows[start + first - 1] = best
        if end < width { rows[start + end] = limit + 1 }
        for column in first..<end {
            let change = word[column - 1] == letters[row - 1] ? 0 : 1
            var value = min(rows[above + column] + 1, rows[start + column - 1] + 1, rows[above + column - 1] + change)
            if row > 1, column > 1, word[column - 1] == letters[row - 2], word[column - 2] == letters[row - 1] {
                value = min(value, rows[above - width + column - 2] + 1)
            }
            rows[start + column] = value
            best = min(best, value)
        }
        return best
    }
}
