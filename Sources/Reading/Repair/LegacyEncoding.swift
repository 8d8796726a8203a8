/// A single-byte encoding whose lower half is ASCII, as text was decoded with by mistake.
package struct LegacyEncoding: Sendable {
    /// The encodings that repair knows, in the order in which a tie between them is decided.
    package enum Name: String, Sendable, CaseIterable {
        case macRoman = "mac-roman"
        case windows1252 = "windows-1252"
        case windows1251 = "windows-1251"
        case windows1253 = "windows-1253"
        case iso8859_7 = "iso-8859-7"
        case koi8r = "koi8-r"
        case cp866 = "cp866"
    }

    /// The encoding's registered name.
    package let name: Name

    /// The characters of the bytes 0x80 to 0xFF, nil where the encoding leaves a byte undefined.
    package let upperHalf: [Unicode.Scalar?]

    /// The bytes of the characters above ASCII, with look-alikes that normalisation swaps in for the originals.
    package let bytes: [Unicode.Scalar: UInt8]

    /// All encodings, in the order of their names.
    package static let all = [macRoman, windows1252, windows1251, windows1253, iso8859_7, koi8r, cp866]

    /// The encoding of that name.
    package static func named(_ name: Name) -> LegacyEncoding {
        switch name {
        case .macRoman: macRoman
        case .windows1252: windows1252
        case .windows1251: windows1251
        case .windows1253: windows1253
        case .iso8859_7: iso8859_7
        case .koi8r: koi8r
        case .cp866: cp866
        }
    }

    init(_ name: Name, _ table: String, alsoReading lookAlikes: [Unicode.Scalar: UInt8] = [:]) {
        let upperHalf = table.unicodeScalars.map { $0 == Self.undefined ? nil : $0 }
        precondition(upperHalf.count == 128, "the table of \(name.rawValue) has \(upperHalf.count) characters")
        var bytes = lookAlikes
        for (index, scalar) in upperHalf.enumerated() {
            if let scalar { bytes[scalar] = UInt8(0x80 + index) }
        }
        self.name = name
        self.upperHalf = upperHalf
        self.bytes = bytes
    }

    /// Stands in the tables for a byte without a character.
    private static let undefined: Unicode.Scalar = "\u{FFFD}"

    /// The text that comes out when bytes are taken for this encoding, nil when one of them is undefined in it.
    package func decode(_ text: some Sequence<UInt8>) -> String? {
        var decoded = String.UnicodeScalarView()
        for byte in text {
            guard byte >= 0x80 else {
                decoded.append(Unicode.Scalar(byte))
                continue
            }
            guard let scalar = upperHalf[Int(byte) - 0x80] else { return nil }
            decoded.append(scalar)
        }
        return String(decoded)
    }

    /// The bytes that spell a text in this encoding, nil when it lacks a character.
    package func encode(_ text: String) -> [UInt8]? {
        var encoded: [UInt8] = []
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                encoded.append(UInt8(truncatingIfNeeded: scalar.value))
            } else if let byte = bytes[scalar] {
                encoded.append(byte)
            } else {
                return nil
            }
        }
        return encoded
    }
}
