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

    @Test func `loads nothing but its own style and allows nothing else`() {
        for (path, page) in site.pages {
            #expect(!page.tags.contains { ["script", "img", "iframe", "base", "form"].contains($0.name) }, "\(path)")
            #expect(page.tags.filter { $0.name == "link" }.count == 1)
            let policy = page.tags.first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
            #expect(policy?.attributes["content"]?.hasPrefix("default-src 'none'; style-src 'self'") == true)
            #expect(!page.tags.contains { $0.attributes["style"] != nil }, "\(path) has an inline style")
        }
    }

    @Test func `is the same bytes for the same book`() {
        #expect(SiteBuilder(book: SampleBook.book).build() == site)
    }

    @Test func `says first that a decision is superseded, with the way to its successor`() throws {
        let text = site.text("decisions/0007-publish-after-commit.html")
        let banner = try #require(text.firstRange(of: "class=\"banner\""))
        let block = try #require(text.firstRange(of: "class=\"block\""))
        #expect(banner.lowerBound < block.lowerBound)
        #expect(text.contains("<a href=\"0012-outbox.html\">ADR 12 Publish order events"))
        #expect(text.contains("<span class=\"state past\">Superseded</span>"))
    }

    @Test func `folds the answers of questions away`() throws {
        let text = site.text("questions/week-7-order-saga.html")
        let answer = try #require(text.firstRange(of: "<summary>Show the model answer</summary>"))
        let steps = try #require(text.firstRange(of: "<strong>Steps:</strong>"))
        #expect(answer.upperBound < steps.lowerBound)
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

    @Test func `shows a C4 block as its text, framed`() {
        let text = site.text("decisions/0012-outbox.html")
        #expect(text.contains("<figure class=\"drawing\">\n<pre tabindex=\"0\"><code class=\"language-c4\">orders ="))
        #expect(text.contains("<b>C4</b> <span>Order events after this decision</span>"))
    }

    @Test func `stands even for an empty book`() {
        let empty = SiteBuilder(book: Book(title: "Nothing yet")).build()
        #expect(empty.files.map(\.path) == ["a-z.html", "index.html", "style.css"])
        #expect(empty.brokenLinks == [])
    }
}
