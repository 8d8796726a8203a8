import Model
import Reading
import Testing

/// Every way in which people write links down.
@Suite struct LinkFormTests {
    /// What is expected of one link.
    struct Expected: Sendable, CustomTestStringConvertible {
        var text: String
        var title: String
        var url: String? = "https://a.org/x-y"
        var note: String?
        var author: String?
        var derived = false

        var testDescription: String { text }
    }

    static let single: [Expected] = [
        Expected(text: "- [Title](https://a.org/x-y)", title: "Title"),
        Expected(text: "* [Title](https://a.org/x-y) - the note", title: "Title", note: "the note"),
        Expected(text: "+ [Title](https://a.org/x-y) — the note.", title: "Title", note: "the note."),
        Expected(text: "- [Title](https://a.org/x-y): the note", title: "Title", note: "the note"),
        Expected(text: "- [Title](https://a.org/x-y) (the note)", title: "Title", note: "the note"),
        Expected(text: "- https://a.org/x-y", title: "X y", derived: true),
        Expected(text: "- https://a.org/x-y - the note", title: "X y", note: "the note", derived: true),
        Expected(text: "- https://a.org/x-y (the note)", title: "X y", note: "the note", derived: true),
        Expected(text: "- https://a.org/x-y, https", title: "X y", note: "https", derived: true),
        Expected(text: "- <https://a.org/x-y>", title: "X y", derived: true),
        Expected(text: "https://a.org/x-y", title: "X y", derived: true),
        Expected(text: "- Title: https://a.org/x-y", title: "Title"),
        Expected(text: "- Title - https://a.org/x-y", title: "Title"),
        Expected(text: "- Title | https://a.org/x-y", title: "Title"),
        Expected(text: "- Title\n  https://a.org/x-y", title: "Title"),
        Expected(text: "- https://a.org/x-y\n  the note", title: "X y", note: "the note", derived: true),
        Expected(text: "- [Title](https://a.org/x-y)\n\n  the note", title: "Title", note: "the note"),
        Expected(text: "- **Title** [link](https://a.org/x-y)", title: "Title"),
        Expected(text: "- 🔥 [Title](https://a.org/x-y) - the note", title: "Title", note: "the note"),
        Expected(text: "- [x] [Title](https://a.org/x-y) - the note", title: "Title", note: "the note"),
        Expected(text: "- **[Title](https://a.org/x-y)** - the note", title: "Title", note: "the note"),
        Expected(text: "- [Title][1]\n\n[1]: https://a.org/x-y", title: "Title"),
        Expected(text: "- [Title]\n\n[title]: <https://a.org/x-y> 'T'", title: "Title"),
        Expected(text: "[Unused]: https://a.org/x-y", title: "Unused"),
        Expected(text: "<a href=\"https://a.org/x-y\">Title</a>", title: "Title"),
        Expected(text: "<p><a class=b href='https://a.org/x-y'><b>Title</b></a></p>", title: "Title"),
        Expected(
            text: "- Text <a href=\"https://a.org/x-y\">Title</a> runs on here.", title: "Title",
            note: "Text Title runs on here."),
        Expected(text: "[![alt](pic.png)](https://a.org/x-y)", title: "alt"),
        Expected(text: "## [Title](https://a.org/x-y)", title: "Title"),
        Expected(text: "> [Title](https://a.org/x-y) - the note", title: "Title", note: "the note"),
        Expected(text: "1. [Title](https://a.org/x-y)", title: "Title"),
        Expected(text: "| n | u |\n|---|---|\n| Title | https://a.org/x-y |", title: "Title"),
        Expected(
            text: "| u | n |\n|---|---|\n| [Title](https://a.org/x-y) | the note |", title: "Title", note: "the note"),
        Expected(
            text: "First one. We follow [Title](https://a.org/x-y) in this. Last one.", title: "Title",
            note: "We follow Title in this."),
        Expected(
            text: "Текст. См. [статью](https://a.org/x-y) об этом. Ещё.", title: "статью", note: "См. статью об этом."),
        Expected(text: "- [ ] read https://a.org/x-y", title: "X y", note: "read", derived: true),
        Expected(text: "- Martin Fowler: https://a.org/x-y", title: "X y", author: "Martin Fowler", derived: true),
        Expected(text: "- [Title](https://a.org/x-y) by Martin Fowler", title: "Title", author: "Martin Fowler"),
        Expected(
            text: "- [Title](https://a.org/x-y) by Martin Fowler - the note", title: "Title", note: "the note",
            author: "Martin Fowler"),
        Expected(
            text: "- [Евгений Кривошеев — Осознанность](https://a.org/x-y)", title: "Осознанность",
            author: "Евгений Кривошеев"),
        Expected(
            text: "- [Архитектура: почти всё / Филипп Дельгядо](https://a.org/x-y)", title: "Архитектура: почти всё",
            author: "Филипп Дельгядо"),
        Expected(text: "- [\"Tracing\" by Lita Cho](https://a.org/x-y)", title: "Tracing", author: "Lita Cho"),
        Expected(
            text: "- [Event Driven Architecture — 5 Pitfalls](https://a.org/x-y)",
            title: "Event Driven Architecture — 5 Pitfalls"),
        Expected(
            text: "- Martin Kleppmann - \"Data-Intensive Applications\" (Chapters 10-11)",
            title: "Data-Intensive Applications", url: nil, author: "Martin Kleppmann"),
        Expected(text: "- **Release It!** by Michael Nygard", title: "Release It!", url: nil, author: "Michael Nygard"),
        Expected(
            text: "- *Release It!*, Michael Nygard — a classic", title: "Release It!", url: nil, note: "a classic",
            author: "Michael Nygard"),
        Expected(
            text: "- Эрик Эванс «Предметно-ориентированное проектирование»",
            title: "Предметно-ориентированное проектирование", url: nil, author: "Эрик Эванс"),
    ]

