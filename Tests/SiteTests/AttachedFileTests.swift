import Model
import Testing

@testable import Site

@Suite struct `Files beside the notes` {
    /// A PNG of 640 by 480 pixels, as far as its head.
    private static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 2, 0x80, 0, 0, 1, 0xE0]

    private static func site(_ body: String, _ files: [String: [UInt8]]) -> BuiltSite {
        var book = SampleBook.book
        book.entries[2].body = body
        var options = SiteOptions()
        options.files = { files[$0] }
        return SiteBuilder(book: book, options: options).build()
    }

    @Test func `are copied, and images keep their room`() {
        let site = Self.site(
            "![A relay](images/relay%20one.PNG) and [the figures](../knowledge/figures.csv)",
            ["adr/images/relay one.PNG": Self.png, "knowledge/figures.csv": Array("a,b".utf8)])
        let text = site.text("decisions/0012-outbox.html")
        #expect(
            text.contains(
                "<img src=\"../files/adr-images-relay-one.png\" alt=\"A relay\" width=\"640\" height=\"480\" loading=\"lazy\">"
            ))
        #expect(text.contains("<a href=\"../files/knowledge-figures.csv\">the figures</a>"))
        #expect(site.files.contains { $0.path == "files/adr-images-relay-one.png" && $0.bytes == Self.png })
        #expect(site.brokenLinks == [])
        #expect(site.findings.allSatisfy { !$0.path.contains("0012") })
    }

    @Test func `that are not there are told, and described`() {
        let site = Self.site("![A relay](images/relay.png)", [:])
        #expect(site.text("decisions/0012-outbox.html").contains("<span class=\"image\">A relay</span>"))
        #expect(site.findings.contains { $0.rule == "site.image-not-shown" })
    }

    @Test(arguments: [
        "<svg><script>1</script></svg>", "<svg onload=\"x()\"/>", "<svg\nonLoad = 'x()'/>", "<svg/onload=x()>",
        "<svg><a href=\"javascript:x()\"/></svg>", "<svg><a href=\"&#106;avascript:x()\"/></svg>",
        "<svg><foreignObject/></svg>", "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>", "<svg>\u{0}</svg>",
        "<svg><x:script xmlns:x='http://www.w3.org/1999/xhtml'>1</x:script></svg>",
        "<svg><style>@import '//evil.example/x'</style></svg>",
        "<svg><style>*{fill:url(//evil.example/x)}</style></svg>",
        "<svg><image href='//evil.example/x.png'/></svg>",
        "<svg><use xlink:href = \"https://evil.example/x#a\"/></svg>",
        "<?xml-stylesheet href='//evil.example/x'?><svg/>", "<svg><style>*{fill:u\\72l(//evil.example)}</style></svg>",
    ])
    func `that could run a program are left out`(drawing: String) {
        let site = Self.site("![A relay](relay.svg)", ["adr/relay.svg": Array(drawing.utf8)])
        #expect(!site.files.contains { $0.path.hasPrefix("files/") })
        #expect(site.findings.contains { $0.rule == "site.unsafe-address" })
    }

    @Test(arguments: [
        "<title>On and on = 1</title><path d=\"M0 0\"/>", "<use href='#a'/>", "<a href='https://example.org'>x</a>",
        "<rect fill='url(#b)' font-size='3'/>", "<image href='data:image/png;base64,AA=='/>",
    ])
    func `may be drawings`(content: String) {
        let drawing = Array("<svg viewBox=\"0 0 1 1\">\(content)</svg>".utf8)
        #expect(Self.site("![A](a.svg)", ["adr/a.svg": drawing]).files.contains { $0.path == "files/adr-a.svg" })
    }

    @Test(arguments: ["page.html", "page.htm", "script.js", "noextension", ".env", "a.xml", "../../../etc/passwd.txt"])
    func `of other kinds and from elsewhere are never published`(path: String) {
        let site = Self.site("[x](\(path)) ![y](\(path))", ["adr/\(path)": [1], "etc/passwd.txt": [1]])
        #expect(!site.files.contains { $0.path.hasPrefix("files/") })
    }
}

@Suite struct `What the history tells` {
    private static let site: BuiltSite = {
        var options = SiteOptions()
        options.history = FileHistory(
            days: ["adr/0012-outbox.md": Day(year: 2026, month: 2, day: 3)].compactMapValues { $0 },
            formerPaths: [
                "adr/0011-outbox.md": "adr/0012-outbox.md", "knowledge/old/links.md": "knowledge/links.md",
                "gone.md": "also-gone.md",
            ])
        return SiteBuilder(book: SampleBook.book, options: options).build()
    }()

    @Test func `stands beside the page`() {
        #expect(Self.site.text("decisions/0012-outbox.html").contains("<li>Changed 3 Feb 2026</li>"))
        #expect(!Self.site.text("decisions/0009-idempotent-consumers.html").contains("Changed"))
    }

    @Test func `leads from former addresses to present ones`() {
        let moved = Self.site.text("decisions/0011-outbox.html")
        #expect(moved.contains("<meta http-equiv=\"refresh\" content=\"0; url=0012-outbox.html\">"))
        #expect(moved.contains("<a href=\"0012-outbox.html\">Publish order events"))
        #expect(Self.site.text("collections/old-links.html").contains("url=links.html"))
        #expect(Self.site.brokenLinks == [])
    }
}
