/// Finds the word that was probably meant.
enum Spelling {
    /// The nearest of some words, case aside; nil when none is near.
    ///
    /// It counts letters that are left out, added, changed, or swapped with their neighbour (the distance of Damerau and
    /// Levenshtein in the form in which no stretch is edited twice). A third of the letters may be wrong. Of equally near
    /// words the first counts.
    static func nearest(_ word: String, among words: some Sequence<String>) -> String? {
        let wanted = Array(word.lowercased().utf8)
        guard wanted.count < longest else { return nil }
        var best: (distance: Int, word: String)?
        for candidate in words where candidate != word {
            let letters = Array(candidate.lowercased().utf8)
            let limit = min(wanted.count, letters.count) / 3
            guard abs(letters.count - wanted.count) <= limit else { continue }
            let distance = distance(wanted, letters)
            if distance <= limit, distance < best?.distance ?? Int.max { best = (distance, candidate) }
        }
        return best?.word
    }

    /// The length beyond which a word is not compared.
    private static let longest = 64

    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var before = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for row in left.indices {
            var next = [row + 1] + [Int](repeating: 0, count: right.count)
            for column in right.indices {
                let change = last[column] + (left[row] == right[column] ? 0 : 1)
                next[column + 1] = min(change, last[column + 1] + 1, next[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    next[column + 1] = min(next[column + 1], before[column - 1] + 1)
                }
            }
            (before, last) = (last, next)
        }
        return last[right.count]
    }
}
