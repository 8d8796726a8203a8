import Model
import Search
import Testing

struct BookSearchTests {
    private func search(_ query: String, in entries: [Entry], passages: [Passage] = []) -> [String] {
        BookSearch(Book(title: "Test", entries: entries, passages: passages)).hits(for: query).map { hit in
            switch hit.subject {
            case .entry(let entry): entry.id.rawValue
            case .passage(let passage): "prose: \(passage.text)"
            }
        }
    }

    @Test func `finds only what has every word`() {
        let entries = [
            Entry.sample("outbox", title: "Transactional outbox", body: "A relay publishes to Kafka."),
            Entry.sample("kafka", title: "Kafka", body: "A log."),
        ]
        #expect(search("outbox kafka", in: entries) == ["outbox"])
        #expect(search("kafka", in: entries) == ["kafka", "outbox"])
        #expect(search("kafka rabbit", in: entries).isEmpty)
    }

    @Test(arguments: ["САГА", "сага", "Сага", "сАгА"])
    func `takes no notice of case in Cyrillic`(query: String) {
        #expect(search(query, in: [.sample("saga", title: "Сага")]) == ["saga"])
    }

    @Test(arguments: [("учёт", "учет"), ("учет", "Учёт"), ("ЁЛКА", "елка")])
    func `takes ё for е`(query: String, title: String) {
        #expect(search(query, in: [.sample("x", title: title)]) == ["x"])
    }

    @Test func `puts an exact title first, then titles, aliases, tags, notes and text`() {
        var alias = Entry.sample("alias", title: "Long-running transaction")
        alias.aliases = ["Saga pattern"]
        var tag = Entry.sample("tag", title: "Compensation")
        tag.tags = [Tag("saga", because: .frontMatter)]
        var note = Entry.sample("note", title: "Order")
        note.note = "A saga in practice."
        let entries = [
            Entry.sample("text", title: "Order flow", body: "This is a saga."), note, tag, alias,
            Entry.sample("title", title: "Saga orchestration"), Entry.sample("exact", title: "Saga"),
        ]
        #expect(search("saga", in: entries) == ["exact", "title", "alias", "tag", "note", "text"])
    }

    @Test func `finds prose that belongs to no entry`() {
        let place = SourceRange(at: .start)
        let passage = Passage(
            section: ["Notes"], text: "Idempotency first.", language: .english,
            source: Source(path: "a.md", range: place))
        #expect(search("idempotency", in: [], passages: [passage]) == ["prose: Idempotency first."])
    }

    @Test func `finds nothing for nothing`() {
        #expect(search("   ", in: [.sample("saga", title: "Saga")]).isEmpty)
    }

    @Test func `marks the match in a stretch of the text and cuts no word`() throws {
        let words = Array(repeating: "слово", count: 60).joined(separator: " ")
        let entry = Entry.sample("x", title: "Заголовок", body: "\(words) кэширование \(words)")
        let hit = try #require(BookSearch(Book(title: "Test", entries: [entry])).hits(for: "кэш").first)
        let snippet = try #require(hit.snippet)
        #expect(snippet.contains("[кэширование]"))
        #expect(snippet.hasPrefix("…слово ") && snippet.hasSuffix(" слово…"))
    }

    @Test func `gives the same order on every run`() {
        let entries = (0..<50).map { Entry.sample("e\($0)", title: "Saga \($0)", path: "\(50 - $0).md") }
        #expect(search("saga", in: entries) == search("saga", in: entries.reversed()))
    }
}

extension Entry {
    /// A pattern with a title and a text.
    fileprivate static func sample(_ id: String, title: String, body: String? = nil, path: String? = nil) -> Entry {
        let source = Source(path: path ?? "\(id).md", range: SourceRange(at: .start))
        var entry = Entry(
            id: EntryID(id), title: title, language: .english, source: source, content: .pattern(Pattern()))
        entry.body = body
        return entry
    }
}
