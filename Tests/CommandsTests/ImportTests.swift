import Commands
import Model
import TestSupport
import Testing

/// What `import` says of what it found.
@Suite struct ImportTests {
    @Test func `a pattern that a page names twice is new once`() async throws {
        let page = "# Talks\n\n## Saga pattern\n\nA chain.\n\n# More\n\n## Saga pattern\n\nSteps.\n"
        let folder = try TemporaryFolder(workspace: ["page.md": page])
        let recorder = OutputRecorder()
        let world = World.test(directory: folder.path, recorder: recorder)
        #expect(await Archbook.run(["import", "page.md", "--dry-run"], in: world) == 0)
        let words = recorder.error.split(separator: "\n").filter { $0.contains("pattern  Saga") }.map { $0.prefix(5) }
        #expect(words == ["new  ", "again"])
    }
}
