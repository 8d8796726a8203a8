import Commands
import Testing

/// Pages of the documentation that list what the sources hold.
struct DocumentationTests {
    @Test func `every rule of the program is explained`() throws {
        let explained = try Repository.read("docs/rules.md")
        let groups = ["diagram", "link", "markdown", "question", "record", "review", "settings", "site", "source", "text"]
        var rules: Set<String> = []
        for file in try Repository.sources() {
            for literal in try Repository.read(file).split(separator: "\"") {
                let parts = literal.split(separator: ".", omittingEmptySubsequences: false)
                guard parts.count == 2, groups.contains(String(parts[0])), parts[1].allSatisfy(Self.isRuleName) else {
                    continue
                }
                rules.insert(String(literal))
            }
        }
        #expect(rules.count > 15)
        for rule in rules.sorted() { #expect(explained.contains("`\(rule)`"), "docs/rules.md does not have \(rule)") }
    }

    @Test func `the version has a section in the changelog`() throws {
        let changelog = try Repository.read("CHANGELOG.md")
        #expect(changelog.contains("## [\(Archbook.version)] - "))
    }

    private static func isRuleName(_ character: Character) -> Bool {
        character == "-" || character.isASCII && character.isLowercase
    }
}
