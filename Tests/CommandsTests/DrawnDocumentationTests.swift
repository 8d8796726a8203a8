import FoundationEssentials
import TestSupport
import Testing

/// The picture in README.md, which must be what the program draws.
@Suite struct `The picture in the README` {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/archbook-context.svg")

    /// `ARCHBOOK_RECORD=1 swift test --filter DrawnDocumentationTests` draws it anew.
    @Test func `is what the program draws of its own book`() async throws {
        let book = try Repository.copyOfTheBook()
        let recorder = OutputRecorder()
        let command = try #require(CommandLineText("$ archbook diagram export archbook-context --format svg"))
        #expect(await command.run(in: book.path, recorder: recorder) == 0)
        if ProcessInfo.processInfo.environment["ARCHBOOK_RECORD"] == "1" {
            try Data(recorder.outputBytes).write(to: Self.file)
        }
        #expect(try Repository.read("docs/archbook-context.svg") == recorder.output)
    }
}
