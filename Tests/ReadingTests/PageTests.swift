import Model
import Reading
import Testing

/// Pages pasted as plain text.
@Suite struct PageTests {
    static let page = """
        Patterns & Practice
        This section explores patterns that are essential for building systems.
        Application Architecture
        Core design patterns for software.
        Microservices Architecture - Service decomposition and design
        MVC Without View Pattern - Backend-focused approach
        Coming Soon: Structural and Behavioral patterns
        Cloud-Native Patterns
        Coming Soon: Serverless, Container, and DevOps patterns
        Key Principles
        Scalability – Design systems that can grow
        Last updated
        """

    @Test func `reads definitions, topics and headings`() {
        let document = read(Self.page, path: "knowledge/page.txt")
        let patterns = document.entries.filter { $0.kind == .pattern }
        let topics = document.entries.filter { $0.kind == .topic }
        #expect(document.document.shape == .pastedPage)
        #expect(patterns.map(\.title) == ["Microservices Architecture", "MVC Without View", "Scalability"])
        #expect(patterns[0].note == "Service decomposition and design")
        #expect(patterns[2].section == ["Patterns & Practice", "Key Principles"])
        #expect(Set(topics.map(\.title)) == ["Structural", "Behavioral", "Serverless", "Container", "DevOps"])
        #expect(topics.allSatisfy { $0.aliases == ["\($0.title) patterns"] })
        #expect(document.document.coverage.unread == 0)
        #expect(document.document.coverage.total == 12)
    }

    @Test(arguments: [
        ("Coming soon: A", ["A"]), ("Coming Soon - A and B", ["A", "B"]), ("Coming Soon: A, B", ["A", "B"]),
        ("COMING SOON: A, B and C patterns.", ["A", "B", "C"]), ("Скоро: A, B и C", ["A", "B", "C"]),
    ])
    func `reads every form of what is to come`(line: String, topics: [String]) {
        let text = "Title\n\(line)\nX Thing - a thing\nY Thing - a thing\n"
        #expect(Set(entries(.topic, text, path: "p.txt").map(\.title)) == Set(topics))
    }

    @Test func `an imported page reads as the same entries`() throws {
        let source = SourceText(path: "page.txt", fileBytes: Array(Self.page.utf8))
        let result = try #require(PageMarkdown.convert(source, url: "https://a.org/\"x\""))
        #expect(result.leftOut == ["Last updated"])
        let before = read(Self.page, path: "knowledge/page.txt")
        let after = read(result.markdown, path: "knowledge/page.md")
        #expect(after.entries.map(\.title) == before.entries.map(\.title))
        #expect(after.entries.map(\.kind) == before.entries.map(\.kind))
        #expect(after.entries.map(\.note) == before.entries.map(\.note))
        #expect(after.entries.map(\.section) == before.entries.map(\.section))
        #expect(after.document.coverage.unread == 0)
    }

    @Test func `prose with one dash is no page`() {
        #expect(read("It was late - we stopped.\nThen we went home.\n").document.shape == .prose)
    }
}
