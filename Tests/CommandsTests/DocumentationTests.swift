import Commands
import Testing

/// Pages of the documentation that list what the sources hold.
struct DocumentationTests {
    @Test func `the version has a section in the changelog`() throws {
        let changelog = try Repository.read("CHANGELOG.md")
        #expect(changelog.contains("## [\(Archbook.version)] - "))
    }
}
