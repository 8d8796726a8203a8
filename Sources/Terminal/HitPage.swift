/// Sets search results as cards: title, kind and place on the first line, the found text and the tags below.
package struct HitPage: Sendable {
    package var style: Styler
    /// The columns to fill.
    package var width: Int

    package init(style: Styler, width: Int) {
        self.style = style
        self.width = max(40, min(width, 100))
    }

    /// What a result shows.
    package struct Card: Sendable {
        package var title: String
        package var kind: String
        package var place: String
        /// The text round the match, the matches in square brackets.
        package var snippet: String?
        package var tags: [String]
        /// How the result came to its place, one sentence a line.
        package var explanation: [String] = []

        package init(title: String, kind: String, place: String, snippet: String?, tags: [String]) {
            self.title = title
            self.kind = kind
            self.place = place
            self.snippet = snippet
            self.tags = tags
        }
    }

    /// The lines of one result.
    package func lines(_ card: Card) -> [String] {
        let title = SafeText.line(card.title)
        let place = SafeText.line(card.place)
        let right = "\(card.kind)  \(place)"
        let room = width - DisplayWidth.of(right) - 2
        let shownRight = "\(style(.kind, card.kind))  \(style(.path, place))"
        var lines: [String]
        if DisplayWidth.of(title) <= room {
            lines = [
                style(.strong, title) + String(repeating: " ", count: room - DisplayWidth.of(title) + 2) + shownRight
            ]
        } else {
            lines = TextWrap.lines(title, width: width).map { style(.strong, $0) } + ["  " + shownRight]
        }
        if let snippet = card.snippet { lines += excerpt(SafeText.line(snippet)) }
        if !card.tags.isEmpty { lines += tags(card.tags) }
        for sentence in card.explanation {
            lines += TextWrap.lines(SafeText.line(sentence), width: width, indent: "    ").map { style(.quiet, $0) }
        }
        return lines
    }

    /// Two lines of the found text at most.
    private func excerpt(_ text: String) -> [String] {
        let lines = TextWrap.lines(text, width: width, indent: "  ", limit: 3)
        guard lines.count > 2 else { return lines }
        return [lines[0], TextWrap.truncated(lines[1] + " …", to: width)]
    }

    private func tags(_ tags: [String]) -> [String] {
        let lines = TextWrap.lines(tags.map(SafeText.line).joined(separator: "  "), width: width - 8)
        return lines.enumerated().map { index, line in
            "  " + (index == 0 ? style(.quiet, "tags") : "    ") + "  " + style(.tag, line)
        }
    }
}
