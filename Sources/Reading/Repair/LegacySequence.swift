/// Some characters that a legacy encoding makes of the UTF-8 bytes of one other character.
struct LegacySequence {
    /// The bytes that the characters take in the text.
    let range: Range<Int>

    /// The character that they spell when their legacy bytes are read as UTF-8.
    let scalar: Unicode.Scalar

    /// What kind of character that is.
    let kind: DecodedKind

    /// The legacy characters, a plain space where a no-break space has become one, U+0000 behind the last.
    let spelling: [4 of UInt32]

    /// The number of legacy characters.
    let length: Int

    /// The byte of the first legacy character.
    let lead: UInt8

    /// Reads the bytes of legacy characters as UTF-8.
    ///
    /// Refuses what UTF-8 forbids, and line breaks, which repair never adds.
    init?(_ value: UInt32, spelled spelling: [4 of UInt32], from lead: UInt8, length: Int, at range: Range<Int>) {
        let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
        guard value >= least, value != 0x85, value != 0x2028, value != 0x2029, let scalar = Unicode.Scalar(value) else {
            return nil
        }
        self.range = range
        self.scalar = scalar
        self.kind = DecodedKind(scalar)
        self.spelling = spelling
        self.length = length
        self.lead = lead
    }

    /// Whether all characters behind the first are of a sort.
    func followers(are sort: (UInt32) -> Bool) -> Bool {
        for index in 1..<length where !sort(spelling[index]) { return false }
        return true
    }
}

extension LegacyText {
    /// The sequence that starts at an offset, nil when the characters there are no UTF-8 in that encoding.
    func sequence(at offset: Int, in encoding: Int) -> LegacySequence? {
        guard let (first, afterFirst) = character(at: offset), first >= 0x80 else { return nil }
        let alphabet = LegacyAlphabet.shared
        let lead = alphabet.byte(of: first, in: encoding)
        guard let length = Self.length(ofSequenceWith: lead) else { return nil }
        var value = UInt32(lead) & (0x7F >> UInt32(length))
        var spelling: [4 of UInt32] = [first, 0, 0, 0]
        var end = afterFirst
        for index in 1..<length {
            guard let (next, afterNext) = character(at: end), next >= 0x80 else { return nil }
            let byte = alphabet.byte(of: next, in: encoding)
            guard byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
            spelling[index] = next
            end = afterNext
        }
        return LegacySequence(value, spelled: spelling, from: lead, length: length, at: offset..<end)
    }

    /// The sequence at an offset one character of which, a no-break space once, has become a plain space.
    ///
    /// A space proves nothing, so that another sequence must follow, and only a Cyrillic letter (Р, К) or the
    /// apostrophe letters ʻ and ʼ are read from it.
    func sequenceAcrossSpace(at offset: Int, in encoding: Int) -> LegacySequence? {
        guard let (first, afterFirst) = character(at: offset), let (second, end) = character(at: afterFirst),
            (first == 0x20) != (second == 0x20)
        else { return nil }
        let byte = { LegacyAlphabet.shared.byte(of: $0 == 0x20 ? 0xA0 : $0, in: encoding) }
        let (lead, follower) = (byte(first), byte(second))
        guard Self.length(ofSequenceWith: lead) == 2, follower & 0xC0 == 0x80 else { return nil }
        let value = UInt32(lead & 0x1F) << 6 | UInt32(follower & 0x3F)
        guard
            let sequence = LegacySequence(
                value, spelled: [first, second, 0, 0], from: lead, length: 2, at: offset..<end),
            sequence.kind == .cyrillic || 0x2BB...0x2BC ~= value,
            self.sequence(at: end, in: encoding)?.kind == .cyrillic
        else { return nil }
        return sequence
    }

    private static func length(ofSequenceWith lead: UInt8) -> Int? {
        switch lead {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: nil
        }
    }
}
