import Model

/// Finds the end of a link or image whose text has been read.
enum LinkTail {
    /// How far the closing bracket may stand from the last inline of the text.
    private static let reach = 64
    /// The longest label (CommonMark 0.29, section 4.7).
    private static let longestLabel = 999
    /// The longest address that is followed to its end; a link with a longer one ends at its bracket here.
    ///
    /// Without a bound, openings that nothing closes would each be read to the end of the text.
    private static let longestAddress = 4096
    /// The longest title that is followed to its end.
    private static let longestTitle = 1024
    /// The depth of parentheses in an address that libcmark-gfm follows.
    private static let deepestParentheses = 32

    /// The end of `](address "title")`, `][label]`, `][]` or `]`; nil when there is no closing bracket.
    static func end(in text: [UInt8], from offset: Int) -> Int? {
        guard let textEnd = endOfLabel(in: text, from: offset) else { return nil }
        guard textEnd < text.count else { return textEnd }
        switch text[textEnd] {
        case UInt8(ascii: "("): return endOfAddress(in: text, from: textEnd + 1) ?? textEnd
        case UInt8(ascii: "["): return endOfReference(in: text, from: textEnd + 1) ?? textEnd
        default: return textEnd
        }
    }

    /// The offset after the next closing bracket.
    static func endOfLabel(in text: [UInt8], from offset: Int) -> Int? {
        text[offset..<min(text.count, offset + reach)].firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 }
    }

    private static func endOfReference(in text: [UInt8], from offset: Int) -> Int? {
        var index = offset
        while index < text.count, index - offset <= longestLabel {
            switch text[index] {
            case UInt8(ascii: "]"): return index + 1
            case UInt8(ascii: "["): return nil
            case UInt8(ascii: "\\"): index += 2
            default: index += 1
            }
        }
        return nil
    }

    /// The offset after the parenthesis that closes an inline link; nil when what stands there is no address.
    private static func endOfAddress(in text: [UInt8], from offset: Int) -> Int? {
        var index = skipSpace(text, offset)
        guard let afterAddress = endOfDestination(text, index) else { return nil }
        index = skipSpace(text, afterAddress)
        if index > afterAddress, index < text.count, let close = closingQuote(for: text[index]) {
            guard let afterTitle = endOfTitle(text, index + 1, close) else { return nil }
            index = skipSpace(text, afterTitle)
        }
        return index < text.count && text[index] == UInt8(ascii: ")") ? index + 1 : nil
    }

    private static func endOfDestination(_ text: [UInt8], _ start: Int) -> Int? {
        var index = start
        guard index < text.count, text[index] == UInt8(ascii: "<") else { return endOfBareDestination(text, start) }
        while index < text.count, index - start < longestAddress, !text[index].isLineEnd {
            if text[index] == UInt8(ascii: ">") { return index + 1 }
            index += text[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    private static func endOfBareDestination(_ text: [UInt8], _ start: Int) -> Int? {
        var index = start
        var depth = 0
        while index < text.count, index - start < longestAddress, depth <= deepestParentheses, !text[index].isWhitespace
        {
            switch text[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                if depth == 0 { return index }
                depth -= 1
            default: break
            }
            index += 1
        }
        return depth == 0 ? min(index, text.count) : nil
    }

    private static func endOfTitle(_ text: [UInt8], _ start: Int, _ close: UInt8) -> Int? {
        var index = start
        while index < text.count, index - start < longestTitle {
            if text[index] == close { return index + 1 }
            index += text[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    private static func closingQuote(for byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): byte
        case UInt8(ascii: "("): UInt8(ascii: ")")
        default: nil
        }
    }

    private static func skipSpace(_ text: [UInt8], _ start: Int) -> Int {
        var index = start
        while index < text.count, text[index].isWhitespace { index += 1 }
        return index
    }
}
