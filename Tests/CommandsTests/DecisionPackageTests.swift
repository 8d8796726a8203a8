import Commands
import Model
import TestSupport
import Testing

/// Decisions of packages (log4brains) and of categories (MADR), kept together and numbered apart.
@Suite struct DecisionPackageTests {
    private let recorder = OutputRecorder()

    private static let settings = """
        project:
          name: Shop
          adrFolder: ./docs/adr
          packages:
            - name: web
              path: ./packages/web
              adrFolder: ./packages/web/docs/adr
            - name: lost
              path: ../elsewhere
              adrFolder: ../elsewhere/adr

        """

    private static func dated(_ title: String, _ status: String = "accepted") -> String {
        "# \(title)\n\n- Status: \(status)\n- Date: 2026-01-01\n\n## Context\n\nWhy.\n"
    }

    private static func madr(_ title: String, _ status: String = "accepted") -> String {
        "---\nstatus: \(status)\ndate: 2026-01-01\n---\n\n# \(title)\n\n## Context\n\nWhy.\n"
    }

    private static var packages: [String: String] {
        [
            ".log4brains.yml": settings, "docs/adr/20260101-use-log4brains.md": dated("Use Log4brains"),
            "packages/web/docs/adr/20260102-use-react.md": dated("Use React"), "packages/web/src/x": "",
        ]
    }

    private static let categories = [
        "docs/decisions/0001-use-markdown.md": madr("Use Markdown"),
        "docs/decisions/backend/0001-use-go.md": madr("Use Go", "superseded by ADR-0002"),
        "docs/decisions/backend/0002-use-rust.md": madr("Use Rust"),
        "docs/decisions/frontend/0001-use-go.md": madr("Use Go"), "docs/decisions/images/readme.md": "# Images\n",
    ]

