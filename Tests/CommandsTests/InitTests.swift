import ArgumentParser
import Commands
import Model
import TestSupport
import Testing

@Suite struct `Init command` {
    private func run(in folder: TemporaryFolder) async throws -> Outcome {
        try await InitCommand.parse([]).run(in: World.test(directory: folder.path))
    }

    @Test func `tells git how review logs merge and what to ignore`() async throws {
        let folder = try TemporaryFolder()
        #expect(try await run(in: folder) == .done)
        #expect(try folder.read(".gitattributes") == ".archbook/reviews/*.jsonl text eol=lf merge=union\n")
        #expect(try folder.read(".gitignore").contains(".archbook/session/\n"))
    }

    @Test func `adds only the lines that git lacks, and nothing the second time`() async throws {
        let folder = try TemporaryFolder([
            ".gitattributes": "*.png binary", ".gitignore": ".archbook/cache/\r\nbuild/\r\n",
        ])
        _ = try await run(in: folder)
        let first = try folder.contents()
        #expect(
            first[".gitattributes"] == "*.png binary\n.archbook/reviews/*.jsonl text eol=lf merge=union\n")
        #expect(
            first[".gitignore"] == ".archbook/cache/\r\nbuild/\r\n.archbook/session/\n.archbook/journal*\n")
        _ = try await run(in: folder)
        #expect(try folder.contents() == first)
    }
}
