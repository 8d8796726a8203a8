import ArgumentParser
import Commands
import Model
import TestSupport
import Testing

/// What commands of decisions do with input at the edge, and that they obey the one table.
@Suite struct DecisionCommandTests {
    private let recorder = OutputRecorder()

    private static func record(_ number: Int, _ status: String, _ more: String = "") -> String {
        "# \(number). N\n\nDate: 2026-01-01\n\n## Status\n\n\(status)\n\n\(more)## Context\n\nWhy.\n"
    }

    @Test(arguments: [
        ["supersede", "1", "--by", "2"], ["new", "C", "--supersedes", "1"],
        ["link", "2", "Supersedes", "1", "Superseded by"],
        ["new", "C", "--link", "1:Supersedes:Superseded by"], ["activate", "1"], ["deprecate", "1"],
    ])
    func `refuses a move that the table has not`(arguments: [String]) async throws {
        for status in ["Proposed", "Rejected"] {
            let folder = try TemporaryFolder([
                "adr/0001-a.md": Self.record(1, status), "adr/0002-b.md": Self.record(2, "Accepted"),
            ])
            let before = try folder.contents()
            #expect(await run(arguments, in: folder) == 2)
            #expect(recorder.error.contains("0001-a is \(status.lowercased()) and cannot become"))
            #expect(try folder.contents() == before)
        }
    }

    @Test func `moves a decision through its whole life`() async throws {
        let folder = try TemporaryFolder([
            "adr/0001-a.md": Self.record(1, "Draft"), "adr/0002-b.md": Self.record(2, "Accepted"),
        ])
        let moves = [
            ("propose", "Proposed"), ("defer", "Deferred"), ("propose", "Proposed"), ("accept", "Accepted"),
            ("activate", "Active"), ("deprecate", "Deprecated"),
        ]
        for (verb, word) in moves {
            #expect(await run([verb, "1"], in: folder) == 0)
            #expect(try folder.read("adr/0001-a.md") == Self.record(1, word))
        }
        #expect(await run(["link", "2", "Supersedes", "1", "Superseded by"], in: folder) == 0)
        #expect(try folder.read("adr/0001-a.md") == Self.record(1, "Superseded by [2. N](0002-b.md)"))
    }

    @Test func `knows a successor by the one file that names it`() async throws {
        let folder = try TemporaryFolder([
            "adr/0001-a.md": Self.record(1, "Accepted"),
            "adr/0002-b.md": Self.record(2, "Accepted", "Supersedes [1. N](0001-a.md)\n\n"),
        ])
        #expect(await run(["list"], in: folder) == 0)
        #expect(recorder.output.contains("1  superseded  2026-01-01  N  -> 2\n"))
        #expect(await run(["list", "--status", "accepted", "--json"], in: folder) == 0)
        #expect(!recorder.output.contains("\"id\": \"0001-a\""))
        #expect(await run(["toc"], in: folder) == 0)
        #expect(recorder.output.contains("* [1. N](0001-a.md) (superseded)\n"))
        // The file that does not say so yet is mended by the same command as before.
        #expect(await run(["supersede", "1", "--by", "2"], in: folder) == 0)
        #expect(try folder.read("adr/0001-a.md").contains("Superseded by [2. N](0002-b.md)"))
    }

    @Test func `lists what could not be read`() async throws {
        let folder = try TemporaryFolder(["adr/0001-a.md": Self.record(1, "Accepted")])
        try folder.link("adr/0002-gone.md", to: "nowhere.md")
        try folder.write("adr/0003-large.md", [UInt8](repeating: 0x61, count: 16 << 20 + 1))
        #expect(await run(["list"], in: folder) == 0)
        #expect(recorder.output.hasPrefix("3  unknown               Large\n2  unknown               Gone\n"))
        #expect(recorder.error.contains("adr/0002-gone.md"))
        #expect(await run(["accept", "3"], in: folder) == 2)
        #expect(await run(["convert", "--to", "madr-4"], in: folder) == 0)
        #expect(recorder.error.contains("adr/0003-large.md could not be read and stays as it is"))
    }

    @Test(arguments: [
        (["new", "C", "--tag", " "], 64, "--tag needs a word"),
        (["new", "C", "--decider", ""], 64, "--decider needs a word"),
        (["new", "C", "--decider", "Smith, Ann"], 64, "would be read as two"),
        (["new", "C", "--tag", "a, b"], 64, "would be read as two"), (["new", "C\u{FFFD}"], 2, "is not UTF-8"),
        (["link", "2", "", "1", "x"], 64, "both decisions say something"),
        (["show", "any/where/0001-a.md"], 2, "there is no decision any/where/0001-a.md"),
        (["new", "C", "--link", "1:a. b:c"], 2, "cannot stand before a link"),
    ])
    func `refuses what it could not write down`(arguments: [String], code: Int32, message: String) async throws {
        let folder = try TemporaryFolder([
            "adr/0001-a.md": Self.record(1, "Accepted"), "adr/0002-b.md": Self.record(2, "Accepted"),
        ])
        let before = try folder.contents()
        #expect(await run(arguments, in: folder) == code)
        #expect(recorder.error.contains(message), "\(recorder.error)")
        #expect(try folder.contents() == before)
    }

