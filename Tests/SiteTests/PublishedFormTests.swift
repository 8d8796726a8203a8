import DefaultTheme
import FoundationEssentials
import Model
import Testing

@testable import Site

@Suite struct `What other people build on` {
    private static func file(_ path: String) throws -> [UInt8] {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        return Array(try #require(FileManager.default.contents(atPath: "/\(root)/\(path)")))
    }

    @Test func `the schema of the catalog stands in the documentation and in every site`() throws {
        let schema = CatalogSchema.value.document
        #expect(try Self.file("docs/catalog.schema.json") == schema)
        #expect(Array(SiteBuilder(book: SampleBook.book).build().text("catalog.schema.json").utf8) == schema)
    }

    @Test func `the catalog has the keys of its schema`() throws {
        let site = SiteBuilder(book: SampleBook.book).build()
        let catalog = try #require(JSONValue(parsing: Array(site.text("catalog.json").utf8)).object)
        let form = CatalogSchema.value.object?["properties"]?.object?["items"]?.object?["items"]?.object ?? [:]
        let known = Set((form["properties"]?.object ?? [:]).keys)
        let required = Set((form["required"]?.array ?? []).compactMap(\.string))
        var seen: Set<String> = []
        for item in catalog["items"]?.array ?? [] {
            let keys = Set((item.object ?? [:]).keys)
            #expect(keys.isSubset(of: known))
            #expect(keys.isSuperset(of: required))
            seen.formUnion(keys)
        }
        #expect(seen == known)
    }

    @Test func `the documentation of themes tells every value that a template gets`() throws {
        let plan = SitePlan(SampleBook.book)
        let frame = Frame(template: nil, plan: plan, feeds: nil)
        let values = frame.values(of: Frame.Content(page: SiteMap.home, title: ""))
        #expect(Set(values.keys) == Set(ThemeValues.all.keys))
        let page = try Self.file("docs/themes.md").text
        for (name, meaning) in ThemeValues.all { #expect(page.contains("| `\(name)` | \(meaning) |")) }
        for name in DefaultTheme.files.keys { #expect(page.contains("`\(name)`")) }
    }
}