    @Test(arguments: ["", "packages/web", "packages/web/src", "packages/web/docs/adr"])
    func `lists the decisions of all packages wherever it is called`(place: String) async throws {
        let folder = try TemporaryFolder(Self.packages)
        #expect(await run(["list"], in: folder, at: place) == 0)
        #expect(
            recorder.output == """
                  accepted  2026-01-01       Use Log4brains
                  accepted  2026-01-01  web  Use React

                """)
    }

    @Test func `writes into the package that is named, or that the command is called in`() async throws {
        let folder = try TemporaryFolder(Self.packages)
        let stem = "20260112-use-signals"
        #expect(await run(["new", "Use signals", "--package", "web", "--supersedes", "20260102"], in: folder) == 0)
        let path = "packages/web/docs/adr/\(stem).md"
        #expect(recorder.output == "\(path)\n")
        #expect(
            try folder.read("packages/web/docs/adr/20260102-use-react.md").contains(
                "- Status: superseded by [\(stem)](\(stem).md)\n"))
        #expect(await run(["new", "Use signals"], in: folder, at: "packages/web/src") == 0)
        #expect(recorder.output.hasSuffix("../../../packages/web/docs/adr/\(stem)-2.md\n"))
        #expect(await run(["new", "Use signals"], in: folder) == 0)
        #expect(recorder.output.hasSuffix("\ndocs/adr/\(stem).md\n"))
    }

    @Test func `relates decisions of two packages by their paths`() async throws {
        let folder = try TemporaryFolder(Self.packages)
        #expect(await run(["supersede", "use-log", "--by", "20260102"], in: folder) == 2)
        #expect(await run(["supersede", "20260101", "--by", "20260102"], in: folder) == 0)
        #expect(
            try folder.read("docs/adr/20260101-use-log4brains.md").contains(
                "superseded by [20260102-use-react](../../packages/web/docs/adr/20260102-use-react.md)"))
        #expect(await run(["check"], in: folder, group: []) == 0, "\(recorder.output)")
    }

    @Test(arguments: [(packages, "there are web"), ([:], "and none at all")])
    func `says which packages there are`(files: [String: String], words: String) async throws {
        let folder = try TemporaryFolder(files)
        #expect(await run(["new", "A", "--package", "nope"], in: folder) == 2)
        #expect(recorder.error.contains(words))
        #expect(try folder.contents() == files)
    }

    @Test func `numbers each category by itself`() async throws {
        let folder = try TemporaryFolder(Self.categories)
        #expect(await run(["list"], in: folder) == 0)
        #expect(
            recorder.output == """
                1  accepted    2026-01-01            Use Markdown
                2  accepted    2026-01-01  backend   Use Rust
                1  superseded  2026-01-01  backend   Use Go  -> 2
                1  accepted    2026-01-01  frontend  Use Go

                """)
        #expect(await run(["new", "Use TypeScript"], in: folder, at: "docs/decisions/frontend") == 0)
        #expect(recorder.output.hasSuffix("docs/decisions/frontend/0002-use-typescript.md\n"))
        #expect(await run(["new", "Use CommonMark"], in: folder) == 0)
        #expect(recorder.output.hasSuffix("\ndocs/decisions/0002-use-commonmark.md\n"))
        #expect(await run(["renumber"], in: folder) == 0)
        #expect(recorder.error.hasSuffix("Every decision has a number of its own; nothing to do.\n"))
    }

    @Test(arguments: ["1", "0001-use-go", "0001-use"])
    func `asks which of several categories is meant`(name: String) async throws {
        let folder = try TemporaryFolder(Self.categories)
        #expect(await run(["show", name], in: folder) == 2)
        let paths = ["backend", "frontend"].map { "docs/decisions/\($0)/0001-use-go.md" }
        #expect(recorder.error.contains(paths.joined(separator: ", ")))
        #expect(await run(["show", "frontend/0001-use-go", "--json"], in: folder) == 0)
        #expect(recorder.output.contains("\"id\": \"docs/decisions/frontend/0001-use-go\""))
    }

    @Test func `parts decisions that share a number within their category alone`() async throws {
        var files = Self.categories
        files["docs/decisions/backend/0002-use-zig.md"] = Self.madr("Use Zig")
        let folder = try TemporaryFolder(files)
        #expect(await run(["renumber", "--write"], in: folder) == 0)
        #expect(recorder.output == "docs/decisions/backend/0003-use-zig.md\n")
        let other = "docs/decisions/frontend/0001-use-go.md"
        #expect(try folder.read(other) == files[other])
    }

    @Test func `keeps the index of an ADG model beside its decisions`() async throws {
        let folder = try TemporaryFolder(["adr/index.yaml": "decisions: {}\n"])
        for line in [
            ["new", "Use queues", "--status", "Proposed"], ["accept", "1"], ["new", "Use a log", "--supersedes", "1"],
        ] { #expect(await run(line, in: folder) == 0, "\(recorder.error)") }
        #expect(
            recorder.output == """
                adr/AD0001-use-queues.md
                adr/AD0001-use-queues.md
                adr/AD0002-use-a-log.md

                """)
        let entry = { (id: String, title: String, precedes: String, succeeds: String) in
            "    \"\(id)\":\n        adr_id: \"\(id)\"\n        title: \(title)\n        status: decided\n        tags: []\n"
                + "        links:\n          precedes: [\(precedes)]\n          succeeds: [\(succeeds)]\n"
                + "        comments: []\n"
        }
        #expect(
            try folder.read("adr/index.yaml") == "decisions:\n" + entry("0001", "Use queues", "\"0002\"", "")
                + entry("0002", "Use a log", "", "\"0001\""))
    }

    private func run(
        _ arguments: [String], in folder: TemporaryFolder, at place: String = "", group: [String] = ["adr"]
    ) async -> Int32 {
        let directory = place.isEmpty ? folder.path : folder.path(place)
        return await Archbook.run(group + arguments, in: .test(directory: directory, recorder: recorder))
    }
}
