import Model

/// Takes stretches of text round the words that were found, and marks them.
struct SnippetMaker {
    /// The words of the query that a folded term answers by itself.
    private var answers: [[UInt8]: Set<Int>] = [:]
    /// The terms of each word of the phrases that answer a word of the query.
    private var phrases: [(atom: Int, slots: [Set<[UInt8]>])] = []
    private var tokenizer = Tokenizer()

    /// How many bytes stand before the first match and after it.
    private static let (before, after) = (60, 140)

    init(_ plan: QueryPlan) {
        for (number, atom) in plan.atoms.enumerated() {
            for pattern in atom.patterns {
                if pattern.slots.count > 1 {
                    phrases.append((number, pattern.slots.map { Set($0.map(\.term)) }))
                    continue
                }
                for choice in pattern.slots[0] where TermKey.isWord(choice.term) {
                    answers[choice.term, default: []].insert(number)
                }
            }
        }
    }

    /// The stretch of the note or the text with the most words of the query, the first such; nil without any.
    mutating func snippet(of excerpts: (note: [String], body: [String])) -> String? {
        var best: (words: Int, text: [UInt8], marks: [Range<Int>])?
        for text in excerpts.note + excerpts.body {
            let bytes = Array(text.utf8)
            let (words, marks) = window(bytes)
            if words > best?.words ?? 0 { best = (words, bytes, marks) }
        }
        return best.map { Self.marked($0.text, $0.marks) }
    }

    /// The matches from the one on after which the most words of the query stand within reach.
    private mutating func window(_ text: [UInt8]) -> (words: Int, marks: [Range<Int>]) {
        tokenizer.read(text)
        let terms = tokenizer.tokens.map(tokenizer.term)
        var found: [(place: Range<Int>, words: Set<Int>)] = []
        for (token, term) in zip(tokenizer.tokens, terms) {
            if let words = answers[term] { found.append((token.source, words)) }
        }
        found += phrasesFound(terms)
        found.sort { ($0.place.lowerBound, -$0.place.upperBound) < ($1.place.lowerBound, -$1.place.upperBound) }
        var best = (words: 0, marks: [Range<Int>]())
        for (index, start) in found.enumerated() {
            let near = found[index...].prefix { $0.place.upperBound <= start.place.lowerBound + Self.after }
            let words = near.reduce(into: Set<Int>()) { $0.formUnion($1.words) }.count
            if words > best.words { best = (words, near.map(\.place)) }
        }
        return best
    }

    /// The phrases that stand in the text that was read, from their first word to their last.
    private func phrasesFound(_ terms: [[UInt8]]) -> [(place: Range<Int>, words: Set<Int>)] {
        let tokens = tokenizer.tokens
        var found: [(place: Range<Int>, words: Set<Int>)] = []
        for (atom, slots) in phrases {
            for (index, token) in tokens.enumerated() where slots[0].contains(terms[index]) {
                var end = token
                for (offset, slot) in slots.enumerated().dropFirst() {
                    let next = tokens.indices[index...].prefix(4 * slots.count).first { next in
                        tokens[next].position == token.position + offset && slot.contains(terms[next])
                    }
                    guard let next else { break }
                    end = tokens[next]
                }
                guard end.position == token.position + slots.count - 1 else { continue }
                found.append((token.source.lowerBound..<end.source.upperBound, [atom]))
            }
        }
        return found
    }

    private static func marked(_ text: [UInt8], _ marks: [Range<Int>]) -> String {
        guard let first = marks.first else { return "" }
        let start = wordStart(text, max(0, first.lowerBound - before))
        let end = wordEnd(text, min(text.count, max(first.lowerBound + after, first.upperBound)))
        var output: [UInt8] = []
        var index = start
        for mark in marks where mark.lowerBound >= index && mark.upperBound <= end {
            output += text[index..<mark.lowerBound]
            output.append(UInt8(ascii: "["))
            output += text[mark]
            output.append(UInt8(ascii: "]"))
            index = mark.upperBound
        }
        output += text[index..<end]
        return (start > 0 ? "…" : "") + flat(output.text) + (end < text.count ? "…" : "")
    }

    private static func isWordPart(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte >= 0x80 }

    /// The start of the word at an offset, so that no word and no letter is cut.
    private static func wordStart(_ bytes: [UInt8], _ offset: Int) -> Int {
        var index = offset
        while index > 0, isWordPart(bytes[index - 1]) { index -= 1 }
        return index
    }

    private static func wordEnd(_ bytes: [UInt8], _ offset: Int) -> Int {
        var index = offset
        while index < bytes.count, isWordPart(bytes[index]) { index += 1 }
        return index
    }

    /// The text on one line, with single spaces.
    private static func flat(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
