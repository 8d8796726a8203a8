/// Finds the word that was probably meant.
enum Spelling {
    /// The nearest of some words by the distance of Levenshtein, case aside; nil when none is near.
    ///
    /// A third of the letters may be wrong. Of equally near words the first counts.
    static func nearest(_ word: String, among words: some Sequence<String>) -> String? {
        let wanted = Array(word.lowercased().utf8)
        guard wanted.count < longest else { return nil }
        var best: (distance: Int, word: String)?
        for candidate in words {
            let letters = Array(candidate.lowercased().utf8)
            let limit = max(1, min(wanted.count, letters.count) / 3)
            guard abs(letters.count - wanted.count) <= limit, letters != wanted || candidate != word else { continue }
            let distance = distance(wanted, letters)
            if distance <= limit, distance < best?.distance ?? Int.max { best = (distance, candidate) }
        }
        return best?.word
    }

    /// The length beyond which a word is not compared.
    private static let longest = 64

    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (line, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for column in right.indices {
                let above = row[column + 1]
                row[column + 1] = min(diagonal + (byte == right[column] ? 0 : 1), above + 1, row[column] + 1)
                diagonal = above
            }
        }
        return row[right.count]
    }
}
