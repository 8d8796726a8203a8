import Commands
import Model
import TestSupport
import Testing
import Workspace

/// What commands on diagrams do with files and with git.
@Suite struct `Commands on diagrams` {
    private static let model = """
        shop = softwareSystem "Shop" "Sells."
        systemLandscape "all" {
            include *
        }

        """

    private func run(_ arguments: [String], in folder: TemporaryFolder) async -> (code: Int32, recorder: OutputRecorder)
    {
        let recorder = OutputRecorder()
        let environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder.path]
        let world = World.test(directory: folder.path, environment: environment, recorder: recorder)
        return (await Archbook.run(arguments, in: world), recorder)
    }

    private func git(_ arguments: String..., in folder: TemporaryFolder) throws {
        let identity = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org"]
        let environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder.path, "GIT_CONFIG_NOSYSTEM": "1"]
        let result = ChildProcess.run(["git"] + identity + arguments, in: folder.path, environment: environment)
        try #require(result?.code == 0, "git \(arguments)")
    }

    @Test func `export writes a file, and replaces another one only with --force`() async throws {
        let folder = try TemporaryFolder(workspace: ["knowledge/shop.dsl": Self.model, "notes.txt": "Mine.\n"])
        let export = ["diagram", "export", "all", "--format", "mermaid", "--output"]
        #expect(await run(export + ["out/shop.mmd"], in: folder).code == 0)
        #expect(try folder.read("out/shop.mmd").hasPrefix("C4Context"))
        #expect(await run(export + ["out/shop.mmd"], in: folder).code == 0)
        let refused = await run(export + ["notes.txt"], in: folder)
        #expect(refused.code != 0)
        #expect(refused.recorder.error.contains("notes.txt is there already, with other contents. --force replaces it"))
        #expect(try folder.read("notes.txt") == "Mine.\n")
        #expect(await run(export + ["notes.txt", "--force"], in: folder).code == 0)
        #expect(try folder.read("notes.txt").hasPrefix("C4Context"))
    }

    @Test func `coverage counts the files of diagrams`() async throws {
        let text = "// Ours.\n" + Self.model + "nobody -> shop \"Asks\"\n"
        let folder = try TemporaryFolder(workspace: ["knowledge/shop.dsl": text])
        let told = await run(["coverage", "--unread"], in: folder)
        #expect(told.recorder.output.contains("knowledge/shop.dsl:6: nobody -> shop \"Asks\""))
        let json = await run(["coverage", "--json"], in: folder)
        #expect(json.recorder.output.contains(#""shape": "diagram""#), "\(json.recorder.output)")
    }

    @Test func `diff compares the blocks of notes with a revision`() async throws {
        let note = "# Note\n\n```c4\n" + Self.model + "```\n"
        let folder = try TemporaryFolder(workspace: ["knowledge/note.md": note])
        try git("init", "-q", in: folder)
        try git("add", "-A", in: folder)
        try git("commit", "-qm", "first", in: folder)
        #expect(await run(["diagram", "diff", "HEAD"], in: folder).code == 0)
        try folder.write("knowledge/note.md", note.replacing("\"Shop\"", with: "\"Store\""))
        let told = await run(["diagram", "diff", "HEAD"], in: folder)
        #expect(told.code == 1)
        #expect(told.recorder.output.contains("name: \"Shop\" → \"Store\""), "\(told.recorder.output)")
    }
}
