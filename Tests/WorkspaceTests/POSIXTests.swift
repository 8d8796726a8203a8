import Glibc
import Model
import TestSupport
import Testing
import Workspace

@Suite struct POSIXTests {
    @Test(arguments: [0, 1, 4096, 100_000])
    func `reads every byte of a file`(size: Int) throws {
        let folder = try TemporaryFolder()
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
        try folder.write("file", bytes)
        #expect(try POSIX.readFile(folder.path("file")) == bytes)
    }

    @Test func `says why a path cannot be read`() throws {
        let folder = try TemporaryFolder(["big": "12345"])
        try folder.makeFolder("folder")
        expectError("cannot read \(folder.path("none")): no such file or directory") {
            try POSIX.readFile(folder.path("none"))
        }
        expectError("cannot read \(folder.path("folder")): it is a folder, not a file") {
            try POSIX.readFile(folder.path("folder"))
        }
        expectError("cannot read \(folder.path("big")): it is larger than 4 bytes") {
            try POSIX.readFile(folder.path("big"), limit: 4)
        }
        expectError("cannot read /dev/null: it is not a regular file") { try POSIX.readFile("/dev/null") }
    }

    @Test func `does not wait for the writer of a named pipe`() throws {
        let folder = try TemporaryFolder()
        #expect(unsafe mkfifo(folder.path("pipe"), 0o600) == 0)
        expectError("cannot read \(folder.path("pipe")): it is not a regular file") {
            try POSIX.readFile(folder.path("pipe"))
        }
    }

    @Test func `does not take a path with a NUL for the path before it`() throws {
        let folder = try TemporaryFolder(["a": "text"])
        #expect(throws: FileError.self) { try POSIX.readFile(folder.path("a") + "\0b") }
    }

    @Test func `shows no control characters of a path`() {
        let error = FileError("a\u{1B}[31mb\n.md", .read, .isFolder)
        #expect("\(error)" == "cannot read a\u{FFFD}[31mb\u{FFFD}.md: it is a folder, not a file")
    }

    @Test func `lists a folder by the bytes of the names`() throws {
        let folder = try TemporaryFolder(["b.md": "", "B.md": "", "ä.md": "", ".hidden": "", "sub/x": ""])
        try folder.link("loop", to: "loop")
        let items = try POSIX.listDirectory(folder.path)
        #expect(items.map(\.name) == [".hidden", "B.md", "b.md", "loop", "sub", "ä.md"])
        #expect(items.map(\.kind) == [.file, .file, .file, .symlink, .directory, .file])
    }

    @Test func `lists a name that is not UTF-8 with its bytes`() throws {
        let folder = try TemporaryFolder()
        let name: [CChar] = folder.path("caf").utf8.map(CChar.init(bitPattern:)) + [CChar(bitPattern: 0xE9), 0]
        let file = unsafe name.withUnsafeBufferPointer { name in
            unsafe name.baseAddress.map { path in unsafe creat(path, 0o600) } ?? -1
        }
        try #require(file >= 0, "this file system refuses names that are not UTF-8")
        close(file)
        let item = try #require(try POSIX.listDirectory(folder.path).first)
        #expect(item.bytes == [0x63, 0x61, 0x66, 0xE9])
        #expect(item.name == "caf\u{FFFD}")
        #expect(!item.isWellFormed)
    }

    @Test func `tells a link from what it leads to`() throws {
        let folder = try TemporaryFolder(["file": "123"])
        try folder.link("link", to: "file")
        #expect(try POSIX.status(folder.path("link")).kind == .file)
        #expect(try POSIX.status(folder.path("link")).size == 3)
        #expect(try POSIX.status(folder.path("link")).identity == POSIX.status(folder.path("file")).identity)
        #expect(try POSIX.linkStatus(folder.path("link")).kind == .symlink)
        #expect(try POSIX.realPath(folder.path("./link")) == folder.path("file"))
    }

    @Test func `knows what stands at a path, dead links included`() throws {
        let folder = try TemporaryFolder(["file": ""])
        try folder.link("dead", to: "nowhere")
        #expect(try POSIX.exists(folder.path("dead")))
        #expect(try !POSIX.exists(folder.path("none")))
        #expect(try !POSIX.exists(folder.path("file/below")))
    }
}

/// Expects a file error with these words.
func expectError(
    _ description: String,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws -> some Any
) {
    let error = #expect(throws: FileError.self, sourceLocation: sourceLocation) { _ = try body() }
    #expect(error?.description == description, sourceLocation: sourceLocation)
}
