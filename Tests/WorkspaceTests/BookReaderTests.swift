import FoundationEssentials
import Model
import TestSupport
import Testing
import Workspace

/// Reading a whole workspace, whatever lies in it.
@Suite struct BookReaderTests {
    private static let link = "- [T](https://a.org)\n"

    private func book(_ folder: TemporaryFolder) async throws -> Book {
        try await OpenWorkspace(root: folder.path).readBook()
    }

    @Test func `reads every source, hidden folders and other files apart`() async throws {
        let folder = try TemporaryFolder([
            "knowledge/b.md": Self.link, "knowledge/a/c.markdown": Self.link, "knowledge/a.txt": "Text.\n",
            "knowledge/.hidden/x.md": Self.link, "knowledge/.x.md": Self.link, "knowledge/image.png": "x",
            "x.md": Self.link,
            "knowledge/with 'quotes' \"and\" spaces.MD": Self.link,
        ])
        let book = try await book(folder)
        #expect(
            book.documents.map(\.path) == [
                "knowledge/a.txt", "knowledge/a/c.markdown", "knowledge/b.md",
                "knowledge/with 'quotes' \"and\" spaces.MD",
            ])
        #expect(book.findings.isEmpty)
    }

    @Test func `a folder, a binary, a pipe's kin and an empty file do not stop the rest`() async throws {
        let folder = try TemporaryFolder(["knowledge/good.md": Self.link, "knowledge/empty.md": ""])
        try folder.makeFolder("knowledge/folder.md")
        try folder.write("knowledge/binary.md", [0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 1, 2, 3, 0, 0])
        let book = try await book(folder)
        #expect(book.entries.map(\.title) == ["T"])
        #expect(book.findings.map(\.path) == ["knowledge/binary.md"])
        #expect(book.findings.map(\.severity) == [.error])
        #expect(book.documents.map(\.coverage.total) == [0, 1])
    }

    @Test func `links that leave, turn round or lead nowhere are told, those that stay are followed`() async throws {
        let outside = try TemporaryFolder(["secret.md": Self.link])
        let folder = try TemporaryFolder(["knowledge/good.md": Self.link, "notes/more.md": Self.link])
        try folder.link("knowledge/out.md", to: outside.path("secret.md"))
        try folder.link("knowledge/gone.md", to: "nowhere.md")
        try folder.link("knowledge/loop", to: ".")
        try folder.link("knowledge/self.md", to: "self.md")
        try folder.link("knowledge/inside", to: "../notes")
        let book = try await book(folder)
        #expect(book.documents.map(\.path) == ["knowledge/good.md", "knowledge/inside/more.md"])
        #expect(book.findings.map(\.path) == ["knowledge/gone.md", "knowledge/out.md", "knowledge/self.md"])
        #expect(book.findings.allSatisfy { $0.rule == "source.unreadable" && $0.severity == .warning })
    }

    @Test(.enabled(if: !BookReaderTests.isRoot, "the superuser may read everything"))
    func `a file without permission is told`() async throws {
        let folder = try TemporaryFolder(["knowledge/good.md": Self.link, "knowledge/locked.md": Self.link])
        try folder.setPermissions("knowledge/locked.md", 0)
        let book = try await book(folder)
        #expect(book.documents.map(\.path) == ["knowledge/good.md"])
        #expect(book.findings.map(\.path) == ["knowledge/locked.md"])
    }

    @Test func `a workspace without sources is an empty book`() async throws {
        let folder = try TemporaryFolder(["archbook.yml": "title: Mine\n"])
        let book = try await book(folder)
        #expect(book.title == "Mine")
        #expect(book.entries.isEmpty && book.findings.isEmpty)
    }

    @Test func `settings that lead out or are unknown are told, and the defaults hold`() throws {
        let (settings, findings) = WorkspaceSettings.read(
            "knowledge: ../x\ntitel: y\nsite:\n  output: out\n  other: 1\n")
        #expect(settings.knowledge == "knowledge")
        #expect(settings.siteOutput == "out")
        #expect(findings.map(\.position.line) == [1, 2, 5])
        #expect(WorkspaceSettings.read("a: [1").findings.count == 1)
        #expect(WorkspaceSettings.read("- a\n").findings.count == 1)
        #expect(WorkspaceSettings.read("").findings.isEmpty)
    }

    @Test func `the workspace is the nearest folder that looks like one`() throws {
        let folder = try TemporaryFolder(["archbook.yml": "", "knowledge/deep/x.md": "", "docs/adr/0001-x.md": ""])
        #expect(try OpenWorkspace.find(from: folder.path("knowledge/deep")).root == folder.path)
        try folder.remove("archbook.yml")
        #expect(try OpenWorkspace.find(from: folder.path).settings.decisions == "docs/adr")
        #expect(throws: WorkspaceError.self) { try OpenWorkspace.find(from: "/") }
    }

    private static var isRoot: Bool { (try? FileManager.default.contentsOfDirectory(atPath: "/root")) != nil }
}
