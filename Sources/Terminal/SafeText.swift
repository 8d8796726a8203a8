import Model

/// Makes text from files safe to show: no byte of it can move the cursor, change a setting or turn the reading order.
///
/// Control characters of ASCII become their pictures (U+2400 to U+2421), so that they are seen; those of C1, and the
/// overrides and isolates of the bidirectional algorithm (UAX 9; see CVE-2021-42574, "Trojan Source"), become U+FFFD.
/// Clean text is returned as it is.
package enum SafeText {
    /// Text for one line: line ends and tabs become spaces.
    package static func line(_ text: String) -> String { cleaned(text, keepsLines: false) }

    /// Text for several lines: line feeds and tabs are kept, and CR LF becomes a line feed.
    package static func block(_ text: String) -> String { cleaned(text, keepsLines: true) }

    private static func cleaned(_ text: String, keepsLines: Bool) -> String {
        let bytes = text.utf8.span
        var index = 0
        while index < bytes.count, unsafeLength(at: index, in: bytes, keepsLines: keepsLines) == 0 { index += 1 }
        if index == bytes.count { return text }

        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 16)
        for clean in 0..<index { result.append(bytes[clean]) }
        while index < bytes.count {
            let length = unsafeLength(at: index, in: bytes, keepsLines: keepsLines)
            if length == 0 {
                result.append(bytes[index])
            } else {
                let next = index + length < bytes.count ? bytes[index + length] : 0
                result += mark(for: bytes[index], before: next, keepsLines: keepsLines)
            }
            index += max(length, 1)
        }
        return result.text
    }

    /// The number of bytes of the unsafe scalar that begins at an index; 0 when what begins there is safe.
    private static func unsafeLength(at index: Int, in bytes: Span<UInt8>, keepsLines: Bool) -> Int {
        switch bytes[index] {
        case .lineFeed where keepsLines, .tab where keepsLines: 0
        case 0..<0x20, 0x7F: 1
        // U+0080 to U+009F
        case 0xC2: index + 1 < bytes.count && bytes[index + 1] < 0xA0 ? 2 : 0
        case 0xE2:
            if index + 2 < bytes.count, isBidirectionalControl(bytes[index + 1], bytes[index + 2]) { 3 } else { 0 }
        default: 0
        }
    }

    /// Whether 0xE2 and two bytes are U+202A to U+202E or U+2066 to U+2069.
    private static func isBidirectionalControl(_ second: UInt8, _ third: UInt8) -> Bool {
        second == 0x80 && (0xAA...0xAE).contains(third) || second == 0x81 && (0xA6...0xA9).contains(third)
    }

    /// What stands on the screen for an unsafe scalar, by its first byte.
    private static func mark(for byte: UInt8, before next: UInt8, keepsLines: Bool) -> [UInt8] {
        switch byte {
        case .carriageReturn where next == .lineFeed: []
        case _ where !keepsLines && (byte.isLineEnd || byte == .tab): [.space]
        case 0x7F: [0xE2, 0x90, 0xA1]
        case 0..<0x20: [0xE2, 0x90, 0x80 + byte]
        default: [0xEF, 0xBF, 0xBD]
        }
    }
}
