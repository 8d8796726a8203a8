/// What every legacy encoding makes of a character, in flat tables, so that clean text costs one look-up a character.
final class LegacyAlphabet: Sendable {
    /// The tables of all encodings.
    static let shared = LegacyAlphabet()

    /// Marks a character that is worth a look without a follower: what is left of a longer sequence.
    static let loner: UInt32 = 1 << 7

    /// Marks a combining character, which normalisation may have cut off a letter.
    static let combining: UInt32 = 1 << 15

    /// Per slot four sets of encodings, a byte each: those in which the character opens a two-byte sequence, opens a
    /// longer one, continues the former, continues the latter as its second byte.
    let roles: [UInt32]

    /// Per slot the character's byte in every encoding, 0 for none.
    private let bytes: [UInt64]

    private init() {
        var roles = [UInt32](repeating: 0, count: Self.slots)
        var bytes = [UInt64](repeating: 0, count: Self.slots)
        for (index, encoding) in LegacyEncoding.all.enumerated() {
            for (scalar, byte) in encoding.bytes {
                let slot = Self.slot(of: scalar.value)
                precondition(slot > 0, "no slot for U+\(String(scalar.value, radix: 16)) of \(encoding.name.rawValue)")
                bytes[slot] |= UInt64(byte) << (8 * index)
                roles[slot] |= Self.roles(of: byte, in: encoding.name) << index
            }
        }
        for loner in ["\u{C3}", "\u{FC}", "\u{3B2}", "\u{3C0}"] as [Unicode.Scalar] {
            roles[Self.slot(of: loner.value)] |= Self.loner
        }
        for mark in 0x300...0x338 { roles[mark] |= Self.combining }
        self.roles = roles
        self.bytes = bytes
    }

    /// The byte that a character stands for in the encoding of an index, 0 for none.
    func byte(of scalar: UInt32, in encoding: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: bytes[Self.slot(of: scalar)] >> (8 * encoding))
    }

    private static func roles(of byte: UInt8, in encoding: LegacyEncoding.Name) -> UInt32 {
        switch byte {
        case 0xC2...0xDF: 1
        case 0xE0...0xF4: 1 << 8
        // Russian words are full of these letters; behind a cp866 lead they spell only rare ideographs.
        case 0xA0...0xAF where encoding == .cp866: 1 << 16
        case 0x80...0xBF: 1 << 16 | 1 << 24
        default: 0
        }
    }

    private static let slots = 0x500 + 0x600 + 3

    /// The place of a character in the tables; 0, the place of U+0000, for the characters that no encoding has.
    @inline(__always)
    static func slot(of scalar: UInt32) -> Int {
        if scalar < 0x500 { return Int(scalar) }
        if scalar &- 0x2000 < 0x600 { return Int(scalar &- 0x2000 &+ 0x500) }
        switch scalar {
        case 0xF8FF: return slots - 3
        case 0xFB01: return slots - 2
        case 0xFB02: return slots - 1
        default: return 0
        }
    }
}
