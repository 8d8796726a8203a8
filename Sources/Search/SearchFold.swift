import Model

/// Text in the form in which search compares it: lower case, ё as е, one byte string.
enum SearchFold {
    /// The folded bytes of a text.
    static func bytes(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count)
        var isASCII = true
        for byte in text.utf8 {
            if byte >= 0x80 {
                isASCII = false
                break
            }
            output.append(byte.lowercased)
        }
        if isASCII { return output }
        output.removeAll(keepingCapacity: true)
        for scalar in text.unicodeScalars { append(scalar, to: &output) }
        return output
    }

    private static func append(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
        switch scalar.value {
        case 0..<0x80: output.append(UInt8(scalar.value).lowercased)
        // А-Я are 32 below а-я; Ё and ё stand apart, and both are е here.
        case 0x410...0x42F: appendUTF8(scalar.value + 0x20, to: &output)
        case 0x401, 0x451: appendUTF8(0x435, to: &output)
        case 0x430...0x44F: appendUTF8(scalar.value, to: &output)
        default: output.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
    }

    private static func appendUTF8(_ value: UInt32, to output: inout [UInt8]) {
        output.append(UInt8(0xC0 | value >> 6))
        output.append(UInt8(0x80 | value & 0x3F))
    }
}
