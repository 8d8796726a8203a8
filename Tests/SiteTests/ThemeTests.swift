import FoundationEssentials
import Model
import Site
import Testing

@Suite struct `The theme` {
    @Test(arguments: ThemeDefault.files.keys.sorted())
    func `stands in the binary as it stands in the repository`(name: String) throws {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let data = try #require(FileManager.default.contents(atPath: "/\(root)/site/theme/\(name)"))
        #expect(Array(data) == Array((ThemeDefault.files[name] ?? "").utf8), "run scripts/embed-theme")
    }

    @Test func `keeps its scripts within 5 kB for a page and 42 kB with search`() {
        let site = SiteBuilder(book: SampleBook.book).build()
        #expect(site.text("page.js").utf8.count <= 5_000)
        #expect(site.text("page.js").utf8.count + site.text("search.js").utf8.count <= 42_000)
    }

    @Test func `keeps its style within 24 kB`() {
        #expect(ThemeDefault.style.utf8.count <= 24_000)
    }

    @Test func `is replaced file by file`() {
        let options = SiteOptions(theme: [
            "style.css": Array("p { color: red }".utf8),
            "page.mustache": Array("<title>{{{pageTitle}}}</title>{{{main}}}".utf8),
        ])
        let site = SiteBuilder(book: SampleBook.book, options: options).build()
        #expect(site.text("style.css") == "p { color: red }")
        #expect(site.text("index.html").hasPrefix("<title>Archbook</title><h1>Archbook</h1>"))
    }

    @Test func `falls back to the built-in frame when a template cannot be read, and says where`() {
        let options = SiteOptions(theme: ["page.mustache": Array("<p>\n{{#open}}".utf8), "extra.js": []])
        let site = SiteBuilder(book: SampleBook.book, options: options).build()
        let findings = site.findings.filter { $0.path.hasPrefix("site/theme/") }
        #expect(findings.map(\.rule.rawValue) == ["site.theme-file", "site.theme-template"])
        #expect(site.text("index.html").hasPrefix("<!DOCTYPE html>"))
    }
}
