import Model
import Testing

@testable import Site

@Suite struct `A text as HTML` {
    /// The HTML of a text that stands in `knowledge/patterns.md` of the sample book.
    private func html(_ markdown: String) -> String { rendered(markdown).html.text }

    private func rendered(_ markdown: String) -> HTMLRenderer {
        var reader = PageTextReader()
        let text = reader.read(markdown, source: SampleBook.source("knowledge/patterns.md", 1), language: .english)
        let plan = SitePlan(SampleBook.book)
        var renderer = HTMLRenderer(text, on: "patterns/saga.html", of: plan)
        renderer.render()
        return renderer
    }

    @Test(arguments: [
        (
            "Plain *em* **strong** ~~gone~~ `a < b`.",
            "<p>Plain <em>em</em> <strong>strong</strong> <del>gone</del> <code>a &lt; b</code>.</p>\n"
        ),
        ("one\ntwo  \nthree", "<p>one\ntwo<br>\nthree</p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("3. a\n\n4. b", "<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>\n"),
        ("> quoted", "<blockquote>\n<p>quoted</p>\n</blockquote>\n"),
        (
            "```swift\nlet a = \"<b>\"\n```",
            "<pre tabindex=\"0\"><code class=\"language-swift\"><span class=\"k\">let</span> a = <span class=\"s\">&quot;&lt;b&gt;&quot;</span>\n</code></pre>\n"
        ),
        ("    indented", "<pre tabindex=\"0\"><code>indented\n</code></pre>\n"),
        ("---", "<hr>\n"),
        ("![A view](https://example.org/a.png)", "<p><a href=\"https://example.org/a.png\">A view</a></p>\n"),
        (
            "[![Badge](b.svg)](https://example.org)",
            "<p><a href=\"https://example.org\"><span class=\"image\">Badge</span></a></p>\n"
        ),
    ])
    func `follows its Markdown`(markdown: String, expected: String) {
        #expect(html(markdown) == expected)
    }

    @Test func `gives headings levels without gaps, unique ids and a link to themselves`() {
        let text = html("#### Шаг 1\n\n###### Deep\n\n#### Шаг 1")
        #expect(
            text == """
                <h2 id="шаг-1" lang="ru">Шаг 1 <a class="anchor" href="#шаг-1" aria-label="Link to this section" lang="en">#</a></h2>
                <h3 id="deep">Deep <a class="anchor" href="#deep" aria-label="Link to this section">#</a></h3>
                <h2 id="шаг-1-1" lang="ru">Шаг 1 <a class="anchor" href="#шаг-1-1" aria-label="Link to this section" lang="en">#</a></h2>

                """)
    }

    @Test(arguments: [
        ("Сага разбивает операцию.", "<p lang=\"ru\">"), ("- Сага\n- Saga", "<li lang=\"ru\">Сага</li>\n<li>Saga</li>"),
        ("See [сага и шаги](https://example.org).", "<p>See <a href=\"https://example.org\" lang=\"ru\">"),
        ("A saga (сага) splits it.", "<p>A saga (сага) splits it.</p>"),
    ])
    func `tells the language of a part that is in another one`(markdown: String, expected: String) {
        #expect(html(markdown).contains(expected))
    }

    @Test func `sets tables in a region that can be scrolled with keys`() {
        let text = html("| a | b |\n|---|--:|\n| 1 | 2 |\n| 3 | 4 |")
        #expect(
            text == """
                <div class="table" role="region" aria-label="Table 1" tabindex="0"><table>
                <thead><tr><th scope="col">a</th><th scope="col" class="right">b</th></tr></thead>
                <tbody>
                <tr><td>1</td><td class="right">2</td></tr>
                <tr><td>3</td><td class="right">4</td></tr>
                </tbody></table></div>

                """)
    }

    @Test func `says the state of a task in words`() {
        #expect(html("- [x] ship").contains("<span class=\"unseen\" lang=\"en\">done:</span> ship"))
        #expect(html("- [ ] ship").contains("<span class=\"unseen\" lang=\"en\">to do:</span> ship"))
    }

    @Test func `leads from a footnote's number to the note and back`() {
        let page = HTMLPage(Array(html("Once[^a] and again[^a].\n\n[^a]: The *note*.").utf8))
        #expect(page.faults == [])
        #expect(page.ids == ["note.1.1.from", "note.1.1"])
        #expect(page.addresses == ["#note.1.1", "#note.1.1", "#note.1.1.from"])
    }

    @Test func `leads nowhere from a footnote's number within a link`() {
        let page = HTMLPage(Array(html("[Once[^a]](https://example.org)\n\n[^a]: The note.").utf8))
        #expect(page.faults == [])
        #expect(page.addresses == ["https://example.org", "#note.1.1.from"])
    }

    @Test(arguments: [
        ("javascript:alert(1)"), ("JaVaScRiPt:alert(1)"), ("&#106;avascript:alert(1)"), ("java&#10;script:alert(1)"),
        ("data:text/html,alert(1)"), ("vbscript:x"), ("&#x01;javascript:alert(1)"),
        ("file:///etc/passwd"), ("java&Tab;script:alert(1)"),
    ])
    func `takes the address from a link that could run a program`(destination: String) {
        let renderer = rendered("[press](<\(destination)>)")
        #expect(renderer.html.text == "<p>press</p>\n")
        #expect(renderer.findings.map(\.rule.rawValue) == ["site.unsafe-address"])
    }

    @Test(arguments: [
        ("https://example.org/a?b=1&c=%D0%B0#:~:text=x", "https://example.org/a?b=1&amp;c=%D0%B0#:~:text=x"),
        ("mailto:team@example.org", "mailto:team@example.org"),
        ("//example.org/a", "https://example.org/a"),
        ("https://ru.example.org/сага", "https://ru.example.org/сага"),
        ("<https://example.org/a b>", "https://example.org/a%20b"),
        ("../adr/0012-outbox.md", "../decisions/0012-outbox.html"),
        ("../adr/0012-outbox.md#what-it-costs", "../decisions/0012-outbox.html#what-it-costs"),
        ("/adr/0009-idempotent-consumers.md", "../decisions/0009-idempotent-consumers.html"),
        ("links.md", "../collections/links.html"),
        ("links#talks", "../collections/links.html#talks"),
        ("./patterns.md#cqrs", "cqrs.html"),
        ("#retry-pattern", "retry.html"),
        ("#orchestration", "#orchestration"),
        ("reviews/week-07.md", "../weeks/reviews-week-07.html"),
    ])
    func `leads a link to its page`(destination: String, expected: String) {
        #expect(html("[x](\(destination))") == "<p><a href=\"\(expected)\">x</a></p>\n")
    }

    @Test(arguments: ["gone.md", "../../outside.md", "", "C:\\notes.md", "/\\example.org", "?q=1"])
    func `shows a link to no page as text and reports it`(destination: String) {
        let renderer = rendered("[x](<\(destination)>)")
        #expect(renderer.html.text == "<p>x</p>\n")
        #expect(renderer.findings.map(\.rule.rawValue) == ["site.link-without-page"])
    }

    @Test func `leads a link to a missing section to the top of its page and reports it`() {
        let renderer = rendered("[x](../adr/0012-outbox.md#nowhere)")
        #expect(renderer.html.text.contains("href=\"../decisions/0012-outbox.html\""))
        #expect(renderer.findings.map(\.rule.rawValue) == ["site.link-without-section"])
    }

    @Test func `survives the deepest nesting`() {
        let page = HTMLPage(Array(html(String(repeating: "> ", count: 5000) + "deep").utf8))
        #expect(page.faults == [])
    }
}
