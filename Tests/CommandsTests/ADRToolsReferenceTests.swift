import Commands
import Foundation
import Model
import TestSupport
import Testing

/// What the program does under the name `adr` beyond what adr-tools does, and where it must be like it.
@Suite struct ADRToolsReferenceTests {
    private static let record = "# 1. A\n\nDate: 2026-01-12\n\n## Status\n\nAccepted\n\n## Context\n"
    private let recorder = OutputRecorder()

    @Test(arguments: ["doc/adr/0002-b.md", "./doc/adr/0002-b.md", "adr/0002", "0002-b.md", "2"])
    func `takes a reference by its path`(reference: String) throws {
        let folder = try TemporaryFolder(["doc/adr/0001-a.md": Self.record, "doc/adr/0002-b.md": Self.record])
        #expect(run(["new", "-s", reference, "C"], in: folder) == 0, "\(recorder.error)")
        #expect(try folder.read("doc/adr/0002-b.md").contains("Superseded by [3. C](0003-c.md)"))
        #expect(run(["link", reference, "Amends", "doc/adr/0001-a.md", "Amended by"], in: folder) == 0)
    }

    @Test(arguments: ["2", "doc/adr/0002"])
    func `refuses a reference that two files answer to`(reference: String) throws {
        let folder = try TemporaryFolder(["doc/adr/0002-a.md": Self.record, "doc/adr/0002-b.md": Self.record])
        let before = try folder.contents()
        #expect(run(["new", "-s", reference, "C"], in: folder) == 2)
        #expect(
            recorder.error
                == "adr: \(reference) may be doc/adr/0002-a.md, doc/adr/0002-b.md; name it by its file\n")
        #expect(try folder.contents() == before)
    }

    @Test func `gives out no number that a branch has or a commit removed`() throws {
        let folder = try TemporaryFolder(["doc/adr/0001-a.md": Self.record])
        try Git.run(["init", "-q", "-b", "main"], in: folder)
        try Git.commit(in: folder)
        try Git.run(["checkout", "-q", "-b", "other"], in: folder)
        try folder.write("doc/adr/0002-b.md", Self.record)
        try Git.commit(in: folder)
        try Git.run(["checkout", "-q", "main"], in: folder)
        #expect(run(["new", "C"], in: folder) == 0)
        try Git.commit(in: folder)
        try folder.remove("doc/adr/0003-c.md")
        try Git.commit(in: folder)
        #expect(run(["new", "D"], in: folder) == 0)
        #expect(recorder.output == "doc/adr/0003-c.md\ndoc/adr/0004-d.md\n")
    }

    @Test func `spells as the settings say`() throws {
        let folder = try TemporaryFolder([
            "archbook.yml": "decisions: doc/adr\nsupersede-spelling: adr-tools\n", "doc/adr/0001-a.md": Self.record,
        ])
        #expect(run(["new", "-s", "1", "B"], in: folder) == 0)
        #expect(try folder.read("doc/adr/0001-a.md").contains("Superceded by [2. B]"))
    }

    @Test func `does not take prose for a spelling`() throws {
        let folder = try TemporaryFolder([
            "doc/adr/0001-a.md": Self.record + "\nDecisions are superseded, never removed.\n",
            "doc/adr/0002-b.md": Self.record.replacing("Accepted", with: "Supercedes [1. A](0001-a.md)"),
        ])
        #expect(run(["new", "-s", "1", "C"], in: folder) == 0)
        #expect(try folder.read("doc/adr/0003-c.md").contains("Supercedes [1. A]"))
    }

    @Test func `writes the date as it is given`() throws {
        let folder = try TemporaryFolder(["doc/adr/0001-a.md": Self.record])
        #expect(run(["new", "B"], in: folder, ["ADR_DATE": "1 Jan"]) == 0)
        #expect(try folder.read("doc/adr/0002-b.md").contains("\nDate: 1 Jan\n"))
    }

    @Test func `makes a list without an introduction that is not there`() throws {
        let folder = try TemporaryFolder(["doc/adr/0001-a.md": Self.record])
        #expect(run(["generate", "toc", "-i", "missing", "-o", "missing"], in: folder) == 0)
        #expect(recorder.output == "# Architecture Decision Records\n\n* [1. A](0001-a.md)\n")
    }

    @Test func `works in the folder that a settings file names outside`() throws {
        let folder = try TemporaryFolder(["p/.adr-dir": "../decisions\n", "decisions/0001-a.md": Self.record])
        var world = World.test(directory: folder.path("p"), recorder: recorder)
        world.environment = ["VISUAL": "true"]
        #expect(ADRToolsDoor.run(as: "adr", ["new", "B"], in: world) == 0)
        #expect(recorder.output == "../decisions/0002-b.md\n")
        #expect(folder.exists("decisions/0002-b.md"))
    }

    private func run(
        _ arguments: [String],
        in folder: TemporaryFolder,
        _ environment: [String: String] = [:]
    ) -> Int32 {
        var world = World.test(directory: folder.path, recorder: recorder)
        world.environment = environment.merging(["VISUAL": "true", "PATH": "/usr/bin:/bin"]) { own, _ in own }
        return ADRToolsDoor.run(as: "adr", arguments, in: world)
    }
}

/// The git of this machine.
enum Git {
    static func run(_ arguments: [String], in folder: TemporaryFolder) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/git")
        process.arguments = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org"] + arguments
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.environment = ["HOME": folder.path, "GIT_CONFIG_NOSYSTEM": "1"]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "git \(arguments) failed")
    }

    /// Commits everything in a folder.
    static func commit(in folder: TemporaryFolder) throws {
        try run(["add", "-A"], in: folder)
        try run(["commit", "-q", "-m", "A step"], in: folder)
    }
}