    @Test(arguments: single)
    func `reads one link`(expected: Expected) throws {
        let links = entries(.link, expected.text)
        let entry = try #require(links.first)
        #expect(links.count == 1)
        #expect(entry.title == expected.title)
        #expect(entry.titleIsDerived == expected.derived)
        #expect(entry.note == expected.note)
        #expect(entry.link?.url == expected.url)
        #expect(entry.link?.author == expected.author)
    }

    @Test(arguments: [
        ("- [A](https://a.org) / [B](https://b.org) and [C](https://c.org)", ["A", "B", "C"]),
        ("- [A](https://a.org), [B](https://b.org)", ["A", "B"]),
        ("- see https://a.org/one-two, https://b.org/three-four", ["One two", "Three four"]),
        ("- [A](https://a.org) ([source](https://b.org)) - note", ["A", "A (source)"]),
        ("- [A](https://a.org)\n  - [B](https://b.org)\n    - https://c.org/d-e", ["A", "B", "D e"]),
    ])
    func `reads every link of an item`(text: String, titles: [String]) {
        #expect(entries(.link, text).map(\.title) == titles)
    }

    @Test(arguments: [
        "- [a](#anchor)", "- [a](other.md)", "- [a](mailto:a@b.c)", "- me@example.org", "![pic](https://a.org/p.png)",
        "`https://a.org`", "```\nhttps://a.org\n```", "    https://a.org\n", "[a](javascript:x)", "- [[Wiki]]",
        "[![Build](https://img.shields.io/x.svg)](https://travis-ci.org/x)", "<!-- https://a.org -->",
    ])
    func `takes nothing for a link that leads nowhere on the web`(text: String) {
        #expect(entries(.link, text).isEmpty)
    }

