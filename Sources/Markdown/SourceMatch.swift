import Model

/// Compares the literal of an inline with the source that it was read from.
enum SourceMatch {
    /// Where a literal ends in the source if it begins at an offset, else nil.
    ///
    /// In the source, marks may be escaped by a backslash, letters written as entities, and lines begin with the marks
    /// of blocks; addresses are taken as they are.
    static func end(of literal: String, in text: [UInt8], at start: Int) -> Int? {
        guard start < text.count else { return nil }
        let bytes = literal.utf8.span
        let source = text.span
        return end(of: bytes, in: source, at: start, isEscaped: true)
            ?? end(of: bytes, in: source, at: start, isEscaped: false)
    }

    private static func end(
        of literal: borrowing Span<UInt8>,
        in text: borrowing Span<UInt8>,
        at start: Int,
        isEscaped: Bool
    ) -> Int? {
        var index = start
        var read = 0
        while read < literal.count {
            guard index < text.count else { return nil }
            if isEscaped, text[index] == backslash, index + 1 < text.count, text[index + 1].isPunctuation {
                guard text[index + 1] == literal[read] else { return nil }
                index += 2
                read += 1
            } else if isEscaped, text[index] == ampersand, let entity = Entity(text, at: index) {
                guard let length = entity.lengthRead(in: literal, at: read, text) else { return nil }
                index = entity.end
                read += length
            } else if text[index] == literal[read] {
                index += 1
                read += 1
                if literal[read - 1].isLineEnd {
                    skipLinePrefix(text, &index, before: read < literal.count ? literal[read] : 0)
                }
            } else {
                return nil
            }
        }
        return index
    }

    /// Raw HTML goes on over lines; the marks of the quote or the list around it are not part of it.
    private static func skipLinePrefix(_ text: borrowing Span<UInt8>, _ index: inout Int, before next: UInt8) {
        while index < text.count, text[index] != next, text[index].isBlank || text[index] == UInt8(ascii: ">") {
            index += 1
        }
    }

    private static let backslash = UInt8(ascii: "\\")
    private static let ampersand = UInt8(ascii: "&")
}

/// An entity or a numeric character reference in the source.
private struct Entity {
    private let start: Int
    /// The offset after the semicolon.
    let end: Int

    /// Reads `&name;`, `&#1234;` or `&#x12AB;`; nil for an ampersand that opens none.
    init?(_ text: borrowing Span<UInt8>, at start: Int) {
        var index = start + 1
        if index < text.count, text[index] == UInt8(ascii: "#") { index += 1 }
        let first = index
        while index < text.count, index - first < 32, text[index].isAlphanumeric { index += 1 }
        guard index > first, index < text.count, text[index] == UInt8(ascii: ";") else { return nil }
        self.start = start
        end = index + 1
    }

    /// How many bytes of the literal the entity stands for; nil when it cannot stand there.
    ///
    /// The names of HTML are not known here: an unknown name stands for itself, any other for one character.
    func lengthRead(in literal: borrowing Span<UInt8>, at read: Int, _ text: borrowing Span<UInt8>) -> Int? {
        if !isAmpersand(text), standsForItself(in: literal, at: read, text) { return end - start }
        let lead = literal[read]
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        return read + length <= literal.count ? length : nil
    }

    private func standsForItself(
        in literal: borrowing Span<UInt8>,
        at read: Int,
        _ text: borrowing Span<UInt8>
    ) -> Bool {
        guard read + end - start <= literal.count else { return false }
        for offset in 0..<end - start where literal[read + offset] != text[start + offset] { return false }
        return true
    }

    /// `&amp;` is the one entity whose character could be the start of its own name.
    private func isAmpersand(_ text: borrowing Span<UInt8>) -> Bool {
        end - start == 5 && text[start + 1] == UInt8(ascii: "a") && text[start + 2] == UInt8(ascii: "m")
            && text[start + 3] == UInt8(ascii: "p")
    }
}

extension UInt8 {
    /// Whether the byte is an ASCII punctuation character, which a backslash escapes (CommonMark 0.29, section 6.1).
    fileprivate var isPunctuation: Bool { self > 0x20 && self < 0x7F && !isAlphanumeric }
}
