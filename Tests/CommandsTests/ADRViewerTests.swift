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

    @Test func `has no word for these statuses, which docs records says`() async throws {
        let folder = try TemporaryFolder(workspace: [:])
        for line in [
            "adr new A1 --status Proposed", "adr reject 1", "adr new B2", "adr deprecate 2",
            "adr new C3 --status Deferred",
            "adr new D4 --status Draft",
        ] { try await run(line, in: folder) }
        #expect(Set(try ADRViewer.statuses(of: folder).values) == ["unknown"])
        let explained = try Repository.read("docs/records.md")
        for word in ["Rejected", "Deprecated", "Deferred", "Draft"] { #expect(explained.contains(word)) }
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
