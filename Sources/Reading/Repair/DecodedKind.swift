/// What kind of character a sequence spells: the kinds that people write are evidence, the others speak against it.
enum DecodedKind: Sendable, Hashable {
    /// Letters whose neighbours are letters of the same script.
    case latin, cyrillic, greek, otherAlphabet, ideograph
    /// Punctuation, signs, arrows, box drawing, emoji, joiners.
    case symbol
    /// A C1 control: an inner layer of a text that was broken twice.
    case control
    /// Assigned but hardly ever written.
    case rare
    /// Unassigned or private.
    case implausible
}

extension DecodedKind {
    /// Sorts by block (Unicode's Blocks.txt), with the letters of living languages picked out of mixed blocks.
    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x80...0x9F: self = .control
        case 0xA0...0xBF, 0xD7, 0xF7: self = .symbol
        case 0xC0...0x17F, 0x192, 0x1A0...0x1A1, 0x1AF...0x1B0, 0x1CD...0x1DC, 0x218...0x21B, 0x1E00...0x1EFF:
            self = .latin
        case 0x2B0...0x2B8, 0x2BB...0x2BC, 0x2C6...0x2C7, 0x2D8...0x2DD, 0x300...0x304, 0x306...0x308, 0x30A...0x30C,
            0x327...0x328:
            self = .symbol
        case 0x370...0x3E1: self = .greek
        case 0x400...0x45F, 0x490...0x493, 0x49A...0x49B, 0x4A2...0x4A3, 0x4AE...0x4B1, 0x4BA...0x4BB, 0x4D8...0x4D9,
            0x4E8...0x4E9:
            self = .cyrillic
        default: self = Self.beyondEurope(scalar)
        }
        // Latin and Cyrillic have no gaps; the property is the slowest step of all.
        if scalar.value >= 0x370, self != .cyrillic, scalar.properties.generalCategory == .unassigned {
            self = .implausible
        }
    }

    private static func beyondEurope(_ scalar: Unicode.Scalar) -> DecodedKind {
        switch scalar.value {
        case 0x531...0x58A, 0x5B0...0x5F4, 0x600...0x6FF, 0x900...0xDFF, 0xE00...0xE7F, 0x10D0...0x10FF,
            0x1F00...0x1FFF:
            .otherAlphabet
        case 0x1D2C...0x1D6A, 0x2000...0x27FF, 0x2900...0x297F, 0x2B00...0x2BFF, 0x3000...0x303F, 0xF8FF,
            0xFB00...0xFB06, 0xFE0F, 0xFEFF, 0xFF01...0xFF5E, 0xFFE0...0xFFE6, 0xFFFC...0xFFFD, 0x1F000...0x1FAFF,
            0xE0020...0xE007F:
            .symbol
        case 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: .ideograph
        case 0xE000...0xF8FE, 0xF0000...0x10FFFF: .implausible
        default: .rare
        }
    }

    /// Whether characters of this kind stand in words.
    var isLetter: Bool {
        switch self {
        case .latin, .cyrillic, .greek, .otherAlphabet, .ideograph: true
        case .symbol, .control, .rare, .implausible: false
        }
    }
}
