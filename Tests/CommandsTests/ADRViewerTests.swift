import Commands
import Foundation
import Model
import TestSupport
import Testing

/// What adr-viewer (PyPI) makes of the files that are written here.
@Suite(.enabled(if: ADRViewer.isInstalled, "adr-viewer is not installed (scripts/install-peers installs it)"))
struct ADRViewerTests {
    @Test func `shows the status of every decision that has a word it knows`() async throws {
        let folder = try TemporaryFolder(workspace: [:])
        for line in [
            "adr new Queues", "adr new Log --supersedes 1", "adr new Keep --amends 2",
            "adr new Maybe --status Proposed",
            "adr new Sentence --template y-statement", "adr new Soon --status Proposed", "adr accept 6",
            "adr link 5 Clarifies 2 Clarified_by",
        ] { try await run(line, in: folder) }
        #expect(
            try ADRViewer.statuses(of: folder) == [
                "1. Queues": "superseded", "2. Log": "amended", "3. Keep": "accepted", "4. Maybe": "pending",
                "5. Sentence": "accepted", "6. Soon": "accepted",
            ])
    }

    /// The words that adr-viewer has for the statuses of decisions.
    private static let known: [RecordStatus: String] = [
        .accepted: "accepted", .proposed: "pending", .superseded: "superseded",
    ]

    @Test(arguments: ADRViewerTests.waysTo.keys.sorted { $0.rawValue < $1.rawValue })
    func `has a word for three statuses, and docs records names the others`(status: RecordStatus) async throws {
        let folder = try TemporaryFolder(workspace: [
            "adr/0001-a.md": "# 1. A\n\n## Status\n\nDraft\n\n## Context\n\nWhy.\n",
            "adr/0002-b.md": "# 2. B\n\n## Status\n\nAccepted\n\n## Context\n\nWhy.\n",
        ])
        for line in try #require(Self.waysTo[status]) { try await run(line, in: folder) }
        let shown = try ADRViewer.statuses(of: folder)["1. A"]
        #expect(shown == Self.known[status] ?? "unknown")
        if Self.known[status] != nil { return }
        let word = status.rawValue.prefix(1).uppercased() + status.rawValue.dropFirst()
        let paragraphs = try Repository.read("docs/records.md").split(separator: "\n\n")
        #expect(paragraphs.contains { $0.contains("adr-viewer reads") && $0.contains(word) })
    }

    /// The commands by which a draft comes to each status that decisions have.
    static let waysTo: [RecordStatus: [String]] = [
        .draft: [], .proposed: ["adr propose 1"], .accepted: ["adr propose 1", "adr accept 1"],
        .active: ["adr propose 1", "adr accept 1", "adr activate 1"], .rejected: ["adr propose 1", "adr reject 1"],
        .deferred: ["adr propose 1", "adr defer 1"],
        .deprecated: ["adr propose 1", "adr accept 1", "adr deprecate 1"],
        .superseded: ["adr propose 1", "adr accept 1", "adr supersede 1 --by 2"],
    ]

    @Test(arguments: ["madr-3", "madr-4", "madr-2", "log4brains", "adrs"])
    func `shows decisions of other tools once they are converted`(dialect: String) async throws {
        let folder = try TemporaryFolder(workspace: [:])
        for line in [
            "adr new Queues", "adr new Log --supersedes 1", "adr new Maybe --status Proposed",
            "adr convert --to \(dialect) --write",
        ] { try await run(line, in: folder) }
        #expect(Set(try ADRViewer.statuses(of: folder).values) == ["unknown"])
        try await run("adr convert --to nygard --write", in: folder)
        #expect(
            try ADRViewer.statuses(of: folder) == [
                "1. Queues": "superseded", "2. Log": "accepted", "3. Maybe": "pending",
            ])
    }

    private func run(_ line: String, in folder: TemporaryFolder) async throws {
        let recorder = OutputRecorder()
        let words = line.split(separator: " ").map { String($0).replacing("_", with: " ") }
        let code = await Archbook.run(words, in: .test(directory: folder.path, recorder: recorder))
        #expect(code == 0, "\(line): \(recorder.error)")
    }
}

/// adr-viewer in the folder where `scripts/install-peers` puts it.
enum ADRViewer {
    private static let program = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: ".build/peers/bin/python3")

    static let isInstalled: Bool = {
        let process = Process()
        process.executableURL = program
        process.arguments = ["-c", "import adr_viewer.parse"]
        process.standardError = FileHandle.nullDevice
        guard FileManager.default.isExecutableFile(atPath: program.path), (try? process.run()) != nil else {
            return false
        }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    /// The statuses that adr-viewer reads from the decisions of a workspace, by their titles.
    static func statuses(of folder: TemporaryFolder) throws -> [String: String] {
        let script =
            "import json, sys; from adr_viewer.parse import parse_adr_files; "
            + "print(json.dumps({adr.title: adr.status for adr in parse_adr_files(sys.argv[1])}))"
        let (process, output) = (Process(), Pipe())
        process.executableURL = program
        process.arguments = ["-c", script, folder.path("adr/*.md")]
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let object = try JSONValue(parsing: Array(bytes)).object ?? [:]
        return object.compactMapValues(\.string)
    }
}
