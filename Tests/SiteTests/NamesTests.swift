import Model
import Testing

@testable import Site

@Suite struct `File names of pages` {
    @Test(arguments: [
        ("saga", "saga"), ("Сага о заказах", "Сага-о-заказах"), ("a/b", "a-b"), ("../../etc/passwd", "etc-passwd"),
        ("..", "entry"), ("", "entry"), ("a\u{0}b\nc", "a-b-c"), ("con", "con-page"), ("LPT1", "LPT1-page"),
        (".hidden.", "hidden"), ("a?b#c%d&e\"f<g", "a-b-c-d-e-f-g"), ("🧪 test", "test"), ("a\u{202E}b", "a-b"),
        ("snake_case-9", "snake_case-9"),
    ])
    func `are safe on every disk`(text: String, expected: String) {
        var names = FileNames()
        #expect(names.name(for: text) == expected)
    }

    @Test func `never meet, whatever the disk thinks of case and of accents`() {
        var names = FileNames()
        let texts = ["Saga", "saga", "SAGA", "caf\u{E9}", "cafe\u{301}", "a b", "a/b", "index", "Index", "saga"]
        let given = texts.map { names.name(for: $0) }
        #expect(Set(given.map { $0.lowercased() }).count == texts.count)
        #expect(given.first == "Saga")
        #expect(!given.contains { $0.lowercased() == "index" })
    }

    @Test func `stay short enough for any extension`() {
        var names = FileNames()
        let long = String(repeating: "очень-длинное-имя-", count: 40)
        #expect(names.name(for: long).utf8.count <= 120)
        #expect(names.name(for: long + "1") != names.name(for: long + "2"))
    }
}

@Suite struct `Ids of headings` {
    @Test(arguments: [
        ("What it costs", "what-it-costs"), ("Что такое CQRS (Command)?", "что-такое-cqrs-command"),
        ("C4: the relay & more", "c4-the-relay--more"), ("!!!", "section"), ("Ünïcode_1", "ünïcode_1"),
    ])
    func `are those of GitHub`(text: String, expected: String) {
        #expect(HeadingNames.slug(of: text) == expected)
    }

    @Test func `are given once`() {
        var names = HeadingNames(reserved: ["a-1"])
        #expect(["A", "a", "A", "b"].map { names.name(for: $0) } == ["a", "a-2", "a-3", "b"])
    }
}

@Suite struct `Addresses between pages` {
    @Test(arguments: [
        ("index.html", "a-z.html", "a-z.html"), ("patterns/saga.html", "index.html", "../index.html"),
        ("patterns/saga.html", "patterns/retry.html", "retry.html"),
        ("patterns/saga.html", "links/a.html", "../links/a.html"), ("a/b/c.html", "a/d.html", "../d.html"),
        ("patterns/index.html", "patterns/index.html", "index.html"),
    ])
    func `are relative`(page: String, target: String, expected: String) {
        #expect(PagePath.relative(from: page, to: target) == expected)
    }
}

@Suite struct `The order of titles` {
    @Test func `minds neither case nor quotes nor the dots of ё`() {
        let titles = ["«Яма»", "ель", "Ёж", "\"quoted\"", "Zebra", "apple", "2PC", "еда"]
        let sorted = titles.sorted { SortKey($0) < SortKey($1) }
        #expect(sorted == ["2PC", "apple", "\"quoted\"", "Zebra", "еда", "Ёж", "ель", "«Яма»"])
        #expect(sorted.map { SortKey($0).letter } == ["0–9", "A", "Q", "Z", "Е", "Е", "Е", "Я"])
    }
}
