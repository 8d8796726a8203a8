import Model

/// Letters in the form in which search compares them: small, without accents, ё as е.
///
/// Composed and decomposed letters fold to the same bytes, so that texts in NFC and NFD find each other.
enum LetterFold {
    /// What a character is to the tokenizer.
    enum Kind {
        case small, capital, digit, mark, other
    }

    /// The kind of a character outside ASCII.
    static func kind(_ scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x410...0x42F, 0x401, 0x404, 0x406, 0x407: return .capital
        case 0x430...0x44F, 0x451, 0x454, 0x456, 0x457: return .small
        case 0x300...0x36F: return .mark
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter: return .capital
        case .lowercaseLetter, .modifierLetter, .otherLetter: return .small
        case .nonspacingMark, .spacingMark: return .mark
        case .decimalNumber, .letterNumber: return .digit
        default: return .other
        }
    }

    /// Adds the folded form of a letter, digit or mark outside ASCII.
    static func append(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
        switch scalar.value {
        // А-Я are 32 below а-я; Ё and ё stand apart, and both are е here.
        case 0x410...0x42F: appendTwoBytes(scalar.value + 0x20, to: &output)
        case 0x401, 0x451: appendTwoBytes(0x435, to: &output)
        case 0x430...0x44F: appendTwoBytes(scalar.value, to: &output)
        case 0x300...0x36F: appendMark(scalar.value, to: &output)
        case 0xC0...0x17F: appendLatin(scalar, to: &output)
        default: output.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
    }

    private static func appendTwoBytes(_ value: UInt32, to output: inout [UInt8]) {
        output.append(UInt8(0xC0 | value >> 6))
        output.append(UInt8(0x80 | value & 0x3F))
    }

    /// Accents are dropped, as composed letters lose theirs; only й is a letter of its own.
    private static func appendMark(_ mark: UInt32, to output: inout [UInt8]) {
        let cyrillicI: [UInt8] = [0xD0, 0xB8]
        guard mark == 0x306, output.suffix(2).elementsEqual(cyrillicI) else { return }
        output[output.count - 1] = 0xB9
    }

    private static func appendLatin(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
        let base = latinBases[Int(scalar.value) - 0xC0]
        guard base == UInt8(ascii: "*") else { return output.append(base) }
        switch scalar.value {
        case 0xC6, 0xE6: output += Array("ae".utf8)
        case 0xDE, 0xFE: output += Array("th".utf8)
        case 0xDF: output += Array("ss".utf8)
        case 0x132, 0x133: output += Array("ij".utf8)
        case 0x152, 0x153: output += Array("oe".utf8)
        default: output.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
    }

    /// The letters U+00C0 to U+017F without their accents; `*` where one letter does not do.
    private static let latinBases = Array(
        ("aaaaaa*ceeeeiiiidnooooo*ouuuuy**aaaaaa*ceeeeiiiidnooooo*ouuuuy*y"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll"
            + "lllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)
}