    @Test func `amends a decision once, however often it is named`() async throws {
        let folder = try TemporaryFolder(["adr/0001-a.md": Self.record(1, "Accepted")])
        #expect(await run(["new", "B", "--amends", "1", "--amends", "0001-a", "--no-edit"], in: folder) == 0)
        #expect(try folder.read("adr/0002-b.md").split(separator: "Amends [1.").count == 2)
    }

    @Test func `numbers a draft of pyadr when it is accepted`() async throws {
        let folder = try TemporaryFolder([
            "docs/adr/0001-a.md": "# A\n\n* Status: accepted\n",
            "docs/adr/XXXX-keep.md": "# Keep\n\n* Status: proposed\n",
            "README.md": "[Keep](docs/adr/XXXX-keep.md)\n",
        ])
        #expect(await run(["accept", "XXXX-keep"], in: folder) == 0)
        #expect(try folder.read("docs/adr/0002-keep.md") == "# Keep\n\n* Status: accepted\n")
        #expect(try folder.read("README.md") == "[Keep](docs/adr/0002-keep.md)\n")
        #expect(!folder.exists("docs/adr/XXXX-keep.md"))
    }

    @Test func `says that a folder outside is not used`() async throws {
        let folder = try TemporaryFolder(["p/.adr-dir": "../../etc\n", "p/adr/0001-a.md": Self.record(1, "Accepted")])
        let world = World.test(directory: folder.path("p"), recorder: recorder)
        #expect(await Archbook.run(["adr", "list"], in: world) == 0)
        #expect(recorder.error.hasPrefix(".adr-dir says that the decisions are in ../../etc, which is outside"))
    }

    @Test func `takes one workspace for a folder from wherever it is called`() async throws {
        let folder = try TemporaryFolder(["doc/adr/0001-a.md": Self.record(1, "Accepted")])
        for place in ["", "/doc", "/doc/adr"] {
            let world = World.test(directory: folder.path + place, recorder: recorder)
            #expect(await Archbook.run(["adr", "new", "Next", "--no-edit"], in: world) == 0)
        }
        let names = try folder.contents().keys.sorted()
        #expect(names == ["doc/adr/0001-a.md"] + (2...4).map { "doc/adr/000\($0)-next.md" })
    }

    @Test func `audits a decision from when it was written, not from its skeleton`() async throws {
        let folder = try TemporaryFolder(["archbook.yml": "title: X\n"])
        try Git.run(["init", "-q"], in: folder)
        var world = World.test(directory: folder.path, recorder: recorder)
        world.environment = ["PATH": "/usr/bin:/bin"]
        #expect(await Archbook.run(["adr", "new", "Use a log", "--no-edit"], in: world) == 0)
        try Git.commit(in: folder)
        let skeleton = try folder.read("adr/0001-use-a-log.md")
        let head = try #require(skeleton.split(separator: "## Context").first)
        try folder.write(
            "adr/0001-use-a-log.md", head + "## Context\n\nWe had words enough to say why a log is right.\n")
        try Git.commit(in: folder)
        #expect(await Archbook.run(["adr", "audit"], in: world) == 0, "\(recorder.output)")
        try folder.write(
            "adr/0001-use-a-log.md", head + "## Context\n\nNow it all reads in quite another way, does it not?\n")
        #expect(await Archbook.run(["adr", "audit"], in: world) == 1)
    }

    @Test(arguments: [
        ("adrs.toml", "adr_dir = \"log\"\nmode = \"nextgen\"\ndefault_status = \"proposed\"\n", "\nstatus: proposed\n"),
        (".adr", "[adr]\nrecords-dir = log\n", "\n* Status: accepted\n"),
        ("adr.config.json", "{\"path\": \"log\"}", "\n## Status\n\nAccepted\n"),
    ])
    func `begins as the settings of another tool say`(file: String, text: String, line: String) async throws {
        let folder = try TemporaryFolder([file: text])
        #expect(await run(["new", "One", "--no-edit"], in: folder) == 0)
        #expect(try folder.read("log/0001-one.md").contains(line))
    }

    private func run(_ arguments: [String], in folder: TemporaryFolder) async -> Int32 {
        await Archbook.run(["adr"] + arguments, in: .test(directory: folder.path, recorder: recorder))
    }
}
