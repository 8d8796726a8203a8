import Model

/// The marks that people put between a link and what they say about it.
enum Separators {
    private static let marks = ["-", "–", "—", ":", "|", "·", "•", ",", ";", "→", "//", "=>", "->"]

    /// The text without separators and white space at its start.
    static func droppingLeading(_ text: String) -> String {
        var rest = Substring(text.trimmed)
        while let mark = marks.first(where: { rest.hasPrefix($0) }) {
            rest = Substring(rest.dropFirst(mark.count).trimmed(where: \.isWhitespace))
        }
        return String(rest)
    }

    /// The text without separators and white space at its end.
    static func droppingTrailing(_ text: String) -> String {
        var rest = Substring(text.trimmed)
        while let mark = marks.first(where: { rest.hasSuffix($0) }) {
            rest = rest.dropLast(mark.count)
            while rest.last?.isWhitespace == true { rest.removeLast() }
        }
        return String(rest)
    }

    /// Whether a text begins with a separator, a bracket or a full stop, so that a sentence does not run on through it.
    static func begins(_ text: String) -> Bool {
        let text = text.trimmed
        return text.hasPrefix("(") || text.hasPrefix("[") || text.hasPrefix(".") || text.hasPrefix("by ")
            || marks.contains { text.hasPrefix($0) }
    }
}

extension Substring {
    fileprivate func trimmed(where isDropped: (Character) -> Bool) -> Substring {
        var rest = self
        while let first = rest.first, isDropped(first) { rest.removeFirst() }
        return rest
    }
}
