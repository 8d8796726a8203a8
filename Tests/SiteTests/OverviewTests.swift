import LinkHealth
import Model
import Site
import Testing

@Suite struct `The overviews of a site` {
    let site: BuiltSite

    init() {
        var options = SiteOptions()
        options.address = "https://example.org/book"
        options.repository = "https://example.org/edit/main"
        options.health = {
            [Finding(rule: "some.rule", severity: .warning, path: "knowledge/links.md", message: "odd <b>")]
        }
        site = SiteBuilder(book: SampleBook.book, options: options).build()
    }

    @Test func `tell what was in force on each day`() throws {
        let text = site.text("timeline.html")
        let days = text.split(separator: "<details class=\"day\">").dropFirst().map(String.init)
        let last = try #require(days.first)
        #expect(last.contains("12 Jan 2026"))
        #expect(last.contains("Publish order events"))
        #expect(!last.contains("Publish after commit"))
        #expect(try #require(days.last).contains("Publish after commit"))
    }

    @Test func `draw which decision replaced which, with links to both`() throws {
        let text = site.text("timeline.html")
        let drawing = try #require(text.split(separator: "id=\"successions\"").last?.split(separator: "</svg>").first)
        for page in ["decisions/0007-publish-after-commit.html", "decisions/0012-outbox.html"] {
            #expect(drawing.contains("<a href=\"\(page)\""))
        }
        #expect(!drawing.contains("0009-idempotent"))
        #expect(drawing.contains(">replaced</"))
        #expect(drawing.contains("role=\"document\""))
        #expect(site.pages["timeline.html"]?.faults == [])
    }

    @Test func `show findings escaped, with the way to their source`() {
        let text = site.text("health.html")
        #expect(text.contains("odd &lt;b&gt;"))
        #expect(text.contains("<a href=\"collections/links.html\">"))
    }

    @Test func `tell which links are not well, and how many were not checked`() throws {
        let all = SampleBook.book.entries.compactMap(\.link?.url)
        let (gone, well) = (try #require(all.first), try #require(all.last))
        try #require(Set([gone, well]).count == 2 && Set(all).count == all.count)
        var options = SiteOptions()
        var day = try #require(Day(iso: "2026-01-02"))
        for days in [0, 4, 4] {
            day = day.adding(days: days)
            let known = options.links[gone]
            options.links[gone] = LinkRecord(LinkSighting(url: gone, answer: .gone), on: day, after: known)
        }
        options.links[well] = LinkRecord(LinkSighting(url: well, answer: .reached), on: day, after: nil)
        let text = SiteBuilder(book: SampleBook.book, options: options).build().text("health.html")
        let rest = all.count > 2 ? ", \(all.count - 2) not checked yet" : ""
        #expect(text.contains("<p>1 ok, 1 dead\(rest).</p>"))
        #expect(text.contains("<p>Gone since 2 Jan 2026.</p>"))
        #expect(site.text("health.html").contains("not checked yet; archbook links check does it."))
    }

    @Test func `fold every answer of the review away`() throws {
        let text = site.text("practise.html")
        #expect(text.contains("<details class=\"question\"><summary>"))
        #expect(site.pages["practise.html"]?.faults == [])
    }

    @Test func `lead to the neighbours and to the source`() {
        let text = site.text("decisions/0012-outbox.html")
        #expect(text.contains("<li class=\"next\"><span>Next</span> <a href=\"0009-idempotent-consumers.html\">"))
        #expect(text.contains("<a href=\"https://example.org/edit/main/adr/0012-outbox.md\">Edit</a>"))
        #expect(text.contains("<h2 id=\"page.cites\">Cites</h2>"))
    }

    @Test func `are told to other programs`() throws {
        let catalog = try #require(JSONValue(parsing: Array(site.text("catalog.json").utf8)).object)
        #expect(catalog["items"]?.array?.count == SampleBook.book.entries.count)
        #expect(site.text("llms.txt").hasPrefix("# Archbook\n"))
        #expect(site.text("feed.xml").contains("<id>https://example.org/book/decisions/0012-outbox.html</id>"))
        #expect(try JSONValue(parsing: Array(site.text("feed.json").utf8)).object?["items"] != nil)
        #expect(site.text("sitemap.xml").contains("<loc>https://example.org/book/patterns/saga.html</loc>"))
        #expect(site.text("404.html").contains("<base href=\"https://example.org/book/\">"))
    }
}
