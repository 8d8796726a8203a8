/// Percent escapes of addresses, by RFC 3986.
package enum PercentEncoding {
    /// The text with every escape undone; the text itself where that would be no UTF-8.
    package static func decoded(_ text: some StringProtocol) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        return String(validating: decoded(bytes: Array(text.utf8)), as: UTF8.self) ?? String(text)
    }

    /// The bytes with every escape undone; ill-formed escapes stay as they are.
    package static func decoded(bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let escaped = escape(bytes, at: index)
            output.append(escaped ?? bytes[index])
            index += escaped == nil ? 1 : 3
        }
        return output
    }

    /// The bytes as text, those escaped that may not stand there; what is escaped already stays as it is.
    package static func encoded(_ bytes: some Sequence<UInt8>, where isForbidden: (UInt8) -> Bool) -> String {
        var output: [UInt8] = []
        for byte in bytes {
            if isForbidden(byte) { appendEscape(of: byte, to: &output) } else { output.append(byte) }
        }
        return output.text
    }

    /// The text in the one form that all its spellings share.
    ///
    /// Escapes of unreserved letters are undone, the others have capital digits, and raw bytes that must be escaped are.
    package static func normalized(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let escaped = escape(bytes, at: index)
            let byte = escaped ?? bytes[index]
            index += escaped == nil ? 1 : 3
            if isUnreserved(byte) || (escaped == nil && byte > 0x20 && byte < 0x7F) {
                output.append(byte)
            } else {
                appendEscape(of: byte, to: &output)
            }
        }
        return output.text
    }

    private static func appendEscape(of byte: UInt8, to output: inout [UInt8]) {
        output += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || "-._~".utf8.contains(byte)
    }

    private static func escape(_ bytes: [UInt8], at index: Int) -> UInt8? {
        guard bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count else { return nil }
        guard let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2]) else { return nil }
        return high << 4 | low
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        if byte.isDigit { return byte - UInt8(ascii: "0") }
        return byte.isHexDigit ? byte.lowercased - UInt8(ascii: "a") + 10 : nil
    }
}
