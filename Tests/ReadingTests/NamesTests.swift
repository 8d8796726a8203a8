import Model
import Reading
import Testing

/// Slugs and ids.
@Suite struct NamesTests {
    @Test(arguments: [
        ("Hello, World!", "hello-world"), ("Паттерн Outbox: как?", "паттерн-outbox-как"), ("日本語 タイトル", "日本語-タイトル"),
        ("🔥 Fire 🔥", "fire"), ("🔥", ""), ("", ""), ("../../etc/passwd", "etc-passwd"),
        ("You Don’t Need", "you-dont-need"),
        ("a--b__c", "a-b-c"), ("ÀÉ", "àé"), ("CON\u{0}\n", "con"), ("  x  ", "x"),
    ])
    func `makes a slug of any title`(title: String, slug: String) {
        #expect(Slug.make(of: title) == slug)
    }

    @Test func `cuts long slugs at a word`() {
        let slug = Slug.make(of: Array(repeating: "слово", count: 80).joined(separator: " "))
        #expect(slug.utf8.count <= Slug.longest)
        #expect(slug.hasSuffix("слово"))
        #expect(!Slug.make(of: String(repeating: "я", count: 400)).isEmpty)
        #expect(Slug.make(of: String(repeating: "я", count: 400)).utf8.count <= Slug.longest)
    }

    private func book(_ files: [(String, String)]) -> Book {
        BookAssembler.assemble(title: "B", documents: files.map { read($0.1, path: $0.0) })
    }

    @Test func `gives every entry an id of its own`() {
        let item = "- [Saga](https://a.org/%)\n"
        let book = book([("k/a.md", item + item), ("k/b.md", item), ("k/saga.md", "# Saga pattern\n\nText.\n")])
        #expect(Set(book.entries.map(\.id)).count == 4)
        #expect(book.entries.map(\.id.rawValue) == ["saga.a", "saga.a-2", "saga.b", "saga"])
    }

    @Test func `ids do not depend on files that have nothing to do with them, nor on their order`() {
        let files = [("k/a.md", "- [A](https://a.org)\n"), ("k/b.md", "- [B](https://b.org)\n- [A](https://c.org)\n")]
        let more = files + [("k/0.md", "- [Other](https://d.org)\n")]
        #expect(book(files).entries.map(\.id) == book(files.reversed()).entries.map(\.id))
        #expect(book(more).entries.map(\.id).dropFirst() == book(files).entries.map(\.id)[...])
    }

    @Test(.timeLimit(.minutes(10))) func `names ten thousand entries of one title`() {
        let book = book([("k/a.md", String(repeating: "- [x](https://a.org)\n", count: 10_000))])
        #expect(Set(book.entries.map(\.id)).count == 10_000)
    }

    @Test func `tells of two questions with one text`() {
        let text = "## Is it safe?\n\nYes.\n"
        #expect(book([("k/a.md", text), ("k/b.md", text)]).findings.map(\.rule) == ["question.same-id"])
    }
}
