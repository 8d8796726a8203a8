import Model
import TestSupport
import Testing

@testable import Workspace

/// The last change and the former names of files, as a real git tells them.
@Suite struct FileHistoryTests {
    private static let text = (1...12).map { "Line \($0) says something of its own.\n" }.joined()

    @Test func `follows a file through its names, and knows the day of each`() throws {
        let folder = try TemporaryFolder()
        let git = try Self.repository(folder)
        try folder.write("adr/0001-a.md", Self.text)
        try folder.write("knowledge/Ключ и дом.md", "Other.\n")
        git("2026-01-02", "add", ".")
        git("2026-01-02", "commit", "-qm", "one")
        git("2026-02-03", "mv", "adr/0001-a.md", "adr/0002-a.md")
        git("2026-02-03", "commit", "-qm", "two")
        git("2026-03-04", "mv", "adr/0002-a.md", "adr/0003-b.md")
        git("2026-03-04", "commit", "-qm", "three")
        let history = try #require(GitHistory(root: folder.path, environment: Self.environment)).fileHistory()
        #expect(history.formerPaths == ["adr/0001-a.md": "adr/0003-b.md", "adr/0002-a.md": "adr/0003-b.md"])
        #expect(history.days["adr/0003-b.md"] == Day(iso: "2026-03-04"))
        #expect(history.days["knowledge/Ключ и дом.md"] == Day(iso: "2026-01-02"))
    }

    @Test func `tells paths as the workspace has them, below the root of the repository`() throws {
        let folder = try TemporaryFolder()
        let git = try Self.repository(folder)
        try folder.write("book/knowledge/a.md", Self.text)
        try folder.write("elsewhere.md", "Other.\n")
        git("2026-01-02", "add", ".")
        git("2026-01-02", "commit", "-qm", "one")
        let history = try #require(GitHistory(root: folder.path("book"), environment: Self.environment)).fileHistory()
        #expect(history.days.keys.sorted() == ["knowledge/a.md"])
    }

    @Test func `does not lead from a path where a file stands again`() throws {
        let folder = try TemporaryFolder()
        let git = try Self.repository(folder)
        try folder.write("a.md", Self.text)
        git("2026-01-02", "add", ".")
        git("2026-01-02", "commit", "-qm", "one")
        git("2026-02-03", "mv", "a.md", "b.md")
        git("2026-02-03", "commit", "-qm", "two")
        try folder.write("a.md", "Something else.\n")
        git("2026-03-04", "add", ".")
        git("2026-03-04", "commit", "-qm", "three")
        let history = try #require(GitHistory(root: folder.path, environment: Self.environment)).fileHistory()
        #expect(history.formerPaths == [:])
    }

    @Test func `says nothing where nothing was committed`() throws {
        let folder = try TemporaryFolder()
        _ = try Self.repository(folder)
        let history = try #require(GitHistory(root: folder.path, environment: Self.environment)).fileHistory()
        #expect(history == FileHistory())
    }

    private static let environment = [
        "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1",
    ]

    /// A new repository, and what runs git in it on a day.
    private static func repository(
        _ folder: TemporaryFolder
    ) throws -> (_ day: String, _ arguments: String...) -> Void {
        let run: (String, String...) -> Void = { day, arguments in
            var environment = Self.environment
            for role in ["AUTHOR", "COMMITTER"] {
                environment["GIT_\(role)_NAME"] = "A"
                environment["GIT_\(role)_EMAIL"] = "a@example.org"
                environment["GIT_\(role)_DATE"] = "\(day)T12:00:00Z"
            }
            let result = ChildProcess.run(["git"] + arguments, in: folder.path, environment: environment)
            #expect(result?.code == 0, "git \(arguments)")
        }
        run("2026-01-01", "init", "-q")
        return run
    }
}
