import Model

/// What a `#:~:text=` asks a browser to show (WICG "Text Fragments", 2023).
struct TextDirective: Sendable, Equatable {
    /// The stretches of which one has to be there, each its first words and the words that end it.
    private var stretches: [(start: String, end: String?)] = []

    /// Reads a directive with its `:~:`; nil when it asks for no text.
    init?(_ directive: String) {
        for part in directive.dropFirst(3).split(separator: "&") where part.hasPrefix("text=") {
            var words = part.dropFirst(5).split(separator: ",").map(String.init)
            // `before-,` and `,-after` say which of several places is meant.
            if words.count > 1, words[0].hasSuffix("-") { words.removeFirst() }
            if words.count > 1, let last = words.last, last.hasPrefix("-") { words.removeLast() }
            let texts = words.map { SearchedText.folded(PercentEncoding.decoded($0)) }
            if let start = texts.first, !start.isEmpty { stretches.append((start, texts.dropFirst().first)) }
        }
        if stretches.isEmpty { return nil }
    }

    /// Whether a page has one of the texts.
    func isFound(in page: PageContents) -> Bool {
        stretches.contains { stretch in
            guard let start = page.text.utf8.firstRange(of: Array(stretch.start.utf8)) else { return false }
            guard let end = stretch.end else { return true }
            return page.text.utf8[start.upperBound...].firstRange(of: Array(end.utf8)) != nil
        }
    }

    static func == (left: TextDirective, right: TextDirective) -> Bool {
        left.stretches.elementsEqual(right.stretches, by: ==)
    }
}
