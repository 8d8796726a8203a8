/// A natural language, as a BCP 47 code.
package struct Language: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package static let english = Language(rawValue: "en")
    package static let russian = Language(rawValue: "ru")
    package static let ukrainian = Language(rawValue: "uk")
    /// The code for "not determined".
    package static let undetermined = Language(rawValue: "und")

    package var description: String { rawValue }

    package static func < (left: Language, right: Language) -> Bool { left.rawValue < right.rawValue }
}

extension Language {
    /// The language of a text by its script, and by the letters that only one language has; undetermined when it has fewer
    /// than two letters.
    ///
    /// A Russian note full of Latin terms is Russian: a sixth of the letters being Cyrillic decides.
    package init(of text: String) {
        var (latin, cyrillic, ukrainian) = (0, 0, 0)
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte.isLetter { latin += 1 }
            // Cyrillic letters are D0 80 to D3 BF; Ukrainian alone has є, і, ї and ґ.
            if (0xD0...0xD3).contains(byte) { cyrillic += 1 }
            switch (previous, byte) {
            case (0xD1, 0x94), (0xD1, 0x96), (0xD1, 0x97), (0xD2, 0x91), (0xD0, 0x84), (0xD0, 0x86), (0xD0, 0x87):
                ukrainian += 1
            default: break
            }
            previous = byte
        }
        if latin + cyrillic < 2 {
            self = .undetermined
        } else if cyrillic * 6 < latin + cyrillic {
            self = .english
        } else {
            self = ukrainian * 50 > cyrillic ? .ukrainian : .russian
        }
    }
}
