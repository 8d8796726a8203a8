import Model
import Site
import Testing

@Suite struct `The site of a book` {
    let site = SiteBuilder(book: SampleBook.book).build()

    @Test func `has a page for every entry, record and source, and the indexes`() {
        let paths = Set(site.files.map(\.path))
        for expected in [
            "index.html", "a-z.html", "style.css", "patterns/index.html", "patterns/saga.html", "links/ddia.html",
            "questions/what-is-cqrs.html", "exercises/build-a-relay.html", "topics/bulkhead.html",
            "decisions/0012-outbox.html", "proposals/rfc-0003-order-events.html", "collections/links.html",
            "collections/patterns.html", "weeks/reviews-week-07.html", "tags/index.html", "tags/kafka.html",
        ] {
            #expect(paths.contains(expected), "\(expected) is missing")
        }
        #expect(site.files.map(\.path) == site.files.map(\.path).sorted())
        #expect(paths.count == site.files.count)
    }

    @Test func `links only to files and ids that are there`() {
        #expect(site.brokenLinks == [])
    }

    @Test func `is well-formed and gives every id once`() {
        for (path, page) in site.pages {
            #expect(page.faults == [], "\(path)")
            #expect(Set(page.ids).count == page.ids.count, "\(path) gives an id twice")
        }
    }

    @Test func `loads nothing but its own style and script`() {
        for (path, page) in site.pages {
            #expect(!page.tags.contains { ["img", "iframe", "base", "form"].contains($0.name) }, "\(path)")
            let scripts = page.tags.filter { $0.name == "script" }.map { $0.attributes["src"] }
            #expect(scripts == [String(repeating: "../", count: path.split(separator: "/").count - 1) + "page.js"])
            let styles = page.tags.filter { $0.name == "link" }.compactMap {
                $0.attributes["href"]?.split(separator: "/").last
            }
            #expect(
                styles
                    == (page.tags.contains { $0.name == "svg" }
                        ? ["drawing.css"] : []) + ["style.css"])
            let policy = page.tags.first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
            let sources = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
            #expect(policy?.attributes["content"]?.hasPrefix(sources) == true)
            #expect(!page.tags.contains { $0.attributes["style"] != nil }, "\(path) has an inline style")
        }
    }

    @Test func `is the same bytes for the same book, on one processor and on all`() async {
        #expect(SiteBuilder(book: SampleBook.book).build() == site)
        #expect(await SiteBuilder(book: SampleBook.book).buildInParallel() == site)
    }

    @Test func `says first that a decision is superseded, with the way to its successor`() throws {
        let text = site.text("decisions/0007-publish-after-commit.html")
        let banner = try #require(text.firstRange(of: "class=\"banner\""))
        let block = try #require(text.firstRange(of: "class=\"block\""))
        #expect(banner.lowerBound < block.lowerBound)
        #expect(text.contains("<a href=\"0012-outbox.html\">ADR 12 Publish order events"))
        #expect(text.contains("<span class=\"state past\">Superseded</span>"))
    }

    @Test func `does not say again what the title block of a decision says`() {
        let text = site.text("decisions/0012-outbox.html")
        #expect(!text.contains("Date: 2026-01-12"))
        #expect(!text.contains("id=\"status\""))
        #expect(text.contains("id=\"context\""))
    }

    @Test func `keeps a status that says more than the title block`() {
        var book = SampleBook.book
        book.entries[1].body = "Date: 2025-11-04\n\n## Status\n\nAccepted, for a year.\n"
        let text = SiteBuilder(book: book).build().text("decisions/0009-idempotent-consumers.html")
        #expect(text.contains("Date: 2025-11-04"))
        #expect(text.contains("Accepted, for a year."))
    }

    @Test func `folds the answers of questions away`() throws {
        let text = site.text("questions/week-7-order-saga.html")
        let answer = try #require(text.firstRange(of: "<summary>Show the model answer</summary>"))
        let steps = try #require(text.firstRange(of: "<strong>Steps:</strong>"))
        #expect(answer.upperBound < steps.lowerBound)
    }

    @Test func `tells the beginning of no answer in a list`() throws {
        var book = SampleBook.book
        let index = try #require(book.entries.firstIndex { $0.id.rawValue == "what-is-cqrs" })
        book.entries[index].note = "the answer begins so"
        let site = SiteBuilder(book: book).build()
        for file in site.files { #expect(!file.bytes.text.contains("the answer begins so"), "\(file.path)") }
    }

    @Test func `shows a note of one pattern as that pattern's page alone`() {
        var book = SampleBook.book
        let source = SampleBook.source("knowledge/patterns/bulkhead.md", 1)
        var entry = Entry(
            id: EntryID("bulkhead-note"), title: "Bulkhead note", language: .english, source: source,
            content: .pattern(Pattern()))
        entry.body = "## Forces\n\nOne slow dependency.\n"
        book.entries.append(entry)
        book.documents.append(
            Document(
                path: source.path, title: "Bulkhead note", shape: .patternNotes, language: .english,
                coverage: Coverage()))
        book.passages[0].text = "See [forces](patterns/bulkhead.md#forces)."
        let site = SiteBuilder(book: book).build()
        #expect(!site.files.contains { $0.path == "collections/patterns-bulkhead.html" })
        #expect(site.text("collections/links.html").contains("href=\"../patterns/bulkhead-note.html#forces\""))
        #expect(site.brokenLinks == [])
    }

    @Test func `lists what cites a page, from entries and from prose`() {
        #expect(site.text("decisions/0012-outbox.html").contains("../patterns/saga.html\"><span>Saga</span>"))
        #expect(site.text("collections/patterns.html").contains("Reading list</span></a></li>"))
    }

    @Test func `marks every passage in another language`() {
        #expect(site.text("patterns/cqrs.html").contains("<div class=\"text\" lang=\"ru\">"))
        #expect(site.text("a-z.html").contains("<span lang=\"ru\">Что такое CQRS?</span>"))
    }

    @Test func `reports the links that lead nowhere and shows them as text`() {
        #expect(site.findings.map(\.rule.rawValue) == ["site.image-not-shown", "site.link-without-page"])
        #expect(site.text("patterns/saga.html").contains("and a page that is gone.</p>"))
    }

    @Test func `draws a C4 block, framed`() {
        let text = site.text("decisions/0012-outbox.html")
        #expect(text.contains("<figure class=\"drawing\">\n<div class=\"sheet "))
        #expect(text.contains("<span>Order events after this decision</span>"))
    }

    @Test func `stands even for an empty book`() {
        let empty = SiteBuilder(book: Book(title: "Nothing yet")).build()
        let pages = empty.files.map(\.path).filter { $0.hasSuffix(".html") }
        #expect(pages == ["404.html", "a-z.html", "health.html", "index.html"])
        #expect(empty.brokenLinks == [])
    }
}
