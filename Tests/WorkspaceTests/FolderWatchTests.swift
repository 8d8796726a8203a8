import Glibc
import TestSupport
import Testing
import Workspace

@Suite(.timeLimit(.minutes(10))) struct `Watching folders` {
    /// Watches `book` of a folder, does something, and waits until it is told.
    private func expectTick(
        in folder: TemporaryFolder, after body: () throws -> Void, _ location: SourceLocation = #_sourceLocation
    ) async throws {
        let watch = try FolderWatch([.init(folder.path("book"))], except: [folder.path("book/out")])
        var ticks = watch.changes().makeAsyncIterator()
        try body()
        #expect(await ticks.next() != nil, sourceLocation: location)
    }

    private func sample() throws -> TemporaryFolder {
        try TemporaryFolder(["book/a.md": "a", "book/deep/er/b.md": "b"])
    }

    @Test func `tells of a file that is saved in place`() async throws {
        let folder = try sample()
        try await expectTick(in: folder) { try overwrite(folder.path("book/deep/er/b.md")) }
    }

    @Test func `tells of a file that an editor saves beside its place and renames`() async throws {
        let folder = try sample()
        try await expectTick(in: folder) {
            try folder.write(".a.md.new", "new")
            move(folder.path(".a.md.new"), to: folder.path("book/a.md"))
        }
    }

    @Test func `tells of a file that goes, and of a folder that comes or goes`() async throws {
        let folder = try sample()
        try await expectTick(in: folder) { try folder.remove("book/a.md") }
        try await expectTick(in: folder) { try folder.makeFolder("book/new") }
        try await expectTick(in: folder) { try folder.remove("book/deep") }
    }

    @Test func `watches folders that come later, and what is moved in`() async throws {
        let folder = try sample()
        try folder.write("elsewhere/in/c.md", "c")
        let watch = try FolderWatch([.init(folder.path("book"))])
        var ticks = watch.changes().makeAsyncIterator()
        move(folder.path("elsewhere"), to: folder.path("book/moved"))
        #expect(await ticks.next() != nil)
        try overwrite(folder.path("book/moved/in/c.md"))
        #expect(await ticks.next() != nil)
        try folder.makeFolder("book/one/two/three")
        #expect(await ticks.next() != nil)
        // The folder is told when it is watched already, so nothing that is saved from here on is missed.
        try folder.write("book/one/two/three/d.md", "d")
        #expect(await ticks.next() != nil)
    }

    @Test func `watches a place that comes later`() async throws {
        let folder = try TemporaryFolder(["archbook.yml": ""])
        let watch = try FolderWatch([.init(folder.path, isDeep: false), .init(folder.path("knowledge"))])
        var ticks = watch.changes().makeAsyncIterator()
        try folder.makeFolder("knowledge")
        #expect(await ticks.next() != nil)
        try folder.write("knowledge/a.md", "a")
        #expect(await ticks.next() != nil)
    }

    @Test func `passes over what is hidden, left over or excluded`() async throws {
        let folder = try sample()
        try folder.makeFolder("book/out")
        let watch = try FolderWatch([.init(folder.path("book"))], except: [folder.path("book/out")])
        var ticks = watch.changes().makeAsyncIterator()
        for name in ["book/.a.md.swp", "book/a.md~", "book/.git/index", "book/out/index.html"] {
            try folder.write(name, "x")
        }
        try overwrite(folder.path("book/a.md"))
        #expect(await ticks.next() != nil)
        #expect(watch.takeSaved() == [folder.path("book/a.md")])
        #expect(watch.takeSaved() == [])
    }

    @Test func `is over when nobody listens`() async throws {
        let folder = try sample()
        let watch = try FolderWatch([.init(folder.path("book"))])
        let task = Task { for await _ in watch.changes() {} }
        task.cancel()
        await task.value
    }

    /// Writes into a file as it stands, as `>` of a shell does.
    private func overwrite(_ path: String) throws {
        let file = unsafe open(path, O_WRONLY | O_TRUNC)
        try #require(file >= 0)
        _ = unsafe write(file, "new", 3)
        _ = close(file)
    }

    private func move(_ path: String, to target: String) {
        let result = unsafe rename(path, target)
        #expect(result == 0)
    }
}
