import Model

/// Percent escapes of addresses, by RFC 3986.
enum PercentEncoding {
    /// The text with every escape undone; ill-formed escapes stay as they are.
    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if let byte = escape(bytes, at: index) {
                output.append(byte)
                index += 3
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return String(validating: output, as: UTF8.self) ?? text
    }

    /// The text in the one form that all its spellings share.
    ///
    /// Escapes of unreserved letters are undone, the others have capital digits, and raw bytes that must be escaped are.
    static func normalized(_ text: String) -> String {
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
                let digits = Array("0123456789ABCDEF".utf8)
                output += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return output.text
    }

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
