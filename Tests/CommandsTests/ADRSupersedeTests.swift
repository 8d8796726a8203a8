import ArgumentParser
import Commands
import Model
import Records
import TestSupport
import Testing

@Suite struct ADRSupersedeTests {
    private static let files = [
        "adr/0001-a.md": "# 1. A\n\n## Status\n\nAccepted\n\n## Context\n",
        "adr/0002-b.md": "# 2. B\n\n## Status\n\nAccepted\n\n## Context\n",
    ]
    private let recorder = OutputRecorder()

    @Test func `changes both decisions and prints their paths`() async throws {
        let folder = try TemporaryFolder(workspace: Self.files)
        #expect(try await supersede(["1", "--by", "0002-b"], in: folder) == .done)
        #expect(recorder.output == "adr/0001-a.md\nadr/0002-b.md\n")
        #expect(recorder.error == "Decision 1 is superseded by decision 2.\n")
        #expect(
            try folder.workspaceContents() == [
                "adr/0001-a.md": "# 1. A\n\n## Status\n\nSuperseded by [2. B](0002-b.md)\n\n## Context\n",
                "adr/0002-b.md": "# 2. B\n\n## Status\n\nAccepted\n\nSupersedes [1. A](0001-a.md)\n\n## Context\n",
            ])
        #expect(try await supersede(["1", "--by", "2"], in: folder) == .done)
        #expect(recorder.error.hasSuffix("Decision 1 is superseded by decision 2 already; nothing to do.\n"))
    }

    @Test func `shows on a dry run what it would write`() async throws {
        let folder = try TemporaryFolder(workspace: Self.files)
        #expect(try await supersede(["1", "--by", "2", "--dry-run"], in: folder) == .done)
        let changed = recorder.output.split(separator: "\n").filter { $0.hasPrefix("+") || $0.hasPrefix("-") }
        #expect(
            changed == [
                "--- a/adr/0001-a.md", "+++ b/adr/0001-a.md", "-Accepted", "+Superseded by [2. B](0002-b.md)",
                "--- a/adr/0002-b.md", "+++ b/adr/0002-b.md", "+Supersedes [1. A](0001-a.md)", "+",
            ])
        #expect(try folder.workspaceContents() == Self.files)
    }

    @Test(arguments: [
        (["9", "--by", "2"], "there is no decision 9; there are 0002-b, 0001-a"),
        (["1", "--by", "00"], "00 may be adr/0001-a.md, adr/0002-b.md; name it by its file"),
        (["1", "--by", "1"], "0001-a cannot supersede itself"),
    ])
    func `says what is wrong and changes nothing`(arguments: [String], message: String) async throws {
        let folder = try TemporaryFolder(workspace: Self.files)
        let error = await #expect(throws: RecordError.self) { try await supersede(arguments, in: folder) }
        #expect(error?.description == message)
        #expect(try folder.workspaceContents() == Self.files)
    }

    @Test func `says that a decision has another successor already, and what to do`() async throws {
        let files = Self.files.merging(["adr/0003-c.md": "# 3. C\n\n## Status\n\nAccepted\n"]) { own, _ in own }
        let folder = try TemporaryFolder(workspace: files)
        #expect(try await supersede(["1", "--by", "2"], in: folder) == .done)
        let before = try folder.workspaceContents()
        let error = await #expect(throws: CommandFailure.self) { try await supersede(["1", "--by", "3"], in: folder) }
        let start = "decision 1 is superseded by decision 2 already; supersede that one, or "
        #expect(error?.description.hasPrefix(start) == true)
        #expect(try folder.workspaceContents() == before)
    }

    private func supersede(_ arguments: [String], in folder: TemporaryFolder) async throws -> Outcome {
        try await ADR.Supersede.parse(arguments).run(in: .test(directory: folder.path, recorder: recorder))
    }
}
