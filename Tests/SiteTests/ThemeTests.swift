import DefaultTheme
import FoundationEssentials
import Model
import Site
import Testing

@Suite struct `The theme` {
    @Test func `stands in the binary as it stands in the repository`() throws {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let names = try FileManager.default.contentsOfDirectory(atPath: "/\(root)/site/theme")
        #expect(Set(names) == Set(DefaultTheme.files.keys))
        for name in names {
            let data = try #require(FileManager.default.contents(atPath: "/\(root)/site/theme/\(name)"))
            // The bytes of a whole file would hide the name in the report.
            let isSame = Array(data) == DefaultTheme.files[name]
            #expect(isSame, "\(name)")
        }
    }

    @Test func `keeps its scripts within 5 kB for a page and 40 kB with search`() {
        let site = SiteBuilder(book: SampleBook.book).build()
        let (page, search) = (site.text("page.js").utf8.count, site.text("search.js").utf8.count)
        #expect(page <= 5_000)
        #expect(page + search + site.text("search/near.js").utf8.count <= 40_000)
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/gzip"), "gzip is not installed"))
    func `keeps its scripts within 12 kB when a host compresses them`() throws {
        let site = SiteBuilder(book: SampleBook.book).build()
        let sizes = try ["page.js", "search.js"].map { try Gzip.size(of: Array(site.text($0).utf8)) }
        #expect(sizes.reduce(0, +) <= 12_000)
    }

    @Test(arguments: DefaultTheme.files.keys.filter { $0.hasSuffix(".js") }.sorted())
    func `has scripts without texts that making them small does not know`(name: String) {
        let lines = (DefaultTheme.files[name]?.text ?? "").split(separator: "\n").filter {
            !$0.contains("//") && !$0.contains("*")
        }
        #expect(!lines.contains { $0.contains("${") })
    }

    @Test func `keeps its style within 24 kB`() {
        let site = SiteBuilder(book: SampleBook.book).build()
        let sizes = ["style.css", "drawing.css", "search.css"].map { site.text($0).utf8.count }
        #expect(sizes.reduce(0, +) <= 24_000)
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
