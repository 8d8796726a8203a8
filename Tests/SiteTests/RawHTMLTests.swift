import FoundationEssentials
import Model
import TestSupport
import Testing

@testable import Site

@Suite struct `Raw HTML in a source` {
    private static let plan = SitePlan(SampleBook.book)

    private func rendered(_ markdown: String) -> HTMLRenderer {
        var reader = PageTextReader()
        let text = reader.read(markdown, source: SampleBook.source("knowledge/patterns.md", 1), language: .english)
        var renderer = HTMLRenderer(text, on: "patterns/saga.html", of: Self.plan)
        renderer.render()
        return renderer
    }

    private func html(_ markdown: String) -> String { rendered(markdown).html.text }

    @Test(arguments: [
        ("Press <kbd>Ctrl</kbd>, H<sub>2</sub>O", "<p>Press <kbd>Ctrl</kbd>, H<sub>2</sub>O</p>\n"),
        ("a<br/>b<BR>c", "<p>a<br>b<br>c</p>\n"),
        ("<abbr title='One & only'>x</abbr>", "<p><abbr title=\"One &amp; only\">x</abbr></p>\n"),
        ("<span lang=\"ru\" dir=LTR>сага</span>", "<p><span dir=\"ltr\" lang=\"ru\">сага</span></p>\n"),
        ("<p>Kept &amp; safe &rarr; &#8594; &nope;</p>", "<p>Kept &amp; safe → → &amp;nope;</p>\n"),
        ("<ol start=3><li>a<li>b</ol>", "<ol start=\"3\"><li>a</li><li>b</li></ol>\n"),
        ("| a |\n|---|\n| <ul><li>x</li></ul> |", "<ul><li>x</li></ul>\n"),
    ])
    func `keeps the elements of the list`(markdown: String, expected: String) {
        #expect(html(markdown).contains(expected))
    }

    @Test(arguments: [
        ("before <b onclick=\"x()\" id=a class=b style=c>bold</b> after", "<p>before <b>bold</b> after</p>\n"),
        ("a <font color=red>b</font> <blink>c</blink>", "<p>a b c</p>\n"),
        ("<center>\nmiddle\n</center>", "<p>\nmiddle\n </p>\n"),
        ("<!-- a comment -->", ""),
        ("before <!-- between --> after", "<p>before  after</p>\n"),
        ("<span lang='\"><b>' dir=up>x</span>", "<p><span>x</span></p>\n"),
        ("<td colspan=2>alone</td>", "<p>alone</p>\n"),
    ])
    func `leaves out every other tag and attribute, and keeps the text`(markdown: String, expected: String) {
        #expect(html(markdown) == expected)
    }

    @Test(arguments: [
        ("<style>p { color: red }</style>\n", ""),
        ("<svg onload=alert(1)>", ""),
        ("<div><script>alert('<b>')</script>kept</div>", "<div> kept</div>\n"),
        ("one <script>alert(1)</script> two", "<p>one  two</p>\n"),
        ("one <iframe src=x>*no*</iframe> two <script>three", "<p>one  two three</p>\n"),
    ])
    func `leaves out programs, styles and drawings with all that they hold`(markdown: String, expected: String) {
        #expect(html(markdown) == expected)
    }

    @Test(arguments: [
        ("a <b>b *c</b> d*", "<p>a <b>b <em>c d</em></b></p>\n"),
        ("a </b> c <i>d", "<p>a  c <i>d</i></p>\n"),
        ("<b>one\n\ntwo</b>", "<p><b>one</b></p>\n<p>two</p>\n"),
        ("> <div>\ntwo\n\n</div>", "<blockquote>\n<div></div>\n</blockquote>\n<p>two</p>\n"),
        ("<p>one<div>two</p></div>", "<p>one</p>\n<div>two</div>\n"),
        (
            "<table>x<tr>y</table>",
            "<div class=\"table\" role=\"region\" aria-label=\"HTML table 1\" tabindex=\"0\">"
                + "<table><tr><td>x</td></tr><tr><td>y</td></tr></table></div>\n"
        ),
    ])
    func `closes what is left open, and drops what closes nothing`(markdown: String, expected: String) {
        #expect(html(markdown) == expected)
    }

