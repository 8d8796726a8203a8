import ArgumentParser
import Commands
import Model
import TestSupport
import Testing

/// An entry knows the decisions that cite it.
@Suite struct CitationTests {
    private static func decision(_ body: String) -> String {
        "# 1. Publish events\n\nDate: 2026-01-02\n\n## Status\n\nAccepted\n\n## Context\n\n\(body)\n"
    }

    private static let book = [
        "archbook.yml": "",
        "knowledge/patterns.md": """
        # Messaging patterns

        ## Transactional outbox

        **Problem.** Two systems, one transaction.

        **Solution.** Write the event beside the data.

        ## Saga

        **Problem.** One process, many services.

        **Solution.** Steps, each with a way back.

        """,
        "knowledge/links.md": "# Links\n\n- [Alert](https://example.org/alert) - a note on alerts\n",
        "knowledge/saga-at-work.md": "# Saga at work\n\nTags: saga\n\n## Problem\n\nTime.\n\n## Solution\n\nSteps.\n",
    ]

    private static let cases: [(body: String, id: String)] = [
        ("See [it](../knowledge/patterns.md#transactional-outbox).", "transactional-outbox"),
        ("See [alerts](https://example.org/alert).", "alert"),
        ("See https://www.example.org/alert/ for more.", "alert"),
    ]

    @Test(arguments: cases)
    func `an entry names the decisions that cite it`(body: String, id: String) async throws {
        let folder = try TemporaryFolder(
            workspace: Self.book.merging(["adr/0001-publish-events.md": Self.decision(body)]) { $1 })
        let text = try await show(id, in: folder)
        #expect(text.contains("\ncited by  0001-publish-events: Publish events\n"), "\(text)")
        let json = try await JSONValue(parsing: Array(show(id, "--json", in: folder).utf8))
        #expect(json.object?["citedBy"]?.array?.compactMap(\.string) == ["0001-publish-events"])
    }

    @Test(arguments: [
        "See [it](../knowledge/patterns.md#saga).", "See [all](../knowledge/patterns.md).", "No word of it.",
    ])
    func `an entry beside the one that is cited is not`(body: String) async throws {
        let folder = try TemporaryFolder(
            workspace: Self.book.merging(["adr/0001-publish-events.md": Self.decision(body)]) { $1 })
        #expect(try await !show("transactional-outbox", in: folder).contains("cited by"))
    }

    @Test func `a reference that a new decision is given leads to the entry itself`() async throws {
        let folder = try TemporaryFolder(workspace: Self.book)
        let world = World.test(directory: folder.path)
        _ = try await ADR.New.parse(["Use a transactional outbox", "--with-references"]).run(in: world)
        let text = try folder.read("adr/0001-use-a-transactional-outbox.md")
        #expect(text.contains("](../knowledge/patterns.md#transactional-outbox)"), "\(text)")
        #expect(
            try await show("transactional-outbox", in: folder).contains("cited by  0001-use-a-transactional-outbox"))
    }

    private func show(_ words: String..., in folder: TemporaryFolder) async throws -> String {
        let recorder = OutputRecorder()
        _ = try await ShowCommand.parse(words).run(in: .test(directory: folder.path, recorder: recorder))
        return recorder.output
    }
}
