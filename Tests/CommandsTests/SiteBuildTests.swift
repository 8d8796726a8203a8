import ArgumentParser
import Commands
import Model
import TestSupport
import Testing

@Suite struct `Site command` {
    private let book: Book = {
        let start = SourcePosition(line: 1, column: 1)
        let source = Source(path: "knowledge/saga.md", range: SourceRange(at: start))
        var entry = Entry(
            id: EntryID("saga"), title: "Saga", language: .english, source: source, content: .pattern(Pattern()))
        entry.body = "See [what is gone](gone.md)."
        return Book(title: "Archbook", entries: [entry])
    }()

    private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> (output: String, error: String) {
        let recorder = OutputRecorder()
        let world = World.test(directory: folder.path, recorder: recorder)
        let command = try #require(try SiteCommand.parseAsRoot(["build"] + arguments) as? SiteBuild)
        #expect(try command.run(on: book, root: folder.path, in: world) == .done)
        return (recorder.output, recorder.error)
    }

    @Test func `writes the site and says where it is`() throws {
        let folder = try TemporaryFolder()
        let (output, error) = try run([], in: folder)
        let lines = output.split(separator: "\n")
        #expect(lines.first?.hasPrefix("4 pages, ") == true)
        #expect(lines.first?.hasSuffix("5 written, 0 unchanged, 1 finding, 0 ms") == true)
        #expect(lines.last?.hasSuffix("/site/public/index.html") == true)
        #expect(error.hasPrefix("knowledge/saga.md:1:1: warning: [site.link-without-page] "))
        #expect(try folder.read("site/public/patterns/saga.html").contains("<p>See what is gone.</p>"))
    }

    @Test func `writes nothing on a dry run, and says what it would`() throws {
        let folder = try TemporaryFolder()
        let (output, _) = try run(["--dry-run", "--output", "out"], in: folder)
        #expect(output.hasPrefix("write   a-z.html\nwrite   index.html\n"))
        #expect(try folder.tree() == [])
    }

    @Test func `prints one JSON value`() throws {
        let folder = try TemporaryFolder()
        _ = try run([], in: folder)
        let (output, error) = try run(["--json"], in: folder)
        let value = try #require(JSONValue(parsing: Array(output.utf8)).object)
        #expect(error.isEmpty)
        #expect(value["schemaVersion"] == 1)
        #expect(value["pages"] == 4)
        #expect(value["written"] == 0)
        #expect(value["unchanged"] == 5)
        #expect(value["findings"]?.array?.first?.object?["rule"] == "site.link-without-page")
    }

    @Test func `takes the workspace's theme`() throws {
        let folder = try TemporaryFolder(["site/theme/style.css": "p { color: red }"])
        _ = try run([], in: folder)
        #expect(try folder.read("site/public/style.css") == "p { color: red }")
    }
}
