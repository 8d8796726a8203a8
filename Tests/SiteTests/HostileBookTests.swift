import Model
import Testing

@testable import Site

/// Strings that have broken pages elsewhere.
let attacks = [
    "<script>alert(1)</script>", "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)", "' onfocus='alert(1)' autofocus='", "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>", "javascript:alert(1)", "JAVASCRIPT:alert(1)", "java\nscript:alert(1)",
    "java\tscript:alert(1)", "\u{1}javascript:alert(1)", "data:text/html;base64,PHNjcmlwdD4=", "vbscript:msgbox(1)",
    "{{{main}}}", "{{#rooms}}x{{/rooms}}", "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;",
    "<svg/onload=alert(1)>", "<iframe srcdoc='<script>alert(1)</script>'>", "<a href=javascript:alert(1)>x</a>",
    "<base href=//evil.example>", "<meta http-equiv=refresh content=0>",
    "<link rel=stylesheet href=//evil.example>", "<form action=//evil.example>",
    "<style>@import '//evil.example'</style>", "]]><script>", "--><script>alert(1)</script>", "<!--",
    "<![CDATA[<script>", "../../../etc/passwd", "..\\..\\x", "/etc/passwd", "con", "nul.html", "a\u{0}b",
    "\u{202E}txt.exe", "\u{7F}\u{85}\u{9C}", "//evil.example/x", "\\\\evil.example\\x", "`<b>`",
    "[x](javascript:alert(1))", "![x](javascript:alert(1))", "<javascript:alert(1)>",
    "<details open ontoggle=alert(1)><summary onclick=alert(1)>x",
    "<a href=\"java&#115;cript:alert(1)\" id=page.text>x</a>",
    "<img src=x.png onerror=alert(1) style=x srcset=//evil.example/x>", "<table><script>alert(1)</script><td>x</table>",
    "<p title='\" onclick=alert(1) x=\"'>x", "</div></main></body><b>x", "<ul><li><div></li></ul></p>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>", "<a href=x style=x>a<a href=y onclick=alert(1)>b",
    "[x]: javascript:alert(1)\n\n[x]", "\"><a name=\"page.text\">", "%22%3E%3Cscript%3E", "𝕁avascript:x",
]

@Suite struct `A hostile book` {
    /// Every attack stands in every place where a string can stand.
    static let site = SiteBuilder(book: hostileBook, options: options).build()
    /// The feeds are made too.
    private static var options: SiteOptions {
        var options = SiteOptions()
        options.address = "https://example.org/book"
        return options
    }

    var site: BuiltSite { Self.site }

    @Test func `makes no element that the pages do not use themselves`() {
        let sound = SiteBuilder(book: SampleBook.book, options: Self.options).build()
        let listed = Set(RawElement.allCases.map(\.rawValue))
        let known = Set(sound.pages.values.flatMap { $0.tags.map(\.name) }).union(listed)
        for (path, page) in site.pages {
            #expect(Set(page.tags.map(\.name)).subtracting(known) == [], "\(path)")
        }
    }

    @Test func `makes no attribute that runs a program or sets a style`() {
        for (path, page) in site.pages {
            for tag in page.tags {
                let names = tag.attributes.keys.filter { $0.hasPrefix("on") || $0 == "style" || $0 == "srcdoc" }
                #expect(names == [], "\(path)")
            }
        }
    }

    @Test func `leads to no address that runs a program`() {
        let dangerous = ["javascript:", "data:", "vbscript:", "file:"]
        for (path, page) in site.pages {
            for address in page.addresses {
                let plain = address.lowercased().utf8.filter { $0 > 0x20 }.text
                #expect(!dangerous.contains { plain.hasPrefix($0) }, "\(path): \(address)")
            }
        }
    }

    @Test func `leaves every page well-formed, and every link whole`() {
        for (path, page) in site.pages {
            #expect(page.faults == [], "\(path)")
            #expect(Set(page.ids).count == page.ids.count, "\(path) gives an id twice")
        }
        #expect(site.brokenLinks == [])
    }

    @Test func `writes no file outside its folder, and none twice`() {
        for file in site.files {
            #expect(!file.path.hasPrefix("/") && !file.path.contains("..") && !file.path.contains("\\"), "\(file.path)")
            #expect(!file.path.utf8.contains { $0 < 0x20 || $0 == 0x7F }, "\(file.path)")
        }
        #expect(Set(site.files.map { $0.path.lowercased() }).count == site.files.count)
    }

    @Test func `puts no control character into a page`() {
        // In the index and the catalog JSON's own escapes do that.
        for file in site.files where !file.path.hasSuffix(".js") && !file.path.hasSuffix(".json") {
            #expect(!file.bytes.contains { $0 < 0x20 && $0 != .lineFeed && $0 != .tab || $0 == 0x7F }, "\(file.path)")
        }
    }
}

let hostileBook: Book = {
    var book = Book(title: attacks[1])
    for (number, attack) in attacks.enumerated() {
        let source = SampleBook.source("knowledge/\(attack)", number + 1)
        let record = Record(
            stem: attack, number: nil, status: .unknown, statusText: attack, date: nil, deciders: [attack],
            relations: [RecordRelation(kind: .other, verb: attack, target: attack, targetText: attack)],
            dialect: .nygard)
        let question = Question(
            form: .long, problem: attack, requirements: [attack], tasks: [attack],
            rubric: [RubricItem(id: attack, text: attack, points: 1)], modelAnswer: attack,
            week: ReviewWeek.Name(number: 1, title: attack))
        let link = Link(url: attack, key: nil, medium: .article, author: attack, part: attack)
        let contents: [Entry.Content] = [
            .link(link), .pattern(Pattern()), .question(question), .topic, .decision(record), .proposal(record),
            .exercise(Exercise(problem: attack, requirements: [attack])),
        ]
        for (index, content) in contents.enumerated() {
            var entry = Entry(
                id: EntryID("\(attack)\(index)"), title: attack, language: Language(rawValue: attack), source: source,
                content: content)
            entry.aliases = [attack]
            entry.tags = [Tag(attack, because: .section(attack))]
            entry.section = [attack]
            entry.note = attack
            entry.body = """
                # \(attack)

                \(attack)

                [\(attack)](<\(attack)> "\(attack)")

                ```\(attack)
                \(attack)
                ```
                """
            book.entries.append(entry)
        }
        book.passages.append(
            Passage(section: [attack, attack], text: attack, language: Language(rawValue: attack), source: source))
        book.documents.append(
            Document(
                path: "knowledge/\(attack)", title: attack, shape: .prose, language: .english, coverage: Coverage()))
    }
    return book
}()