    @Test func `gives items of a list their heading item as section`() throws {
        let text = "# Top\n\n## Part\n\n- Videos:\n  - Talks\n    - [A](https://a.org)\n- [B](https://b.org)\n"
        let links = entries(.link, text)
        #expect(links.map(\.section) == [["Top", "Part", "Videos", "Talks"], ["Top", "Part"]])
        #expect(links[0].tags.map(\.name) == ["top", "part", "videos", "talks"])
    }

    @Test(arguments: [
        "https://a.org/x#:~:text=A%20b-,c", "https://ru.wikipedia.org/wiki/Шаблон_проектирования",
        "https://a.org/%D0%9F%d0%b0?utm_source=x&b=%20", "http://a.org/(b)_(c)", "https://пример.рф/путь?ключ=знач",
        "https://a.org/#:~:text=он%20сказал",
    ])
    func `keeps an address byte for byte`(url: String) throws {
        let bare = try #require(entries(.link, "- \(url)\n").first)
        let titled = try #require(entries(.link, "- [T](\(url)) - note\n").first)
        #expect(bare.link?.url == url)
        #expect(titled.link?.url == url)
    }

    @Test func `names the place of a link to the byte`() throws {
        let entry = try #require(entries(.link, "# T\n\n- 🔥 [Заголовок](https://a.org) - note\n").first)
        #expect(entry.source.range.start == SourcePosition(line: 3, column: 8))
        #expect(entry.source.range.end == SourcePosition(line: 3, column: 43))
    }

    @Test func `takes hashtags beside a link for tags`() throws {
        let entry = try #require(entries(.link, "- https://a.org/x-y #Reading #c++ #12\n").first)
        #expect(entry.tags.map(\.name) == ["reading", "c"])
        #expect(entry.note == nil)
    }

    @Test(arguments: [
        ("https://a.org/2020/01/the-way-of-x", "The way of x"), ("https://a.org/p/some-post-1cc9a0bbfc3d", "Some post"),
        ("https://a.org", "a.org"), ("https://www.a.org/", "a.org"), ("https://a.org/docs", "Docs (a.org)"),
        ("https://a.org/a_b_c.html", "A b c"), ("https://a.org/Lightweight+RFC+Process", "Lightweight RFC Process"),
        ("https://a.org/rest-api", "REST API"), ("https://a.org/%D0%A1%D0%B0%D0%B3%D0%B0-%D0%B8", "Сага и"),
        ("https://youtube.com/watch?v=abc", "youtube.com"), ("https://a.org/index.html", "a.org"),
        ("https://a.org/12345", "a.org"),
    ])
    func `makes a title of a bare address`(url: String, title: String) {
        #expect(entries(.link, "- \(url)").map(\.title) == [title])
    }

    @Test(arguments: [
        ("https://youtu.be/x", Medium.video), ("https://www.youtube.com/watch?v=x", .video),
        ("https://github.com/a/b", .repository), ("https://github.com/a", .article),
        ("https://www.rfc-editor.org/rfc/rfc7990.html", .specification), ("https://arxiv.org/abs/1", .paper),
        ("https://a.org/x.pdf", .paper), ("https://docs.a.org/x", .documentation),
        ("https://a.org/docs/x", .documentation),
        ("https://leanpub.com/x", .book), ("https://www.coursera.org/x", .course),
        ("https://a.org/podcast/1", .podcast),
        ("https://habr.com/ru/articles/1/", .article), ("https://a.org", .article),
    ])
    func `tells the medium by host and path`(url: String, medium: Medium) {
        #expect(entries(.link, "- \(url)").compactMap(\.link?.medium) == [medium])
    }

    @Test(arguments: [
        ("- [Паттерн Outbox](https://habr.com/x)", Language.russian), ("- [Saga](https://habr.com/ru/x)", .russian),
        ("- [Saga](https://a.org)", .english), ("- [Архітектура її](https://a.org)", .ukrainian),
        ("- https://blog.byndyu.ru/x-y", .russian),
    ])
    func `tells the language by script and host`(text: String, language: Language) {
        #expect(entries(.link, text).map(\.language) == [language])
    }
}
