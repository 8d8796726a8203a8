import Model

/// What a reader asks for: words, phrases, what must not be there, and filters.
package struct SearchQuery: Sendable {
    /// What has to be found, in the order of typing.
    package var wanted: [Clause] = []
    /// What must not be found.
    package var excluded: [Clause] = []
    /// Of each list one has to fit; an empty list lets everything through.
    package var kinds: [String] = []
    package var languages: [String] = []
    /// All of these have to fit.
    package var tags: [String] = []
    package var hosts: [String] = []
    /// The beginning of the source's path.
    package var path: String?
    /// Whether prose that belongs to no entry is searched too.
    package var withProse = true

    /// The kind of passages that belong to no entry.
    package static let prose = "prose"

    /// One word or phrase.
    package struct Clause: Sendable, Equatable {
        /// The text as it was typed, without quotes and operators.
        package var text: String
        package var form: Form

        package init(text: String, form: Form) {
            self.text = text
            self.form = form
        }

        package enum Form: Sendable {
            case word
            /// A word that is still being typed: it matches its continuations too.
            case lastWord
            /// The beginning of a word: `idem*`.
            case prefix
            /// Words that follow one another: `"dead letter"`.
            case phrase
        }
    }

    /// Reads what was typed.
    package init(_ text: String) {
        for piece in QueryPieces.pieces(of: text) { take(piece) }
        if let last = wanted.indices.last, wanted[last].form == .word, QueryPieces.endsOpen(text) {
            wanted[last].form = .lastWord
        }
    }

    private mutating func take(_ piece: QueryPieces.Piece) {
        if !piece.isQuoted, let colon = piece.text.firstIndex(of: ":") {
            let value = String(piece.text[piece.text.index(after: colon)...])
            if takeFilter(piece.text[..<colon].lowercased(), value) { return }
        }
        var clause = Clause(text: piece.text, form: piece.isQuoted ? .phrase : .word)
        if !piece.isQuoted, clause.text.hasSuffix("*") {
            clause = Clause(text: String(clause.text.dropLast()), form: .prefix)
        }
        guard !Tokenizer.terms(clause.text).isEmpty else { return }
        if piece.isExcluded { excluded.append(clause) } else { wanted.append(clause) }
    }

    /// Takes `tag:saga` and the like; false for a word with a colon that is no filter.
    private mutating func takeFilter(_ name: String, _ value: String) -> Bool {
        guard !value.isEmpty else { return ["tag", "kind", "lang", "host"].contains(name) }
        switch name {
        case "tag": tags.append(value.lowercased())
        case "kind": kinds.append(Self.kind(value.lowercased()))
        case "lang", "language": languages.append(value.lowercased())
        case "host": hosts.append(value.lowercased())
        default: return false
        }
        return true
    }

    private static func kind(_ word: String) -> String {
        EntryKind.allCases.first { $0.plural == word }?.rawValue ?? word
    }
}

/// Cuts a query at spaces and quotes.
private enum QueryPieces {
    struct Piece {
        var text = ""
        var isExcluded = false
        var isQuoted = false
    }

    private static func isQuote(_ character: Character) -> Bool {
        switch character {
        case "\"", "“", "”", "«", "»": true
        default: false
        }
    }

    static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var piece = Piece()
        var isInside = false
        func end() {
            if !piece.text.isEmpty { pieces.append(piece) }
            piece = Piece()
        }
        for character in text {
            if isQuote(character) {
                if isInside { end() } else if !piece.text.isEmpty { end() }
                isInside.toggle()
                piece.isQuoted = isInside
            } else if character.isWhitespace, !isInside {
                end()
            } else if character == "-", !isInside, piece.text.isEmpty, !piece.isExcluded {
                piece.isExcluded = true
            } else {
                piece.text.append(character)
            }
        }
        end()
        return pieces
    }

    /// Whether the last word may still be going on.
    static func endsOpen(_ text: String) -> Bool {
        guard let last = text.last else { return false }
        return !last.isWhitespace && !isQuote(last)
    }
}
