package import Model

/// Finds entries and prose that hold every word of a query, by reading through the whole book.
///
/// Words match anywhere in a word, without regard to case and to ё and е. Inflections, synonyms, typing errors and an
/// index come with the search engine; this one stays as what that engine is held against.
package struct BookSearch: Sendable {
    private let book: Book

    package init(_ book: Book) { self.book = book }

    /// What a search finds.
    package struct Hit: Sendable {
        package var subject: Subject
        /// The higher, the better; comparable only within one search.
        package var score: Int
        /// The words of the query as they are compared.
        package var matches: [String]
        /// A stretch of the text round the first match; nil when the match is in the title.
        package var snippet: String?
    }

    /// Where a match was found.
    package enum Subject: Sendable {
        case entry(Entry)
        case passage(Passage)
    }

    /// The hits for a query that pass a filter, best first; the same order on every run.
    package func hits(for query: String, where isWanted: (Entry) -> Bool = { _ in true }, withProse: Bool = true)
        -> [Hit]
    {
        let words = query.split(whereSeparator: \.isWhitespace).map { SearchFold.bytes(String($0)) }.filter {
            !$0.isEmpty
        }
        guard !words.isEmpty else { return [] }
        var hits: [(hit: Hit, source: Source)] = []
        for entry in book.entries where isWanted(entry) {
            guard let hit = hit(for: .entry(entry), fields: fields(of: entry), words: words) else { continue }
            hits.append((hit, entry.source))
        }
        for passage in book.passages where withProse {
            let fields = [
                Field(text: passage.text, weight: 1), Field(text: passage.section.joined(separator: " "), weight: 2),
            ]
            guard let hit = hit(for: .passage(passage), fields: fields, words: words) else { continue }
            hits.append((hit, passage.source))
        }
        return hits.sorted { (-$0.hit.score, $0.source) < (-$1.hit.score, $1.source) }.map(\.hit)
    }

    private struct Field {
        var text: String
        /// What a match here is worth.
        var weight: Int
    }

    private func fields(of entry: Entry) -> [Field] {
        var fields = [Field(text: entry.title, weight: 16)]
        fields += entry.aliases.map { Field(text: $0, weight: 10) }
        fields += entry.tags.map { Field(text: $0.name, weight: 8) }
        fields.append(Field(text: entry.section.joined(separator: " "), weight: 4))
        fields.append(
            Field(text: [entry.link?.url, entry.link?.author].compactMap { $0 }.joined(separator: " "), weight: 3))
        fields.append(Field(text: entry.note ?? "", weight: 2))
        fields.append(Field(text: entry.body ?? "", weight: 1))
        if let question = entry.question { fields.append(Field(text: question.modelAnswer ?? "", weight: 1)) }
        return fields
    }

    /// The hit when every word is in some field; the best field of each word counts, and an exact title most of all.
    private func hit(for subject: Subject, fields: [Field], words: [[UInt8]]) -> Hit? {
        let folded = fields.map { SearchFold.bytes($0.text) }
        var score = 0
        var lowest = Int.max
        var lowestField = 0
        for word in words {
            guard let best = bestField(of: word, in: folded, fields) else { return nil }
            score += best.score
            if fields[best.index].weight < lowest { (lowest, lowestField) = (fields[best.index].weight, best.index) }
        }
        let query = Array(words.joined(separator: [.space]))
        if folded.first == query { score += 100 }
        let snippet =
            lowest < 4 ? Snippet.make(of: fields[lowestField].text, folded: folded[lowestField], words: words) : nil
        return Hit(subject: subject, score: score, matches: words.map(\.text), snippet: snippet)
    }

    private func bestField(of word: [UInt8], in folded: [[UInt8]], _ fields: [Field]) -> (index: Int, score: Int)? {
        var best: (index: Int, score: Int)?
        for (index, text) in folded.enumerated() {
            guard let place = ByteSearch.first(word, in: text) else { continue }
            let startsWord = place == 0 || !(text[place - 1].isAlphanumeric || text[place - 1] >= 0x80)
            let end = place + word.count
            let endsWord = end == text.count || !(text[end].isAlphanumeric || text[end] >= 0x80)
            let score = fields[index].weight * (startsWord && endsWord ? 4 : startsWord ? 3 : 1)
            if score > best?.score ?? 0 { best = (index, score) }
        }
        return best
    }
}

/// Searches bytes in bytes.
enum ByteSearch {
    /// The first place of a word in a text.
    static func first(_ word: [UInt8], in text: [UInt8], from start: Int = 0) -> Int? {
        guard let head = word.first, text.count >= word.count + start else { return nil }
        let bytes = text.span
        let needle = word.span
        var index = start
        let last = bytes.count - needle.count
        while index <= last {
            if bytes[index] == head, matches(needle, bytes, index) { return index }
            index += 1
        }
        return nil
    }

    private static func matches(_ needle: borrowing Span<UInt8>, _ bytes: borrowing Span<UInt8>, _ start: Int) -> Bool {
        for offset in 1..<max(needle.count, 1) where bytes[start + offset] != needle[offset] { return false }
        return true
    }
}
