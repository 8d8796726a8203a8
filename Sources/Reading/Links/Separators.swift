import Model

/// The marks that people put between a link and what they say about it.
enum Separators {
    private static let marks = ["-", "–", "—", ":", "|", "·", "•", ",", ";", "→", "//", "=>", "->"]

    /// The text without separators and white space at its start.
    static func droppingLeading(_ text: String) -> String {
        var rest = Substring(text.trimmed)
        while let first = rest.utf8.first, mayBegin(first), let mark = marks.first(where: { rest.hasPrefix($0) }) {
            rest = Substring(rest.dropFirst(mark.count).trimmed(where: \.isWhitespace))
        }
        return String(rest)
    }

    /// The text without separators and white space at its end.
    static func droppingTrailing(_ text: String) -> String {
        var rest = Substring(text.trimmed)
        while let last = rest.utf8.last, mayEnd(last), let mark = marks.first(where: { rest.hasSuffix($0) }) {
            rest = rest.dropLast(mark.count)
            while rest.last?.isWhitespace == true { rest.removeLast() }
        }
        return String(rest)
    }

    /// Whether a mark may begin with a byte; most texts begin with a letter.
    private static func mayBegin(_ byte: UInt8) -> Bool {
        byte < 0x80 ? !byte.isAlphanumeric : byte != 0xD0 && byte != 0xD1
    }

    private static func mayEnd(_ byte: UInt8) -> Bool { byte >= 0x80 || !byte.isAlphanumeric }

    /// Whether a text begins with a separator, a bracket, a full stop or a new line, so that no sentence runs on into it.
    static func begins(_ text: String) -> Bool {
        if text.drop(while: { $0 == " " || $0 == "\t" }).first?.isNewline == true { return true }
        let text = text.trimmed
        if let first = text.utf8.first, "()[].#^".utf8.contains(first) { return true }
        return text.hasPrefix("by ") || marks.contains { text.hasPrefix($0) }
    }

    /// Whether a text does no more than join two links.
    static func joins(_ text: String) -> Bool {
        let text = droppingLeading(text)
        return text.utf8.count <= longestJoiner && joiners.contains(text.lowercased())
    }

    private static let joiners: Set<String> = [
        "and", "or", "&", "+", "/", "и", "или", "и ещё", "і", "см. также", "see also", "and also",
    ]
    /// Bytes, of letters and accents apart; a longer text is a sentence.
    private static let longestJoiner = 32
}

extension Substring {
    fileprivate func trimmed(where isDropped: (Character) -> Bool) -> Substring {
        var rest = self
        while let first = rest.first, isDropped(first) { rest.removeFirst() }
        return rest
    }
}
