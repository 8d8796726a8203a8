import Glibc
import Model
import TestSupport
import Testing
import Workspace

@Suite struct FileTransactionTests {
    private static let before = ["adr/0001-a.md": "old one", "adr/0002-b.md": "old two", "notes.md": "kept"]
    private static let changes = [
        change("adr/0001-a.md", "old one", "new one, longer than the old"),
        change("adr/0002-b.md", "old two", ""),
        change("adr/0003-c.md", nil, "third"),
        change("deep/er/0004-d.md", nil, "fourth"),
    ]
    private static let after = [
        "adr/0001-a.md": "new one, longer than the old", "adr/0002-b.md": "", "adr/0003-c.md": "third",
        "deep/er/0004-d.md": "fourth", "notes.md": "kept",
    ]

    @Test func `writes all files and leaves nothing else behind`() throws {
        let folder = try TemporaryFolder(Self.before)
        try FileTransaction.commit(Self.changes, in: folder.path)
        #expect(try folder.contents() == Self.after)
        #expect(try !folder.tree().contains(".archbook/"))
        #expect(try FileTransaction.recover(in: folder.path) == .nothing)
    }

    @Test func `keeps what else stands in the hidden folder`() throws {
        let folder = try TemporaryFolder([".archbook/cache": "x"])
        try FileTransaction.commit([change("a", nil, "1")], in: folder.path)
        #expect(try folder.contents() == [".archbook/cache": "x", "a": "1"])
    }

