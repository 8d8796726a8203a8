import ArgumentParser
import Commands
import Model
import TestSupport
import Testing
import Workspace

@Suite struct ADRListTests {
    private static let outbox = "Publish order events through a transactional outbox"
    private static let files = [
        "adr/0012-outbox.md":
            "# 12. \(outbox)\n\nDate: 2026-01-12\n\n## Status\n\nAccepted\n\nSupersedes [7. Publish after commit](0007-commit.md)\n",
        "adr/0009-idempotent.md":
            "# 9. Consumers are idempotent by event id\n\nDate: 2025-11-03\n\n## Status\n\nAccepted\n",
        "adr/0007-commit.md":
            "# 7. Publish after commit\n\nDate: 2025-08-20\n\n## Status\n\nSuperseded by [12. X](0012-outbox.md)\n",
        "adr/README.md": "# Decisions\n", "adr/rfc/rfc-0001-x.md": "# X\n",
    ]
    private let recorder = OutputRecorder()

    @Test func `lists decisions, newest first`() async throws {
        let folder = try TemporaryFolder(workspace: Self.files)
        #expect(try await list(folder) == .done)
        #expect(
            recorder.output == """
                12  accepted    2026-01-12  Publish order events through a transactional outbox
                 9  accepted    2025-11-03  Consumers are idempotent by event id
                 7  superseded  2025-08-20  Publish after commit  -> 12

                """)
        #expect(recorder.error.isEmpty)
    }

    @Test func `cuts titles on a narrow terminal alone`() async throws {
        let folder = try TemporaryFolder(workspace: Self.files)
        let terminal = TerminalTraits(inputIsTerminal: true, outputIsTerminal: true, errorIsTerminal: true, width: 60)
        let world = World.test(
            directory: folder.path, environment: ["NO_COLOR": "1"], terminal: terminal, recorder: recorder)
        #expect(try await ADR.List.parse([]).run(in: world) == .done)
        #expect(recorder.output.hasPrefix("12  accepted    2026-01-12  Publish order events through a …\n"))
    }

    @Test func `prints decisions as JSON`() async throws {
        let folder = try TemporaryFolder(workspace: ["adr/0007-commit.md": Self.files["adr/0007-commit.md"] ?? ""])
        #expect(try await list(folder, ["--json"]) == .done)
        #expect(
            recorder.output == """
                {
                  "items": [
                    {
                      "aliases": [],
                      "date": "2025-08-20",
                      "deciders": [],
                      "id": "0007-commit",
                      "kind": "decision",
                      "language": "en",
                      "links": [
                        {
                          "kind": "supersededBy",
                          "target": "0012-outbox",
                          "text": "12. X",
                          "verb": "Superseded by"
                        }
                      ],
                      "number": 7,
                      "section": [],
                      "source": {
                        "column": 1,
                        "endColumn": 1,
                        "endLine": 8,
                        "line": 1,
                        "path": "adr/0007-commit.md"
                      },
                      "status": "superseded",
                      "statusText": "Superseded by [12. X](0012-outbox.md)",
                      "supersededBy": [
                        "0012-outbox"
                      ],
                      "supersedes": [],
                      "tags": [],
                      "title": "Publish after commit"
                    }
                  ],
                  "schemaVersion": 1
                }

                """)
    }

    @Test func `lists what it does not understand, and says so beside the list`() async throws {
        let folder = try TemporaryFolder(workspace: [
            "adr/0002-odd.md": "# 2. Odd \u{1B}[31m\n\n## Status\n\nHm\n", "adr/0003-empty.md": "",
        ])
        try folder.link("adr/0004-dead.md", to: "nowhere.md")
        try folder.link("adr/0005-out.md", to: "/etc/hostname")
        #expect(try await list(folder) == .done)
        #expect(
            recorder.output
                == "5  unknown    Out\n4  unknown    Dead\n3  unknown    Empty\n2  unknown    Odd \u{241B}[31m\n")
        let lines = recorder.error.split(separator: "\n")
        #expect(lines.count == 5)
        #expect(
            lines.first
                == "adr/0002-odd.md:5:1: warning: [record.unknown-status] the status \"Hm\" is not known; begin with a word such as Proposed, Accepted or Superseded"
        )
        #expect(lines.dropFirst(3).allSatisfy { $0.contains("error: [record.unreadable] cannot") })
    }

    @Test(arguments: [[], ["--json"]])
    func `says how to begin where there is nothing`(arguments: [String]) async throws {
        let folder = try TemporaryFolder(workspace: [:])
        #expect(try await list(folder, arguments) == .done)
        #expect(recorder.output.isEmpty == arguments.isEmpty)
        #expect(
            recorder.error
                == (arguments.isEmpty ? "No decisions in adr yet. `archbook adr new TITLE` writes the first.\n" : ""))
    }

    @Test func `finishes an interrupted change before it reads`() async throws {
        let folder = try TemporaryFolder(workspace: [
            "adr/.archbook-after-0": "# 1. New\n\n## Status\n\nAccepted\n",
            ".archbook/journal": "archbook journal 1\0create\0adr/0001-new.md\0adr/.archbook-after-0\0end\0",
        ])
        #expect(try await list(folder) == .done)
        #expect(recorder.output == "1  accepted    New\n")
        #expect(recorder.error.contains("interrupted change"))
        #expect(recorder.error.contains("adr/0001-new.md"))
        #expect(try folder.workspaceTree() == ["adr/", "adr/0001-new.md"])
    }

    @Test func `shows one decision with its relations and its text`() async throws {
        let folder = try TemporaryFolder(workspace: Self.files)
        let world = World.test(directory: folder.path, recorder: recorder)
        #expect(try await ADR.Show.parse(["12"]).run(in: world) == .done)
        #expect(
            recorder.output == """
                12. \(Self.outbox)
                accepted  2026-01-12  adr/0012-outbox.md
                supersedes 0007-commit

                Date: 2026-01-12

                ## Status

                Accepted

                Supersedes [7. Publish after commit](0007-commit.md)

                """)
    }

    private func list(_ folder: TemporaryFolder, _ arguments: [String] = []) async throws -> Outcome {
        try await ADR.List.parse(arguments).run(in: .test(directory: folder.path, recorder: recorder))
    }
}
