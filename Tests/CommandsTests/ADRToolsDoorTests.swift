import Commands
import Foundation
import Model
import TestSupport
import Testing

/// The program under the name `adr`, held against adr-tools itself.
@Suite(.enabled(if: ADRTools.isInstalled, "adr-tools is not installed (Debian: apt-get install adr-tools)"))
struct ADRToolsDoorTests {
    private static let template =
        "# NUMBER. TITLE\n\nDate: DATE\n\n## Status\n\nSTATUS\n\n## Context\n\nWhy.\n\n## Decision\n\nWhat.\n"

    /// One command line after another; `cd` changes the folder.
    private static let scenarios: [[[String]]] = [
        [["new", "First"], ["new", "Second", "decision"], ["list"]],
        [["new", "First"], ["new", "-s", "1", "Second"], ["new", "-s", "2", "Third"], ["generate", "toc"]],
        [["new", "A"], ["new", "B"], ["new", "-s", "1", "-s", "2", "C (better)"], ["generate", "graph"]],
        [["new", "A"], ["new", "-l", "1:Amends:Amended by", "B"], ["new", "-s", "1", "C"], ["generate", "graph"]],
        [["new", "A"], ["new", "B"], ["link", "2", "Clarifies", "1", "Clarified by"], ["list"]],
        [["new", "Use queues"], ["new", "Use a log"], ["link", "log", "Replaces", "queues", "Replaced by"]],
        [["new", "A"], ["cd", "deep/er"], ["new", "-s", "1", "B"], ["list"], ["generate", "toc", "-p", "x/"]],
        [["list"]], [["new"]], [["new", "Don't: panic! Now", "--"]],
        [["new", "A"], ["generate"], ["generate", "graph", "-e", ".md", "-p", "adr/"]],
        [["new", "A"], ["upgrade-repository"]],
        [["cd", "deep"], ["new", "Nested"], ["list"], ["cd", "."], ["list"]],
    ]

    @Test(arguments: scenarios)
    func `writes and prints what adr-tools does`(scenario: [[String]]) throws {
        let files = ["theirs.md": Self.template, "deep/er/x": ""]
        let (own, theirs) = (try TemporaryFolder(files), try TemporaryFolder(files))
        var place = ""
        for line in scenario {
            if line.first == "cd" {
                place = line[1] == "." ? "" : "/\(line[1])"
                continue
            }
            let expected = try ADRTools.result(line, in: theirs, at: place)
            let recorder = OutputRecorder()
            var world = World.test(directory: own.path + place, recorder: recorder)
            world.environment = ["ADR_DATE": "2026-01-12", "ADR_TEMPLATE": own.path("theirs.md"), "VISUAL": "true"]
            let code = ADRToolsDoor.run(as: "adr", line, in: world)
            #expect(recorder.output == expected.output, "\(line)")
            #expect(code == expected.code, "\(line)")
        }
        #expect(try own.contents() == theirs.contents())
    }

    @Test(arguments: [["adr", ""], ["adr", "n"], ["adr", "new"], ["adr", "generate", "t"], ["adr new"]])
    func `completes as adr-tools does`(words: [String]) throws {
        let recorder = OutputRecorder()
        let folder = try TemporaryFolder()
        _ = ADRToolsDoor.run(as: "_adr_autocomplete", words, in: .test(directory: folder.path, recorder: recorder))
        // The words of one string are told apart here; adr-tools takes them for one word that matches nothing.
        if words.count > 1 { #expect(try recorder.output == ADRTools.completion(words)) }
    }
}

/// What adr-tools does wrong is not done here.
@Suite struct ADRToolsBugTests {
    private let recorder = OutputRecorder()

    @Test(arguments: ["Pipes | here", "Black & white", "a/b \\ c"])
    func `takes titles that adr-tools stumbles on`(title: String) throws {
        let folder = try TemporaryFolder()
        #expect(run(["new", title], in: folder) == 0)
        let file = recorder.output.trimmed
        #expect(try folder.read(file).hasPrefix("# 1. \(title)\n"))
    }

    @Test func `writes nothing when a decision to supersede is not there`() throws {
        let folder = try TemporaryFolder(["doc/adr/0001-a.md": "# 1. A\n\n## Status\n\nAccepted\n"])
        let before = try folder.contents()
        #expect(run(["new", "-s", "99", "B"], in: folder) == 1)
        #expect(recorder.error == "there is no decision 99 in doc/adr; nothing was written\n")
        #expect(try folder.contents() == before)
    }

    @Test func `is not misled by a number in the path`() throws {
        let folder = try TemporaryFolder([
            ".adr-dir": "arch2\n", "arch2/0001-a.md": "# 1. A\n\n## Status\n\nAccepted\n",
            "arch2/0002-b.md": "# 2. B\n\n## Status\n\nAccepted\n",
        ])
        #expect(run(["new", "-s", "2", "C"], in: folder) == 0)
        #expect(try folder.read("arch2/0001-a.md") == "# 1. A\n\n## Status\n\nAccepted\n")
        #expect(try folder.read("arch2/0002-b.md").contains("Superseded by [3. C](0003-c.md)"))
    }

    @Test func `finds decisions where the workspace keeps them`() throws {
        let folder = try TemporaryFolder([
            "archbook.yml": "decisions: records\n", "records/0001-a.md": "# 1. A\n", "src/x": "",
        ])
        var world = World.test(directory: folder.path("src"), recorder: recorder)
        world.environment = ["VISUAL": "true"]
        #expect(ADRToolsDoor.run(as: "adr", ["list"], in: world) == 0)
        #expect(recorder.output == "../records/0001-a.md\n")
    }

    @Test func `keeps the spelling of a folder that has one`() throws {
        let folder = try TemporaryFolder([
            "doc/adr/0001-a.md": "# 1. A\n\n## Status\n\nSuperceded by [2. B](0002-b.md)\n",
            "doc/adr/0002-b.md": "# 2. B\n\n## Status\n\nAccepted\n\nSupercedes [1. A](0001-a.md)\n",
        ])
        #expect(run(["new", "-s", "2", "C"], in: folder) == 0)
        #expect(try folder.read("doc/adr/0003-c.md").contains("Supercedes [2. B](0002-b.md)"))
    }

    private func run(_ arguments: [String], in folder: TemporaryFolder) -> Int32 {
        ADRToolsDoor.run(as: "adr", arguments, in: .test(directory: folder.path, recorder: recorder))
    }
}

extension ADRTools {
    static func result(
        _ arguments: [String],
        in folder: TemporaryFolder,
        at place: String
    ) throws -> (output: String, code: Int32) {
        try execute("/usr/bin/adr", arguments, in: folder, at: place)
    }

    static func completion(_ words: [String]) throws -> String {
        try execute("/usr/libexec/adr-tools/_adr_autocomplete", words, in: TemporaryFolder(), at: "").output
    }

    private static func execute(
        _ program: String,
        _ arguments: [String],
        in folder: TemporaryFolder,
        at place: String
    ) throws -> (output: String, code: Int32) {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder.path + place)
        process.environment = [
            "PATH": "/usr/bin:/bin", "ADR_DATE": "2026-01-12", "VISUAL": "true", "LC_ALL": "C.UTF-8",
            "ADR_TEMPLATE": folder.path("theirs.md"),
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = Array(output.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        return (bytes.text, process.terminationStatus)
    }
}
