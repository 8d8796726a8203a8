import Model

/// Cuts texts into the words that search compares.
///
/// Parts that a hyphen, slash, dot, apostrophe or underscore joins, and parts of `camelCase`, are words of their own at
/// successive positions; the whole is one more word at the position of its first part. So `event-driven` is found as
/// `event`, `driven` and `eventdriven`, and `CI/CD` as `cicd`.
struct Tokenizer {
    /// One word of a text.
    struct Token {
        /// The folded word in `folded`.
        var term: Range<Int>
        /// The number of words before it in the text.
        var position: Int
        /// The bytes of the text that it was made of.
        var source: Range<Int>
    }

    /// The folded words, one after the other.
    private(set) var folded: [UInt8] = []
    private(set) var tokens: [Token] = []
    /// The number of positions in the text.
    private(set) var length = 0
    /// The parts that have been joined without a space so far.
    private var parts: [Token] = []
    private var partStart: (folded: Int, source: Int)?
    private var previous = LetterFold.Kind.other

    /// The longest word in bytes; what goes beyond is cut off.
    private static let longestTerm = 64
    /// The number of parts beyond which a chain of joined words is no word, such as a file's path.
    private static let mostParts = 4

    init() {}

    /// The folded word of a token.
    func term(_ token: Token) -> [UInt8] { Array(folded[token.term]) }

    /// The words of a text.
    static func terms(_ text: String) -> [[UInt8]] {
        var tokenizer = Tokenizer()
        tokenizer.read(Array(text.utf8))
        return tokenizer.tokens.map(tokenizer.term)
    }

    /// Cuts a text; what was read before is forgotten.
    mutating func read(_ text: [UInt8]) {
        folded.removeAll(keepingCapacity: true)
        tokens.removeAll(keepingCapacity: true)
        length = 0
        previous = .other
        let bytes = text.span
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                takeASCII(byte, at: index, bytes)
                index += 1
            } else {
                let (scalar, width) = Self.decode(bytes, index)
                take(scalar, at: index, bytes, width: width)
                index += width
            }
        }
        endPart(at: bytes.count)
        flush()
    }

    private mutating func takeASCII(_ byte: UInt8, at index: Int, _ bytes: borrowing Span<UInt8>) {
        if byte &- 0x61 < 26 {
            open(at: index)
            append(byte)
            previous = .small
        } else if byte.isDigit {
            open(at: index)
            append(byte)
            previous = .digit
        } else if byte &- 0x41 < 26 {
            if partStart != nil, beginsHump(at: index, bytes) { endPart(at: index) }
            open(at: index)
            append(byte | 0x20)
            previous = .capital
        } else {
            takeSeparator(byte, at: index, bytes)
        }
    }

    /// A capital after a small letter or digit, or the last capital before small letters, begins a part.
    private func beginsHump(at index: Int, _ bytes: borrowing Span<UInt8>) -> Bool {
        func isSmall(_ place: Int) -> Bool { place < bytes.count && bytes[place] &- 0x61 < 26 }
        switch previous {
        case .small: return true
        case .digit: return isSmall(index + 1)
        case .capital: return isSmall(index + 1) && isSmall(index + 2)
        default: return false
        }
    }

    private mutating func takeSeparator(_ byte: UInt8, at index: Int, _ bytes: borrowing Span<UInt8>) {
        if partStart != nil, isSign(byte, at: index, bytes) {
            append(byte)
            return
        }
        endPart(at: index)
        previous = .other
        let isJoined = Self.isJoiner(byte) && index + 1 < bytes.count && Self.beginsWord(bytes[index + 1])
        if !isJoined { flush() }
    }

    /// The signs of `c++`, `c#` and `f#` belong to the word.
    private func isSign(_ byte: UInt8, at index: Int, _ bytes: borrowing Span<UInt8>) -> Bool {
        guard let partStart else { return false }
        let part = folded[partStart.folded...]
        if byte == UInt8(ascii: "#") {
            return part.count == 1 && (part.first == UInt8(ascii: "c") || part.first == UInt8(ascii: "f"))
        }
        guard byte == UInt8(ascii: "+"), part.first == UInt8(ascii: "c") else { return false }
        let isFirst = part.count == 1 && index + 1 < bytes.count && bytes[index + 1] == byte
        return isFirst || (part.count == 2 && part.last == byte)
    }

    private static func isJoiner(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "'"): true
        default: false
        }
    }

    private static func beginsWord(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte >= 0x80 }

    private mutating func take(_ scalar: Unicode.Scalar, at index: Int, _ bytes: borrowing Span<UInt8>, width: Int) {
        let kind = LetterFold.kind(scalar)
        switch kind {
        case .small, .digit, .capital:
            if kind == .capital, previous == .small, partStart != nil { endPart(at: index) }
            open(at: index)
            if let partStart, folded.count - partStart.folded < Self.longestTerm {
                LetterFold.append(scalar, to: &folded)
            }
            previous = kind
        case .mark:
            if partStart != nil { LetterFold.append(scalar, to: &folded) }
        case .other:
            endPart(at: index)
            previous = .other
            // The hyphens of typographers, and the apostrophe.
            let isJoiner = [0x2010, 0x2011, 0x2019].contains(scalar.value)
            let next = index + width
            if !isJoiner || next >= bytes.count || !Self.beginsWord(bytes[next]) { flush() }
        }
    }

    private mutating func open(at index: Int) {
        if partStart == nil { partStart = (folded.count, index) }
    }

    private mutating func append(_ byte: UInt8) {
        if let partStart, folded.count - partStart.folded < Self.longestTerm { folded.append(byte) }
    }

    private mutating func endPart(at index: Int) {
        guard let start = partStart else { return }
        partStart = nil
        guard folded.count > start.folded else { return }
        parts.append(Token(term: start.folded..<folded.count, position: length, source: start.source..<index))
        length += 1
    }

    /// Gives out the parts that were joined, and the whole.
    private mutating func flush() {
        guard let first = parts.first, let last = parts.last else { return }
        tokens += parts
        let whole = first.term.lowerBound..<last.term.upperBound
        if parts.count > 1, parts.count <= Self.mostParts, whole.count <= Self.longestTerm {
            tokens.append(
                Token(
                    term: whole, position: first.position,
                    source: first.source.lowerBound..<last.source.upperBound))
        }
        parts.removeAll(keepingCapacity: true)
    }

    /// The character at an offset and its number of bytes; U+FFFD for one byte that begins none.
    private static func decode(_ bytes: borrowing Span<UInt8>, _ index: Int) -> (Unicode.Scalar, Int) {
        let first = bytes[index]
        let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, index + width <= bytes.count else { return ("\u{FFFD}", 1) }
        var value = UInt32(first) & (0x7F >> UInt32(width))
        for offset in 1..<width {
            let byte = bytes[index + offset]
            guard byte & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
    }
}
