import Model

/// Numbers as text: the alphabet of the index that browsers read.
///
/// A digit of base 64 carries five bits, the lowest first; from `g` on another digit follows. The form is that of source
/// maps (tc39.es/ecma426, "base64 VLQ") without signs: nearly all numbers of an index are small, and take one letter.
enum WebDigits {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// Adds a number that is not negative.
    static func append(_ value: Int, to bytes: inout [UInt8]) {
        var rest = value
        while rest >= 32 {
            bytes.append(alphabet[rest & 31 | 32])
            rest >>= 5
        }
        bytes.append(alphabet[rest])
    }

    /// Texts with a blank between each two; a text begins with the number of UTF-16 units that it shares with the one
    /// before.
    static func frontCoded(_ texts: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        var previous: [UInt16] = []
        for text in texts {
            let units = Array(text.utf16)
            let shared = zip(previous, units).prefix { $0 == $1 }.count
            if !bytes.isEmpty { bytes.append(.space) }
            append(shared, to: &bytes)
            bytes += String(decoding: units[shared...], as: UTF16.self).utf8
            previous = units
        }
        return bytes
    }
}
