import Model

/// Makes a style sheet small: without comments and needless blanks.
///
/// A blank matters in a selector and in a value, and before and after a sign that stands between rules or declarations it
/// does not (CSS Syntax Level 3, section 4). Comments and blanks within quoted texts are not looked for: the built-in
/// sheets have none.
enum StylePress {
    static func pressed(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var (index, isApart) = (0, false)
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "/"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "*") {
                index += 2
                while index + 1 < bytes.count,
                    !(bytes[index] == UInt8(ascii: "*") && bytes[index + 1] == UInt8(ascii: "/"))
                {
                    index += 1
                }
                index += 2
                continue
            }
            index += 1
            if byte.isWhitespace {
                isApart = true
                continue
            }
            if isApart, let last = output.last, !signs.contains(last), !signs.contains(byte) { output.append(.space) }
            isApart = false
            if byte == UInt8(ascii: "}"), output.last == UInt8(ascii: ";") { output.removeLast() }
            output.append(byte)
            if byte == UInt8(ascii: "}") { output.append(.lineFeed) }
        }
        return output
    }

    private static let signs = Set("{};,\n".utf8)
}
