import Model
import Reading
import Testing

/// The YAML before a document.
@Suite struct FrontMatterTests {
    @Test func `reads tags, aliases, title and language`() throws {
        let text =
            "---\ntags: [CQRS, \"c++\", event sourcing]\nlanguage: ru\ntitle: \"My: title\"\n---\n- https://a.org/x-y\n"
        let document = read(text)
        #expect(document.document.title == "My: title")
        #expect(document.document.language == .russian)
        #expect(document.entries[0].tags.map(\.name) == ["cqrs", "cpp", "event-sourcing"])
        #expect(document.entries[0].tags.allSatisfy { $0.reason == .frontMatter })
        #expect(document.entries[0].source.range.start == SourcePosition(line: 6, column: 3))
        #expect(document.findings.isEmpty)
    }

    @Test func `splits one text at commas`() {
        #expect(FrontMatter(Array("---\ntags: a, b ,c\n---\n".utf8)).list("tags") == ["a", "b", "c"])
    }

    @Test(arguments: [
        ("---\na: [1\n---\nx\n", 3), ("---\na: b: c\n---\nx\n", 2), ("---\n- a\n- b\n---\nx\n", 2),
        ("---\n\ta: b\n---\nx\n", 2),
    ])
    func `tells what is wrong and where, and reads the rest`(text: String, line: Int) throws {
        let document = read(text)
        let finding = try #require(document.findings.first)
        #expect(document.findings.count == 1)
        #expect(finding.rule == "markdown.front-matter")
        #expect(finding.position.line == line)
        #expect(document.passages.map(\.text) == ["x"])
    }

    @Test(arguments: [
        "---\nno end\n\n# Title\n", "--- \ntext\n", "text\n---\na: b\n---\n", "---\n", "---", "----\na: b\n----\n",
    ])
    func `takes nothing else for front matter`(text: String) {
        #expect(FrontMatter(Array(text.utf8)).range.isEmpty)
    }

    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            "a: " + String(repeating: "[", count: 20_000),
            "a:\n" + (0..<2000).map { String(repeating: " ", count: $0) + "b:" }.joined(separator: "\n"),
            String(repeating: "- ", count: 20_000), String(repeating: "x", count: 70_000), "a: &a [x]\n" + bomb("a"),
            "a: &a [x]\n" + bomb("a") + "? *z\n: 1\n", String(repeating: "? ", count: 10_000),
        ])
    func `survives hostile YAML`(yaml: String) {
        let document = read("---\n\(yaml)\n---\n- https://a.org/x-y\n")
        #expect(document.entries.map(\.title) == ["X y"])
    }

    /// Aliases each of which stands for ten of the one before.
    private static func bomb(_ first: String) -> String {
        var text = ""
        var last = first
        for name in "bcdefghijklmz".map(String.init) {
            text += "\(name): &\(name) [" + Array(repeating: "*\(last)", count: 10).joined(separator: ", ") + "]\n"
            last = name
        }
        return text
    }
}
