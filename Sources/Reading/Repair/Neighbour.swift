/// The character beside a run, as far as it speaks for or against the run.
struct Neighbour {
    /// The character, nil at either end of the text.
    let scalar: Unicode.Scalar?

    /// Whether no letter stands before the character in turn: `O√π` begins like a sentence.
    let isOnlyLetter: Bool

    init(before offset: Int, in text: LegacyText) {
        let found = text.character(before: offset)
        scalar = found.flatMap { Unicode.Scalar($0.scalar) }
        let further = found.flatMap { text.character(before: $0.start) }.flatMap { Unicode.Scalar($0.scalar) }
        isOnlyLetter = !(further?.properties.isAlphabetic ?? false)
    }

    init(after offset: Int, in text: LegacyText) {
        scalar = text.character(at: offset).flatMap { Unicode.Scalar($0.scalar) }
        isOnlyLetter = false
    }

    private var value: UInt32 { scalar?.value ?? 0 }

    /// Whether a word of Latin letters goes on here.
    var isLatin: Bool {
        switch value {
        case 0x41...0x5A, 0x61...0x7A: true
        case 0xC0...0x24F, 0x1E00...0x1EFF: value != 0xD7 && value != 0xF7
        default: false
        }
    }

    /// Whether the character is a lead of Windows-1252 whose follower got lost.
    var isLeadOfCyrillic: Bool { 0xD0...0xD1 ~= value }

    /// Whether a word of Cyrillic letters goes on here.
    var isCyrillic: Bool { 0x400...0x52F ~= value }

    /// Whether a word of Greek letters goes on here.
    var isGreek: Bool { 0x386...0x3FF ~= value || 0x1F00...0x1FFF ~= value }

    /// Whether a number goes on here.
    var isDigit: Bool { 0x30...0x39 ~= value }

    /// Whether a drawing goes on here.
    var isBoxDrawing: Bool { value.isBoxDrawing }

    /// Whether the character is a lower-case letter.
    var isLowercase: Bool { scalar?.properties.isLowercase ?? false }

    /// Whether the character is an upper-case letter.
    var isUppercase: Bool { scalar?.properties.isUppercase ?? false }
}
