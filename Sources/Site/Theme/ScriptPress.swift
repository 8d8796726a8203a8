import Model

/// Makes a script small: without comments and needless blanks, and with short names.
///
/// It knows texts, patterns and comments apart (ECMA-262, "Lexical Grammar"), which is all that it needs to leave the rest
/// alone. Texts between backquotes are not known: the built-in scripts have none, and a test holds that.
struct ScriptPress {
    private let bytes: [UInt8]
    private let names: [[UInt8]: [UInt8]]
    private var output: [UInt8] = []
    private var index = 0
    /// What stood between the piece before and the next one.
    private var gap = Gap.none

    private enum Gap { case none, blank, line }

    private init(_ bytes: [UInt8], _ names: [[UInt8]: [UInt8]]) {
        self.bytes = bytes
        self.names = names
    }

    /// The script in fewer bytes; names are replaced as the table says.
    static func pressed(_ bytes: [UInt8], names: [[UInt8]: [UInt8]]) -> [UInt8] {
        var press = ScriptPress(bytes, names)
        press.output.reserveCapacity(bytes.count)
        while let piece = press.next() {
            press.add(names[Array(piece)] ?? Array(piece))
        }
        return press.output + [.lineFeed]
    }

    /// Gives every word of a script, those of the language included.
    static func forEachWord(of bytes: [UInt8], _ body: ([UInt8]) -> Void) {
        var press = ScriptPress(bytes, [:])
        while let piece = press.next() {
            if let first = piece.first, isWordByte(first), !first.isDigit { body(Array(piece)) }
            press.output = [piece.last ?? .space]
        }
    }

    /// The next word, text, pattern or sign; comments and blanks before it are passed over.
    private mutating func next() -> ArraySlice<UInt8>? {
        gap = .none
        while index < bytes.count {
            let byte = bytes[index]
            if byte.isWhitespace {
                gap = byte == .lineFeed ? .line : gap == .line ? .line : .blank
                index += 1
            } else if bytes[index...].starts(with: "//".utf8) {
                index = bytes[index...].firstIndex(of: .lineFeed) ?? bytes.count
            } else if bytes[index...].starts(with: "/*".utf8) {
                index += 2
                while index < bytes.count, !bytes[index...].starts(with: "*/".utf8) { index += 1 }
                index = min(index + 2, bytes.count)
            } else {
                let start = index
                index = end(ofPieceFrom: byte)
                return bytes[start..<index]
            }
        }
        return nil
    }

    private func end(ofPieceFrom byte: UInt8) -> Int {
        if Self.isWordByte(byte) { return bytes[index...].firstIndex { !Self.isWordByte($0) } ?? bytes.count }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return end(ofTextIn: byte) }
        let isPattern = output.last.map { "(,=:[!&|?{};>".utf8.contains($0) } ?? true
        return byte == UInt8(ascii: "/") && isPattern ? endOfPattern() : index + 1
    }

    private func end(ofTextIn quote: UInt8) -> Int {
        var place = index + 1
        while place < bytes.count, bytes[place] != quote { place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1 }
        return min(place + 1, bytes.count)
    }

    private func endOfPattern() -> Int {
        var (place, isInClass) = (index + 1, false)
        while place < bytes.count, isInClass || bytes[place] != UInt8(ascii: "/") {
            switch bytes[place] {
            case UInt8(ascii: "\\"): place += 1
            case UInt8(ascii: "["): isInClass = true
            case UInt8(ascii: "]"): isInClass = false
            default: break
            }
            place += 1
        }
        return bytes[min(place + 1, bytes.count)...].firstIndex { !Self.isWordByte($0) } ?? bytes.count
    }

    private mutating func add(_ piece: [UInt8]) {
        guard let last = output.last, let first = piece.first else { return output += piece }
        // The end of a block ends its last statement too; none of the scripts has a statement that is nothing but its end.
        if last == UInt8(ascii: ";"), first == UInt8(ascii: "}") { output.removeLast() }
        switch gap {
        case .none: break
        case .blank:
            let isJoined = Self.isWordByte(last) && Self.isWordByte(first)
            if isJoined || (last == first && "+-".utf8.contains(first)) { output.append(.space) }
        // A line may end a statement, save where one cannot end or the next cannot begin.
        case .line where ";{,(:?=&|+".utf8.contains(last) || "}).?:&|".utf8.contains(first): break
        case .line: output.append(.lineFeed)
        }
        output += piece
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") || byte >= 0x80
    }
}
