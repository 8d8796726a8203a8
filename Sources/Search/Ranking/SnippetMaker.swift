import Model

/// Takes stretches of text round the words that were found, and marks them.
struct SnippetMaker {
    /// What a term of the text has to do with the query.
    private struct Meaning {
        /// The words of the query that the term answers by itself.
        var answers: Set<Int> = []
        /// The phrases of which it can be a word, and which.
        var slots: [(phrase: Int, slot: Int)] = []
    }

    /// A word of the text that has to do with the query.
    private struct Sighting {
        /// Its number among the words of the text.
        var token: Int
        var meaning: Int
    }

    private var numbers: [[UInt8]: Int] = [:]
    private var meanings: [Meaning] = []
    /// The lengths that terms with a first byte have, as bits; it rules out nearly all words of a text.
    private var lengths = [UInt64](repeating: 0, count: 256)
    /// The phrases that answer a word of the query, and the number of words that each has.
    private var phrases: [(atom: Int, count: Int)] = []
    private var tokenizer = Tokenizer()

    /// How many bytes stand before the first match and after it.
    private static let (before, after) = (60, 140)

    init(_ plan: QueryPlan) {
        for (number, atom) in plan.atoms.enumerated() {
            for pattern in atom.patterns {
                if pattern.slots.count > 1 {
                    for (slot, choices) in pattern.slots.enumerated() {
                        for choice in choices {
                            meanings[meaning(of: choice.term)].slots.append((phrases.count, slot))
                        }
                    }
                    phrases.append((number, pattern.slots.count))
                    continue
                }
                for choice in pattern.slots[0] where TermKey.isWord(choice.term) {
                    meanings[meaning(of: choice.term)].answers.insert(number)
                }
            }
        }
    }

    private mutating func meaning(of term: [UInt8]) -> Int {
        if let known = numbers[term] { return known }
        numbers[term] = meanings.count
        lengths[Int(term.first ?? 0)] |= 1 << UInt64(term.count & 63)
        meanings.append(Meaning())
        return meanings.count - 1
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
        let sightings = sightings()
        var found: [(place: Range<Int>, words: Set<Int>)] = []
        for sighting in sightings {
            let words = meanings[sighting.meaning].answers
            if !words.isEmpty { found.append((tokenizer.tokens[sighting.token].source, words)) }
        }
        found += phrasesFound(sightings)
        found.sort { ($0.place.lowerBound, -$0.place.upperBound) < ($1.place.lowerBound, -$1.place.upperBound) }
        var best = (words: 0, marks: [Range<Int>]())
        for (index, start) in found.enumerated() {
            let near = found[index...].prefix { $0.place.upperBound <= start.place.lowerBound + Self.after }
            let words = near.reduce(into: Set<Int>()) { $0.formUnion($1.words) }.count
            if words > best.words { best = (words, near.map(\.place)) }
        }
        return best
    }

    /// The words of the text that was read that have to do with the query.
    private func sightings() -> [Sighting] {
        var sightings: [Sighting] = []
        for (number, token) in tokenizer.tokens.enumerated() where !token.term.isEmpty {
            let first = Int(tokenizer.folded[token.term.lowerBound])
            guard lengths[first] & 1 << UInt64(token.term.count & 63) != 0 else { continue }
            guard let meaning = numbers[tokenizer.term(token)] else { continue }
            sightings.append(Sighting(token: number, meaning: meaning))
        }
        return sightings
    }

    /// The phrases that stand in the text that was read, from their first word to their last.
    private func phrasesFound(_ sightings: [Sighting]) -> [(place: Range<Int>, words: Set<Int>)] {
        let tokens = tokenizer.tokens
        var found: [(place: Range<Int>, words: Set<Int>)] = []
        for (index, sighting) in sightings.enumerated() {
            for (phrase, slot) in meanings[sighting.meaning].slots where slot == 0 {
                let start = tokens[sighting.token]
                var end = start
                for offset in 1..<phrases[phrase].count {
                    let next = sightings[index...].prefix { $0.token < sighting.token + 4 * phrases[phrase].count }
                        .first { next in
                            tokens[next.token].position == start.position + offset
                                && meanings[next.meaning].slots.contains { $0 == (phrase, offset) }
                        }
                    guard let next else { break }
                    end = tokens[next.token]
                }
                guard end.position == start.position + phrases[phrase].count - 1 else { continue }
                found.append((start.source.lowerBound..<end.source.upperBound, [phrases[phrase].atom]))
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
        return (start > 0 ? "…" : "") + flat(output) + (end < text.count ? "…" : "")
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
    private static func flat(_ bytes: [UInt8]) -> String {
        // English and Russian need no look at what other scripts have for spaces.
        let isPlain = bytes.allSatisfy { $0 < 0x80 || $0 == 0xD0 || $0 == 0xD1 || $0 & 0xC0 == 0x80 }
        guard isPlain else { return bytes.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        var flat: [UInt8] = []
        flat.reserveCapacity(bytes.count)
        for byte in bytes {
            if byte != .space, !(0x09...0x0D).contains(byte) {
                flat.append(byte)
            } else if let last = flat.last, last != .space {
                flat.append(.space)
            }
        }
        if flat.last == .space { flat.removeLast() }
        return flat.text
    }
}