    @Test func `folds Markdown away`() {
        let text = html("<details open><summary>More <b>here</b></summary>\n\n- *one*\n\n</details>\n\nafter")
        #expect(
            text == """
                <details open=""><summary>More <b>here</b></summary><ul>
                <li><em>one</em></li>
                </ul>
                </details>
                <p>after</p>

                """)
    }

    @Test(arguments: ["<details>\n\nx\n\n</details>", "<details><summary></summary>\n\nx\n\n</details>"])
    func `gives what is folded a summary`(markdown: String) {
        #expect(html(markdown).contains("<summary>Details</summary>"))
    }

    @Test func `leads links and images the way of Markdown's own`() {
        #expect(
            html("<a href='../adr/0012-outbox.md' title=x>a <a href=y>b</a></a>")
                == "<p><a href=\"../decisions/0012-outbox.html\" title=\"x\">a b</a></p>\n")
        #expect(
            html("<img src=https://example.org/a.png alt='A view'>")
                == "<p><a href=\"https://example.org/a.png\">A view</a></p>\n")
        #expect(html("<a name=here></a>text") == "<p>text</p>\n")
        #expect(html("<a href=https://example.org></a>text") == "<p>text</p>\n")
        #expect(html("<a href=https://example.org>[b](https://example.org) c").contains("\">b c</a></p>"))
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)", "javascript&colon;alert(1)",
        "java&Tab;script:alert(1)", "data:text/html,x", "vbscript:x", " javascript:alert(1)",
    ])
    func `takes the address from a link that could run a program`(destination: String) {
        let renderer = rendered("<a href=\"\(destination)\">press</a> <img alt=view src=\"\(destination)\">")
        #expect(!renderer.html.text.contains("href") && !renderer.html.text.contains("<img"))
        #expect(renderer.findings.map(\.rule.rawValue) == ["site.unsafe-address", "site.unsafe-address"])
    }

    @Test func `keeps room for an image of which one side is told`() {
        // A GIF of 400 by 100.
        let size = ImageSize(Array("GIF89a".utf8) + [0x90, 0x01, 100, 0])
        var image = ImageText(destination: "a.png", description: "")
        #expect(image.size(of: size).text == " width=\"400\" height=\"100\"")
        image.width = 200
        #expect(image.size(of: size).text == " width=\"200\" height=\"50\"")
    }

    @Test(arguments: 0..<60)
    func `is well-formed whatever tags come in whatever order`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let markdown = [
            "- ", "> ", "\n\n", "*", "**", "[^1]", "\n\n[^1]: x\n\n", "| a |\n|---|\n| ", "text", " ", "`",
            "\n\n# h\n\n",
        ]
        let names = RawElement.allCases.map(\.rawValue) + Array(RawHTMLScanner.withoutText) + ["font", "x-y"]
        for _ in 0..<40 {
            let soup = (0..<60).map { _ -> String in
                let name = names.randomElement(using: &random) ?? "b"
                return switch Int.random(in: 0..<8, using: &random) {
                case 0...2: "<\(name)>"
                case 3...4: "</\(name)>"
                case 5: "<\(name) href=https://example.org/ lang=ru open>"
                default: markdown.randomElement(using: &random) ?? ""
                }
            }.joined()
            let page = HTMLPage(Array(html(soup).utf8))
            #expect(page.faults == [], "\(soup)")
        }
    }

    @Test func `keeps what the documentation tells`() throws {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let page = try #require(FileManager.default.contents(atPath: "/\(root)/docs/site.md"))
        let text = String(decoding: page, as: UTF8.self)
        let section = try #require(text.components(separatedBy: "### Raw HTML\n").last)
        func names(inRow title: String) -> Set<String> {
            let row = section.split(separator: "\n").first { $0.hasPrefix("| \(title) |") } ?? ""
            return Set(row.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) })
        }
        #expect(names(inRow: "elements") == Set(RawElement.allCases.map(\.rawValue)))
        #expect(names(inRow: "of every element") == Set(RawAttribute.common.map(\.rawValue)))
        #expect(names(inRow: "lost whole") == RawHTMLScanner.withoutText)
        for element in RawElement.allCases where !element.ownAttributes.isEmpty {
            #expect(
                names(inRow: "of `\(element.rawValue)`").subtracting([element.rawValue])
                    == Set(element.ownAttributes.map(\.rawValue)))
        }
    }

    @Test(arguments: ["<div>", "<b>", "<script ", "<a \"", "<!--", "&x;", "</ul", "<table>", "x <script>"])
    func `takes time in proportion to its length`(piece: String) {
        let long = html(String(repeating: piece, count: 100_000))
        #expect(HTMLPage(Array(long.utf8)).faults == [])
    }
}
