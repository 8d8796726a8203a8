import ArgumentParser
import Commands
import Foundation
import Model
import TestSupport
import Testing

/// What adr-tools, as Debian has it, makes of the files that are written here.
@Suite(.enabled(if: ADRTools.isInstalled, "adr-tools is not installed (Debian: apt-get install adr-tools)"))
struct ADRToolsTests {
    @Test func `lists and links our decisions as its own`() async throws {
        let folder = try TemporaryFolder([".adr-dir": "adr\n"])
        let world = World.test(directory: folder.path)
        _ = try await ADR.New.parse(["Use queues"]).run(in: world)
        _ = try await ADR.New.parse(["Use a fast | durable & \"open\" log", "--supersedes", "1"]).run(in: world)
        _ = try await ADR.New.parse(["Журнал и queues"]).run(in: world)
        _ = try await ADR.Supersede.parse(["2", "--by", "3"]).run(in: world)
        #expect(
            try ADRTools.run(["list"], in: folder) == """
                adr/0001-use-queues.md
                adr/0002-use-a-fast-durable-open-log.md
                adr/0003-журнал-и-queues.md

                """)
        #expect(
            try ADRTools.run(["generate", "toc"], in: folder).split(separator: "\n").dropFirst() == [
                "* [1. Use queues](0001-use-queues.md)",
                "* [2. Use a fast | durable & \"open\" log](0002-use-a-fast-durable-open-log.md)",
                "* [3. Журнал и queues](0003-журнал-и-queues.md)",
            ])
        let graph = try ADRTools.run(["generate", "graph"], in: folder)
        #expect(graph.contains("_2 -> _1 [label=\"Supersedes\", weight=0]"))
        #expect(graph.contains("_3 -> _2 [label=\"Supersedes\", weight=0]"))
    }

    @Test func `writes the same bytes for the same steps`() async throws {
        let template = "# NUMBER. TITLE\n\nDate: DATE\n\n## Status\n\nSTATUS\n\n## Context\n\nWhy.\n"
        let placeholders = ["NUMBER": "{{number}}", "TITLE": "{{title}}", "DATE": "{{date}}", "STATUS": "{{status}}"]
        let ours = placeholders.reduce(template) { $0.replacing($1.key, with: $1.value) }
        let theirs = try TemporaryFolder([".adr-dir": "adr\n", "templates/decision.md": ours, "theirs.md": template])
        let own = try TemporaryFolder([".adr-dir": "adr\n", "templates/decision.md": ours, "theirs.md": template])
        try theirs.makeFolder("adr")
        let world = World.test(directory: own.path)
        for arguments in [["First decision"], ["Second (better)"]] {
            try ADRTools.run(["new"] + arguments, in: theirs)
            _ = try await ADR.New.parse(arguments).run(in: world)
        }
        try ADRTools.run(["new", "-s", "1", "-s", "2", "Third"], in: theirs)
        _ = try await ADR.New.parse(["Third", "--supersedes", "1", "--supersedes", "2"]).run(in: world)
        #expect(try own.contents() == theirs.contents())
    }

    @Test func `is read and continued here`() async throws {
        let folder = try TemporaryFolder([".adr-dir": "adr\n"])
        try folder.makeFolder("adr")
        try ADRTools.run(["new", "Use queues"], in: folder)
        try ADRTools.run(["new", "-s", "1", "-l", "1:Amends:Amended by", "Use a log"], in: folder)
        let recorder = OutputRecorder()
        let world = World.test(directory: folder.path, recorder: recorder)
        _ = try await ADR.New.parse(["Third", "--supersedes", "2"]).run(in: world)
        _ = try await ADR.List.parse([]).run(in: world)
        #expect(
            recorder.output == """
                adr/0003-third.md
                3  accepted    2026-01-12  Third
                2  superseded  2026-01-12  Use a log  -> 3
                1  superseded  2026-01-12  Use queues  -> 2

                """)
    }
}

/// The program adr-tools of this machine.
enum ADRTools {
    static var isInstalled: Bool { FileManager.default.fileExists(atPath: "/usr/libexec/adr-tools/adr-new") }

    @discardableResult
    static func run(_ arguments: [String], in folder: TemporaryFolder) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/adr")
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder.path)
        var environment = [
            "PATH": "/usr/bin:/bin", "ADR_DATE": "2026-01-12", "VISUAL": "true", "EDITOR": "true", "LC_ALL": "C.UTF-8",
        ]
        if folder.exists("theirs.md") { environment["ADR_TEMPLATE"] = folder.path("theirs.md") }
        process.environment = environment
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = Array(output.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "adr \(arguments) failed")
        return bytes.text
    }
}
