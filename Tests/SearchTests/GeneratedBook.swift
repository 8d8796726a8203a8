import Model
import TestSupport

@testable import Search

/// A book of random words in two languages, with queries that make use of everything a query can have.
struct GeneratedBook {
    private(set) var units: [SearchUnit] = []
    private(set) var random: SeededRandom

    static let vocabulary = Vocabulary([
        Concept(id: "stability", labels: [.english: "Stability", .russian: "Устойчивость"]),
        Concept(
            id: "saga", labels: [.english: "Saga", .russian: "Сага"], aliases: [.english: ["long transaction"]],
            broader: ["stability"]),
        Concept(id: "cache", labels: [.english: "Cache", .russian: "Кэш"], aliases: [.russian: ["кеш"]]),
        Concept(
            id: "dead-letter", labels: [.english: "Dead letter queue", .russian: "Очередь писем"],
            broader: ["stability"]),
    ])

    private static let words = [
        "saga", "sagas", "queue", "queues", "queueing", "cache", "caching", "cached", "event", "events", "event-driven",
        "eventdriven", "dead", "letter", "letters", "long", "transaction", "transactions", "order", "orders",
        "orderService", "C4", "CI/CD", "S3", "at-least-once", "once", "the", "of", "and", "Stability", "stable",
        "kubernetes", "kafka", "сага", "саги", "сагой", "кэш", "кеш", "кэширование", "очередь", "очереди", "писем",
        "письмо", "устойчивость", "устойчивый", "событие", "события", "событийный", "архитектура", "архитектурный",
        "учёт", "учет", "микросервисы", "микросервисов", "заказ", "заказы",
    ]

    init(seed: UInt64, units count: Int = 5) {
        random = SeededRandom(seed: seed)
        for number in 0..<count { units.append(unit("part-\(number)/file.md")) }
    }

    /// Another content for the place of a name.
    mutating func unit(_ name: String) -> SearchUnit {
        var entries: [Entry] = []
        var tagger = ConceptTagger(Self.vocabulary)
        for line in 1...5 {
            var entry = entry(at: Source(path: name, range: SourceRange(at: SourcePosition(line: line, column: 1))))
            tagger.tag(&entry)
            entries.append(entry)
        }
        let place = Source(path: name, range: SourceRange(at: SourcePosition(line: 9, column: 1)))
        let passage = Passage(section: [text(2)], text: text(8), language: .english, source: place)
        return SearchUnit(name: name, files: [.missing(name)], entries: entries, passages: [passage])
    }

    private mutating func entry(at source: Source) -> Entry {
        let host = ["example.org", "docs.example.org", "kafka.apache.org"].randomElement(using: &random) ?? ""
        let link = Link(url: "https://\(host)/\(word())", key: nil, medium: .article)
        let content: Entry.Content = Bool.random(using: &random) ? .link(link) : .pattern(Pattern())
        var entry = Entry(
            id: EntryID("e-\(source.range.start.line)"), title: text(.random(in: 1...3, using: &random)),
            language: Bool.random(using: &random) ? .english : .russian, source: source, content: content)
        if Bool.random(using: &random) { entry.aliases = [text(2)] }
        if Bool.random(using: &random) { entry.tags = [Tag("saga", because: .hashtag)] }
        entry.section = [text(2)]
        if Bool.random(using: &random) { entry.note = text(5) }
        entry.body = text(.random(in: 0...12, using: &random))
        return entry
    }

    private mutating func word() -> String { Self.words.randomElement(using: &random) ?? "" }

    private mutating func text(_ count: Int) -> String {
        (0..<count).map { _ in word() }.joined(separator: Bool.random(using: &random) ? " " : ", ")
    }

    /// A query of one to three clauses.
    mutating func query() -> String {
        (0..<Int.random(in: 1...3, using: &random)).map { _ in clause() }.joined(separator: " ")
    }

    private mutating func clause() -> String {
        switch Int.random(in: 0..<14, using: &random) {
        case 0: "\"\(text(2))\""
        case 1: "-\(word())"
        case 2: word().prefix(Int.random(in: 1...4, using: &random)) + "*"
        case 3: misspelt(word())
        case 4: KeyboardLayout.swapped(word()) ?? word()
        case 5: "tag:" + (["saga", "stability", "cache", "none"].randomElement(using: &random) ?? "")
        case 6: "kind:" + (["links", "pattern", "prose"].randomElement(using: &random) ?? "")
        case 7: ["lang:ru", "lang:en", "host:example.org", "host:apache.org"].randomElement(using: &random) ?? ""
        case 8: ["dead letter queue", "long transaction", "очередь писем"].randomElement(using: &random) ?? ""
        default: word()
        }
    }

    /// A word with a letter left out, doubled, or swapped with the next.
    private mutating func misspelt(_ word: String) -> String {
        var letters = Array(word)
        let place = Int.random(in: 0..<letters.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: letters.remove(at: place)
        case 1: letters.insert(letters[place], at: place)
        default: if place + 1 < letters.count { letters.swapAt(place, place + 1) }
        }
        return String(letters)
    }
}
