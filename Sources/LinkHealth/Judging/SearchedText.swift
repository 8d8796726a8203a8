import Model

/// Text as text directives are compared: without entities, in lower case, each run of white space a single space.
enum SearchedText {
    static func folded(_ text: String) -> String {
        var output: [UInt8] = []
        for byte in withoutEntities(text).replacing("\u{A0}", with: " ").lowercased().utf8 {
            if byte.isWhitespace, output.last == .space || output.isEmpty { continue }
            output.append(byte.isWhitespace ? .space : byte)
        }
        return output.text
    }

    /// The text with character references made characters; those of no common name stay as they are.
    static func withoutEntities(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var output = ""
        for (number, piece) in text.split(separator: "&", omittingEmptySubsequences: false).enumerated() {
            guard number > 0 else {
                output += piece
                continue
            }
            if let end = piece.utf8.prefix(12).firstIndex(of: UInt8(ascii: ";")), let found = character(piece[..<end]) {
                output += found + piece[piece.utf8.index(after: end)...]
            } else {
                output += "&" + piece
            }
        }
        return output
    }

    private static func character(_ name: Substring) -> String? {
        guard name.hasPrefix("#") else { return named[String(name)] }
        let isHex = name.dropFirst().first?.lowercased() == "x"
        let number = isHex ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
        return number.flatMap(Unicode.Scalar.init).map { String($0) }
    }

    private static let named = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "mdash": "—", "ndash": "–",
        "laquo": "«", "raquo": "»", "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "shy": "",
        "copy": "©", "middot": "·", "bull": "•", "rarr": "→",
    ]
}
