/// How telling a single sequence is, before its surroundings are looked at.
///
/// 3 means that nobody writes these characters together, 2 that one more sign is wanted, 1 that two are, 0 that it may
/// come along with its neighbours at most. The judgements are this project's own; the clean texts behind them are the
/// test corpus of what must not change.
extension LegacySequence {
    /// The weight of the sequence as read in an encoding.
    func telling(in encoding: LegacyEncoding.Name) -> Int {
        switch kind {
        case .implausible: return -2
        case .control, .rare: return 0
        default: break
        }
        switch length {
        case 4: return kind == .symbol ? 3 : 0
        case 3: return tellingOfThree(in: encoding)
        default: return tellingOfTwo(in: encoding)
        }
    }

    private func tellingOfThree(in encoding: LegacyEncoding.Name) -> Int {
        switch kind {
        case .symbol:
            // Words end in a letter and closing marks: «…â””» and «…в–»» are clean text.
            if LetterLead(encoding) != nil, followers(are: \.closesWords) { return 1 }
            return encoding == .cp866 && lead == 0xE2 ? 2 : 3
        case .latin: return 2
        default: return 1
        }
    }

    private func tellingOfTwo(in encoding: LegacyEncoding.Name) -> Int {
        switch encoding {
        case .macRoman: return tellingOfTwoInMacRoman
        case .windows1252: return tellingOfTwoInWindows1252
        case .cp866: return spelling[1].isBoxDrawing && 0xC6...0xCD ~= lead ? 0 : 1
        case .koi8r: return spelling[1].isBoxDrawing || spelling[1].closesWords ? 1 : 2
        case .windows1251:
            return spelling[1].closesWords || spelling[1].isGreekOrCyrillic ? 1 : 2
        case .windows1253, .iso8859_7:
            // Δ° and Ω¨ are formulas.
            return spelling[1].closesWords || spelling[1].isGreekOrCyrillic || spelling[1] == 0xB0 ? 1 : 2
        }
    }

    /// A lead that is a letter A to Z with an accent: clean text has closing marks behind it, but hardly ever signs.
    private var tellingOfTwoInWindows1252: Int {
        let isClosed = spelling[1].closesWords
        switch lead {
        case 0xC2, 0xC3: return isClosed ? 1 : 3
        case 0xC4, 0xC5, 0xCE, 0xCF: return isClosed ? 1 : 2
        default: return kind.isLetter ? 1 : 0
        }
    }

    private var tellingOfTwoInMacRoman: Int {
        switch lead {
        case 0xC2: 1
        case 0xC3: tellingOfRoot
        case 0xC4: spelling[1].isMacRomanLetter ? 3 : spelling[1] == 0xB1 ? 1 : 2
        case 0xC5: spelling[1].isMacRomanLetter ? (spelling[1] == 0xC5 ? 2 : 3) : tellingOfRoot == 2 ? 1 : 0
        case 0xC6: kind == .latin ? 1 : 0
        case 0xCE, 0xCF: kind == .greek ? 2 : 0
        case 0xD0, 0xD1: kind == .cyrillic ? 1 : 0
        case 0xD7...0xD9: kind == .otherAlphabet ? 1 : 0
        // The combining marks of decomposed text; elsewhere Ã is a letter like any other.
        case 0xCC: kind == .symbol ? 1 : 0
        default: 0
        }
    }

    /// The weight of a radical sign and what follows it: no root is drawn from an accented letter, many from π.
    private var tellingOfRoot: Int {
        if spelling[1].isMacRomanLetter { return 3 }
        switch Unicode.Scalar(spelling[1]) {
        case "π", "µ", "μ", "Ω", "\u{2126}", "∞", "∑", "∏", "∫": return 0
        case "∂", "°": return 1
        default: return 2
        }
    }
}

/// An encoding whose leads are letters of one script, so that a sequence can look like the end of a clean word.
enum LetterLead {
    case latin, cyrillic, greek

    init?(_ encoding: LegacyEncoding.Name) {
        switch encoding {
        case .macRoman, .cp866: return nil
        case .windows1252: self = .latin
        case .windows1251, .koi8r: self = .cyrillic
        case .windows1253, .iso8859_7: self = .greek
        }
    }
}

extension UInt32 {
    /// Whether clean text has this character right behind a letter: closing quotes, dashes, raised marks, operators.
    var closesWords: Bool {
        switch Unicode.Scalar(self) {
        case "”", "’", "“", "‘", "»", "›", "…", "–", "—", "―", "•", "·", "™", "®", "ª", "º", "¹", "²", "³", "±", "÷":
            true
        case "´", "\u{384}", "\u{385}", "\u{A0}", "\u{AD}": true
        default: false
        }
    }

    /// Whether the character is one of the lines, blocks and shades of terminal drawings.
    var isBoxDrawing: Bool { 0x2500...0x259F ~= self }

    /// Whether the character belongs to the Greek or the Cyrillic script.
    var isGreekOrCyrillic: Bool { 0x386...0x45F ~= self || 0x490...0x491 ~= self }

    /// Whether the character is one of Mac Roman's accented letters and ligatures that continue a sequence.
    var isMacRomanLetter: Bool {
        switch self {
        case 0xC6, 0xDF, 0xE6, 0xF8: true
        case 0xC0...0xFF: self != 0xD7 && self != 0xF7 && self != 0xD8
        default: false
        }
    }
}
