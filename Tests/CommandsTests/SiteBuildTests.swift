import ArgumentParser
import Commands
import Model
import TestSupport
import Testing

@Suite struct `Site command` {
    private func workspace(_ more: [String: String] = [:]) throws -> TemporaryFolder {
        let files = [
            "archbook.yml": "title: Sample book\n",
            "knowledge/patterns.md": "# Patterns\n\n### Saga pattern\n\nLocal steps. See [what is gone](gone.md).\n",
        ]
        return try TemporaryFolder(files.merging(more) { $1 })
    }

    private func run(
        _ arguments: [String] = [],
        in folder: TemporaryFolder
    ) async throws -> (output: String, error: String) {
        let recorder = OutputRecorder()
        let world = World.test(directory: folder.path, recorder: recorder)
        let command = try #require(try SiteCommand.parseAsRoot(["build"] + arguments) as? any BookCommand)
        #expect(try await command.run(in: world) == .done)
        return (recorder.output, recorder.error)
    }

    @Test func `writes the site and says where it is`() async throws {
        let folder = try workspace()
        let (output, error) = try await run(in: folder)
        #expect(output == "file://\(folder.path)/site/public/index.html\n")
        #expect(error.hasPrefix("knowledge/patterns.md:3:1: warning: [site.link-without-page] "))
        #expect(error.contains(" written, 0 unchanged, 1 finding, 0 ms\n"))
        #expect(try folder.read("site/public/patterns/saga.html").contains("See what is gone.</p>"))
        #expect(try folder.read("site/public/index.html").contains("<title>Sample book</title>"))
    }

    @Test func `writes nothing the second time`() async throws {
        let folder = try workspace()
        _ = try await run(in: folder)
        let before = try folder.contents()
        let (_, error) = try await run(in: folder)
        #expect(error.contains(", 0 written, "))
        #expect(try folder.contents() == before)
    }

    @Test func `writes nothing on a dry run, and says what it would`() async throws {
        let folder = try workspace()
        let before = try folder.tree()
        let (output, _) = try await run(["--dry-run", "--output", "out"], in: folder)
        #expect(output.hasPrefix("write   404.html\nwrite   a-z.html\n"))
        #expect(try folder.tree() == before)
    }

    @Test func `prints one JSON value`() async throws {
        let folder = try workspace()
        let (output, error) = try await run(["--json"], in: folder)
        let value = try #require(JSONValue(parsing: Array(output.utf8)).object)
        #expect(error.isEmpty)
        #expect(value["schemaVersion"] == 1)
        let names = try folder.tree().filter { $0.hasPrefix("site/public/") && !$0.hasSuffix("/") }
        #expect(value["written"]?.int == names.count - 1, "all but the list of the site's own files")
        #expect(value["unchanged"] == 0)
        #expect(value["findings"]?.array?.first?.object?["rule"] == "site.link-without-page")
    }

    @Test func `takes the workspace's theme and output folder`() async throws {
        let folder = try workspace([
            "archbook.yml": "site:\n  theme: look\n  output: out\n", "look/style.css": "p { color: red }",
        ])
        _ = try await run(in: folder)
        #expect(try folder.read("out/style.css") == "p { color: red }")
    }

    @Test func `refuses to write over the book`() async throws {
        let folder = try workspace()
        await #expect(throws: (any Error).self) { try await run(["--output", "knowledge"], in: folder) }
        #expect(try folder.tree() == ["archbook.yml", "knowledge/", "knowledge/patterns.md"])
    }
}
