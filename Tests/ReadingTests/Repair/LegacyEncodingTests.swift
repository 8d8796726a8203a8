import Reading
import Testing

@Suite struct `Legacy encodings` {
    @Test(arguments: LegacyEncoding.all)
    func `spell every character as the byte it came from`(_ encoding: LegacyEncoding) throws {
        for byte in UInt8.min...UInt8.max {
            guard let text = encoding.decode([byte]) else { continue }
            #expect(encoding.encode(text) == [byte])
        }
    }

    @Test(arguments: LegacyEncoding.all)
    func `leave ASCII alone`(_ encoding: LegacyEncoding) {
        #expect(encoding.decode(0...0x7F) == String(decoding: (0...0x7F) as ClosedRange<UInt8>, as: UTF8.self))
    }

    @Test(arguments: [
        (LegacyEncoding.Name.macRoman, [0x80, 0xBD, 0xC6, 0xD0, 0xDB, 0xF0, 0xFF], "ÄΩ∆–€\u{F8FF}ˇ"),
        (.windows1252, [0x80, 0x81, 0x99, 0xA0, 0xC3, 0xFF], "€\u{81}™\u{A0}Ãÿ"),
        (.windows1251, [0x80, 0x98, 0xA8, 0xB8, 0xC0, 0xFF], "Ђ\u{98}ЁёАя"),
        (.windows1253, [0x80, 0xA1, 0xA2, 0xB4, 0xC1, 0xF0], "€\u{385}Ά\u{384}Απ"),
        (.iso8859_7, [0x9F, 0xA1, 0xA4, 0xAA, 0xB8, 0xF0], "\u{9F}‘€\u{37A}Έπ"),
        (.koi8r, [0x80, 0x9A, 0xA3, 0xC0, 0xD0, 0xFF], "─\u{A0}ёюпЪ"),
        (.cp866, [0x80, 0xB0, 0xC0, 0xE0, 0xF0, 0xFF], "А░└рЁ\u{A0}"),
    ])
    func `have the characters of the mapping files`(_ name: LegacyEncoding.Name, _ bytes: [UInt8], _ text: String) {
        #expect(LegacyEncoding.named(name).decode(bytes) == text)
    }

    @Test(arguments: [(LegacyEncoding.Name.windows1253, [0xAA, 0xD2, 0xFF]), (.iso8859_7, [0xAE, 0xD2, 0xFF])])
    func `refuse bytes without a character`(_ name: LegacyEncoding.Name, _ bytes: [UInt8]) {
        for byte in bytes { #expect(LegacyEncoding.named(name).decode([byte]) == nil) }
    }

    @Test func `read the look-alikes that normalisation leaves`() {
        #expect(
            LegacyEncoding.macRoman.encode("\u{2126}\u{3A9}Δ∆μµ¤€") == [0xBD, 0xBD, 0xC6, 0xC6, 0xB5, 0xB5, 0xDB, 0xDB])
        #expect(LegacyEncoding.windows1252.encode("\u{80}€") == [0x80, 0x80])
        #expect(LegacyEncoding.macRoman.encode("я") == nil)
    }
}
