import Model

/// A stretch of a text round its matches, each in square brackets.
enum Snippet {
    /// How many bytes stand before the first match and after it.
    private static let (before, after) = (60, 140)

    /// The stretch round the first match of any word; nil when folding changed the places of the bytes too much to tell.
    static func make(of text: String, folded: [UInt8], words: [[UInt8]]) -> String? {
        let bytes = Array(text.utf8)
        // Lower case has other lengths for a few letters; the places then do not agree, and the whole beginning is shown.
        guard bytes.count == folded.count else { return flat(bytes.prefix(before + after).text) }
        guard let first = words.compactMap({ ByteSearch.first($0, in: folded) }).min() else { return nil }
        let start = wordStart(bytes, max(0, first - before))
        let end = wordEnd(bytes, min(bytes.count, first + after))
        var output: [UInt8] = []
        var index = start
        while index < end {
            if let word = words.first(where: { folded[index..<end].starts(with: $0) }), isWordStart(folded, index) {
                output.append(UInt8(ascii: "["))
                let whole = wordEnd(bytes, index + word.count, limit: end)
                output += bytes[index..<whole]
                output.append(UInt8(ascii: "]"))
                index = whole
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return (start > 0 ? "…" : "") + flat(output.text) + (end < bytes.count ? "…" : "")
    }

    private static func isWordStart(_ bytes: [UInt8], _ index: Int) -> Bool {
        index == 0 || !isWordPart(bytes[index - 1])
    }

    private static func isWordPart(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte >= 0x80 }

    /// The start of the word at an offset, so that no word and no letter is cut.
    private static func wordStart(_ bytes: [UInt8], _ offset: Int) -> Int {
        var index = offset
        while index > 0, isWordPart(bytes[index - 1]) { index -= 1 }
        return index
    }

    private static func wordEnd(_ bytes: [UInt8], _ offset: Int, limit: Int? = nil) -> Int {
        var index = offset
        while index < limit ?? bytes.count, isWordPart(bytes[index]) { index += 1 }
        return index
    }

    /// The text on one line, with single spaces.
    private static func flat(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