    /// The process dies by `_exit` after every step in turn, in a child process.
    @Test func `changes all files or none when it is killed after any step`() async throws {
        let steps: [FileTransaction.Step] =
            [.planned] + (0..<4).map { .staged($0) } + [.activated] + (0..<4).map { .taken($0) } + [.closed]
        for (number, step) in steps.enumerated() {
            let folder = try TemporaryFolder(Self.before)
            let path = folder.path
            await #expect(processExitsWith: .exitCode(77)) { [path = path as String, number = number as Int] in
                var count = 0
                try FileTransaction.commit(FileTransactionTests.changes, in: path) { _ in
                    if count == number { _exit(77) }
                    count += 1
                }
            }
            let recovery = try FileTransaction.recover(in: folder.path)
            let happened = number >= 5
            #expect(try folder.contents() == (happened ? Self.after : Self.before), "killed after \(step)")
            #expect(try folder.tree().contains("deep/") == happened, "killed after \(step)")
            switch step {
            case .planned, .staged: #expect(recovery == .discarded)
            case .activated, .taken: #expect(recovery == .finished(Self.changes.map(\.path)))
            case .closed: #expect(recovery == .nothing)
            }
            #expect(try FileTransaction.recover(in: folder.path) == .nothing)
        }
    }

    @Test func `throws away a plan that was only half written`() throws {
        let folder = try TemporaryFolder([".archbook/journal.new": "archbook journal 1\0create\0a", "a": "1"])
        #expect(try FileTransaction.recover(in: folder.path) == .discarded)
        #expect(try folder.contents() == ["a": "1"])
    }

    @Test func `refuses a file that has changed since it was read`() throws {
        let folder = try TemporaryFolder(Self.before)
        try folder.write("adr/0002-b.md", "edited")
        expectError(
            "cannot write adr/0002-b.md: it has changed since it was read; nothing was written; run the command again"
        ) {
            try FileTransaction.commit(Self.changes, in: folder.path)
        }
        #expect(try folder.read("adr/0001-a.md") == "old one")
        #expect(try folder.tree() == ["adr/", "adr/0001-a.md", "adr/0002-b.md", "notes.md"])
    }

    @Test func `never overwrites a file for a new one`() throws {
        let folder = try TemporaryFolder(Self.before)
        try folder.link("adr/0003-c.md", to: "nowhere")
        expectError("cannot create adr/0003-c.md: it exists already and is never overwritten") {
            try FileTransaction.commit(Self.changes, in: folder.path)
        }
        try folder.remove("adr/0003-c.md")
        #expect(try folder.contents() == Self.before)
    }

    @Test(arguments: [0, 1, 2, 3])
    func `takes all steps back when one of them fails`(failing: Int) throws {
        let folder = try TemporaryFolder(Self.before)
        let path = Self.changes[failing].path
        #expect(throws: FileError.self) {
            try FileTransaction.commit(Self.changes, in: folder.path) { step in
                guard step == .activated else { return }
                try? folder.write(path, "from another program")
            }
        }
        var expected = Self.before
        expected[path] = "from another program"
        #expect(try folder.contents() == expected)
        #expect(try !folder.tree().contains(".archbook/"))
    }

    @Test func `does not overwrite what was edited after an interruption`() async throws {
        let folder = try TemporaryFolder(Self.before)
        let path = folder.path
        await #expect(processExitsWith: .exitCode(77)) { [path = path as String] in
            try FileTransaction.commit(FileTransactionTests.changes, in: path) { if $0 == .activated { _exit(77) } }
        }
        try folder.write("adr/0001-a.md", "edited by hand")
        #expect(throws: FileError.self) { try FileTransaction.recover(in: folder.path) }
        #expect(try folder.read("adr/0001-a.md") == "edited by hand")
        try folder.write("adr/0001-a.md", "old one")
        _ = try FileTransaction.recover(in: folder.path)
        #expect(try folder.contents() == Self.after)
    }

    @Test func `lets one of several at once change a file, and all make their own`() async throws {
        let folder = try TemporaryFolder(["shared": "0"])
        let path = folder.path
        let winners = await withTaskGroup(of: Bool.self) { group in
            for number in 1...12 {
                group.addTask {
                    let own = change("own-\(number)", nil, "\(number)")
                    guard (try? FileTransaction.commit([own], in: path)) != nil else { return false }
                    let both = [change("shared", "0", "\(number)"), change("won-\(number)", nil, "")]
                    return (try? FileTransaction.commit(both, in: path)) != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        let winner = try folder.read("shared")
        let expected = ["shared", "won-\(winner)"] + (1...12).map { "own-\($0)" }
        #expect(winners == 1)
        #expect(try folder.tree() == expected.sorted())
    }

    @Test func `writes nothing when the disk is full`() async throws {
        let folder = try TemporaryFolder(Self.before)
        let path = folder.path
        await #expect(processExitsWith: .exitCode(77)) { [path = path as String] in
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 4096, rlim_max: 4096)
            guard unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 else { _exit(1) }
            let large = String(repeating: "x", count: 10_000)
            let changes = [change("adr/0001-a.md", "old one", "new"), change("adr/0009-z.md", nil, large)]
            do throws(FileError) {
                try FileTransaction.commit(changes, in: path)
            } catch {
                _exit(error.operation == .write ? 77 : 2)
            }
        }
        #expect(try folder.contents() == Self.before)
        #expect(try !folder.tree().contains(".archbook/"))
    }

    @Test func `keeps the permissions of a file`() throws {
        let folder = try TemporaryFolder(["run.md": "a"])
        try folder.setPermissions("run.md", 0o640)
        try FileTransaction.commit([change("run.md", "a", "b")], in: folder.path)
        #expect(try POSIX.status(folder.path("run.md")).permissions == 0o640)
    }

    @Test func `changes a file where its link leads, inside the workspace`() throws {
        let folder = try TemporaryFolder(["real/a.md": "a"])
        try folder.link("a.md", to: "real/a.md")
        try FileTransaction.commit([change("a.md", "a", "b")], in: folder.path)
        #expect(try folder.read("real/a.md") == "b")
        #expect(try POSIX.linkStatus(folder.path("a.md")).kind == .symlink)
        #expect(throws: FileError.self) {
            try FileTransaction.commit([change("a.md", "b", "c"), change("real/a.md", "b", "d")], in: folder.path)
        }
        #expect(try folder.read("real/a.md") == "b")
    }

    @Test(arguments: ["../out.md", "/tmp/out.md", "link/out.md", "link/sub/out.md", "out/../../x", ""])
    func `refuses a path that leaves the workspace`(path: String) throws {
        let outside = try TemporaryFolder(["out.md": "theirs"])
        let folder = try TemporaryFolder()
        try folder.link("link", to: outside.path)
        #expect(throws: FileError.self) { try FileTransaction.commit([change(path, nil, "mine")], in: folder.path) }
        #expect(throws: FileError.self) {
            try FileTransaction.commit([change(path, "theirs", "mine")], in: folder.path)
        }
        #expect(try outside.contents() == ["out.md": "theirs"])
        #expect(try folder.tree() == ["link"])
    }

    @Test func `does not follow a hidden folder or a journal that leads out`() throws {
        let outside = try TemporaryFolder(["journal.new": "", ".archbook-after-0": "bad", "x": ""])
        let linked = try TemporaryFolder()
        try linked.link(".archbook", to: outside.path)
        #expect(throws: FileError.self) { try FileTransaction.recover(in: linked.path) }
        let planted = try TemporaryFolder([
            ".archbook/journal": "archbook journal 1\0create\0link/y\0link/.archbook-after-0\0end\0"
        ])
        try planted.link("link", to: outside.path)
        #expect(throws: FileError.self) { try FileTransaction.recover(in: planted.path) }
        #expect(try outside.contents().keys.sorted() == [".archbook-after-0", "journal.new", "x"])
    }
}

private func change(_ path: String, _ before: String?, _ after: String) -> FileChange {
    FileChange(path: path, before: before.map { Array($0.utf8) }, after: Array(after.utf8))
}
