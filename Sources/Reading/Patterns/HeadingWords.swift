import Model

/// Cuts headings into words.
enum HeadingWords {
    /// The words of a heading in lower case with single spaces between them; an apostrophe is part of a word.
    static func joined(_ heading: String) -> String {
        let lower = heading.lowercased()
        if let words = plain(lower.utf8, withApostrophes: true) { return words }
        return lower.split { !$0.isLetter && $0 != "'" && $0 != "’" }.joined(separator: " ")
    }

    /// The runs of letters of a heading in lower case.
    static func ofLetters(_ heading: String) -> [Substring] {
        let lower = heading.lowercased()
        if let words = plain(lower.utf8, withApostrophes: false) { return words.split(separator: " ") }
        return lower.unicodeScalars.split { !$0.properties.isAlphabetic }.map { Substring($0) }
    }

    /// The words found on bytes, many times faster; nil where there is more than ASCII, Cyrillic letters and dashes.
    private static func plain(_ text: String.UTF8View, withApostrophes: Bool) -> String? {
        var words: [UInt8] = []
        var isInside = false
        func beginPart() {
            if !isInside, !words.isEmpty { words.append(.space) }
            isInside = true
        }
        var bytes = text.makeIterator()
        while let byte = bytes.next() {
            if byte.isLetter || (withApostrophes && byte == UInt8(ascii: "'")) {
                beginPart()
                words.append(byte)
            } else if byte < 0x80 {
                isInside = false
            } else if byte == 0xD0 || byte == 0xD1, let second = bytes.next() {
                // U+0400 to U+047F: all of them letters.
                beginPart()
                words += [byte, second]
            } else if byte == 0xE2, bytes.next() == 0x80, let third = bytes.next(), (0x93...0x94).contains(third) {
                isInside = false
            } else {
                return nil
            }
        }
        return words.text
    }
}
