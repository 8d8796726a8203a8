import ArgumentParser
import Commands
import Model
import Records
import TestSupport
import Testing
import Workspace

@Suite struct ADRNewTests {
    private let recorder = OutputRecorder()

    @Test func `writes the next decision and prints its path`() async throws {
        let folder = try TemporaryFolder(workspace: ["adr/0007-old.md": "# 7. Old\n\n## Status\n\nAccepted\n"])
        #expect(try await run(["Publish", "order", "events"], in: folder) == .done)
        #expect(recorder.output == "adr/0008-publish-order-events.md\n")
        #expect(recorder.error == "Next: write down its context, decision and consequences, and commit it.\n")
        let text = try folder.read("adr/0008-publish-order-events.md")
        #expect(
            text.hasPrefix("# 8. Publish order events\n\nDate: 2026-01-12\n\n## Status\n\nAccepted\n\n## Context\n"))
        #expect(try folder.workspaceTree() == ["adr/", "adr/0007-old.md", "adr/0008-publish-order-events.md"])
    }

    @Test func `makes the folder for the first decision`() async throws {
        let folder = try TemporaryFolder(workspace: [:])
        #expect(try await run(["First", "--status", "proposed"], in: folder) == .done)
        #expect(try folder.read("adr/0001-first.md").contains("\n\nProposed\n\n"))
    }

    @Test func `marks every decision that it supersedes`() async throws {
        let folder = try TemporaryFolder(workspace: [
            "adr/0001-a.md": "# 1. A\r\n\r\n## Status\r\n\r\nAccepted\r\n",
            "adr/0002-b.md": "# 2. B\n\n## Status\n\nDeprecated",
        ])
        #expect(try await run(["C", "--supersedes", "1", "--supersedes", "0002-b"], in: folder) == .done)
        #expect(
            try folder.read("adr/0001-a.md") == "# 1. A\r\n\r\n## Status\r\n\r\nSuperseded by [3. C](0003-c.md)\r\n")
        #expect(try folder.read("adr/0002-b.md") == "# 2. B\n\n## Status\n\nSuperseded by [3. C](0003-c.md)")
        let relations = "\n\nAccepted\n\nSupersedes [1. A](0001-a.md)\n\nSupersedes [2. B](0002-b.md)\n\n## Context\n"
        #expect(try folder.read("adr/0003-c.md").contains(relations))
        #expect(recorder.output == "adr/0003-c.md\n")
        #expect(recorder.error.hasPrefix("adr/0001-a.md now names it.\nadr/0002-b.md now"))
    }

    @Test func `shows on a dry run what it would write`() async throws {
        let files = [
            "adr/0001-a.md": "# 1. A\n\n## Status\n\nAccepted\n", "templates/decision.md": "# {{title}}\n## Status\n",
        ]
        let folder = try TemporaryFolder(workspace: files)
        #expect(try await run(["B", "--supersedes", "1", "--dry-run"], in: folder) == .done)
        #expect(
            recorder.output == """
                --- /dev/null
                +++ b/adr/0002-b.md
                @@ -0,0 +1,4 @@
                +# B
                +## Status
                +
                +Supersedes [1. A](0001-a.md)
                --- a/adr/0001-a.md
                +++ b/adr/0001-a.md
                @@ -2,4 +2,4 @@
                 
                 ## Status
                 
                -Accepted
                +Superseded by [2. B](0002-b.md)

                """)
        #expect(recorder.error.isEmpty)
        #expect(try folder.workspaceContents() == files)
    }

    @Test(arguments: [
        ("a | b & \"c\" 'd' \\ $e", "0001-a-b-c-d-e.md"), ("../../etc/passwd", "0001-etc-passwd.md"),
        ("two\nlines", "0001-two-lines.md"), ("🚀 Launch", "0001-launch.md"), ("选择数据库", "0001-选择数据库.md"),
        (String(repeating: "long ", count: 80), "0001-" + String(repeating: "long-", count: 15) + "long.md"),
    ])
    func `takes any title`(title: String, file: String) async throws {
        let folder = try TemporaryFolder(workspace: [:])
        #expect(try await run(["--", title], in: folder) == .done)
        #expect(try folder.workspaceTree() == ["adr/", "adr/\(file)"])
        let bytes = try folder.bytes("adr/\(file)")
        let reading = RecordReader.read(path: file, bytes: bytes, kind: .decision)
        #expect(reading.entry.title == title.split { $0 == "\n" }.joined(separator: " ").trimmed)
        #expect(reading.findings.isEmpty)
        #expect(try await run(["Next", "--supersedes", "1"], in: folder) == .done)
        #expect(
            try RecordReader.read(path: "x", bytes: folder.bytes("adr/0002-next.md"), kind: .decision).record.relations
                .map(\.target) == [String(file.dropLast(3))])
    }

    @Test(arguments: [
        ["..."], ["B", "--supersedes", "99"], ["B", "--supersedes", "3"],
        ["B", "--supersedes", "1", "--supersedes", "4"],
    ])
    func `leaves everything as it was when it cannot be done`(arguments: [String]) async throws {
        let files = [
            "adr/0001-a.md": "# 1. A\n\n## Status\n\nAccepted\n", "adr/0003-x.md": "", "adr/0003-y.md": "",
            "adr/0004-notes.md": "# M\n\nNothing.\n",
        ]
        let folder = try TemporaryFolder(workspace: files)
        await #expect(throws: RecordError.self) { try await run(arguments, in: folder) }
        #expect(try folder.workspaceContents() == files)
        #expect(recorder.output.isEmpty)
    }

    @Test(arguments: ["Foo", "superseded", "", "accepted by all"])
    func `refuses a status that it does not know`(status: String) {
        #expect(throws: (any Error).self) { try ADR.New.parse(["Title", "--status", status]) }
    }

    @Test func `refuses a template without a title`() async throws {
        let folder = try TemporaryFolder(workspace: ["templates/decision.md": "# Decision\n"])
        await #expect(throws: RecordError.templateWithoutTitle(mark: "{{title}}")) { try await run(["A"], in: folder) }
        #expect(try folder.workspaceTree() == ["templates/", "templates/decision.md"])
    }

    @Test func `says how a template of adr-tools names the title`() async throws {
        let folder = try TemporaryFolder(workspace: ["adr/templates/template.md": "# NUMBER. Decision\n"])
        await #expect(throws: RecordError.templateWithoutTitle(mark: "TITLE")) { try await run(["A"], in: folder) }
        let world = World.test(directory: folder.path, recorder: recorder)
        try folder.makeFolder("doc/adr/templates")
        try folder.write("doc/adr/templates/template.md", "# NUMBER. Decision\n")
        #expect(ADRToolsDoor.run(as: "adr", ["new", "A"], in: world) == 1)
        #expect(recorder.error.contains("write TITLE in its first heading"))
    }

    @Test func `does not give out the number of a file that it cannot read`() async throws {
        let folder = try TemporaryFolder(workspace: ["adr/0041-notes.txt": "", "adr/0040-x.md": ""])
        try folder.makeFolder("adr/0042-folder.md")
        #expect(try await run(["A"], in: folder) == .done)
        #expect(recorder.output == "adr/0043-a.md\n")
    }

    @Test func `writes nothing outside the workspace`() async throws {
        let outside = try TemporaryFolder()
        let folder = try TemporaryFolder(workspace: [:])
        try folder.link("adr", to: outside.path)
        await #expect(throws: FileError.self) { try await run(["A"], in: folder) }
        #expect(try outside.tree().isEmpty)
    }

    private func run(_ arguments: [String], in folder: TemporaryFolder) async throws -> Outcome {
        try await ADR.New.parse(arguments).run(in: .test(directory: folder.path, recorder: recorder))
    }
}
