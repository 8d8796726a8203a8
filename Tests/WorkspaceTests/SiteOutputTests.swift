import Glibc
import Model
import Synchronization
import TestSupport
import Testing
import Workspace

@Suite struct `Writing a site` {
    private let pages: [String: [UInt8]] = [
        "index.html": Array("home".utf8), "patterns/saga.html": Array("saga".utf8), "style.css": Array("p {}".utf8),
    ]

    @discardableResult
    private func write(
        _ files: [String: [UInt8]],
        to folder: TemporaryFolder,
        as name: String = "public",
        rehearse: Bool = false
    ) async throws -> SiteOutput.Report {
        let output = try SiteOutput(folder.path(name), apartFrom: [folder.path("knowledge")])
        return try await output.write(files, isRehearsal: rehearse)
    }

    private func book() throws -> TemporaryFolder { try TemporaryFolder(["knowledge/notes.md": "# Notes\n"]) }

    @Test func `makes the folder and lists its files`() async throws {
        let folder = try book()
        let report = try await write(pages, to: folder, as: "site/new/public")
        #expect(report.written == ["index.html", "patterns/saga.html", "style.css"])
        #expect(try folder.read("site/new/public/patterns/saga.html") == "saga")
        #expect(
            try folder.read("site/new/public/.archbook-site.json") == """
                {
                  "files": [
                    "index.html",
                    "patterns/saga.html",
                    "style.css"
                  ],
                  "schemaVersion": 1
                }

                """)
    }

    @Test func `writes only what has new bytes`() async throws {
        let folder = try book()
        try await write(pages, to: folder)
        let same = try await write(pages, to: folder)
        #expect(same.written == [] && same.unchanged.count == 3)
        var changed = pages
        changed["index.html"] = Array("HOME".utf8)
        #expect(try await write(changed, to: folder).written == ["index.html"])
        #expect(try folder.read("public/index.html") == "HOME")
    }

    @Test func `removes what the site no longer has, with empty folders, and nothing else`() async throws {
        let folder = try book()
        try await write(pages, to: folder)
        try folder.write("public/own.html", "mine")
        let report = try await write(["index.html": Array("home".utf8)], to: folder)
        #expect(report.removed == ["patterns/saga.html", "style.css"])
        #expect(
            try folder.tree().filter { $0.hasPrefix("public/") } == [
                "public/", "public/.archbook-site.json", "public/index.html", "public/own.html",
            ])
    }

    @Test func `keeps a folder that holds something of the user`() async throws {
        let folder = try book()
        try await write(pages, to: folder)
        try folder.write("public/patterns/own.txt", "mine")
        try await write(["index.html": Array("home".utf8)], to: folder)
        #expect(try folder.read("public/patterns/own.txt") == "mine")
    }

    @Test func `refuses to overwrite a file that it did not write, before it writes any`() async throws {
        let folder = try book()
        try folder.write("public/style.css", "mine")
        let path = folder.path("public/style.css")
        await #expect(throws: SiteOutputError.foreignFile(path: path, others: 0)) { try await write(pages, to: folder) }
        #expect(try folder.contents() == ["knowledge/notes.md": "# Notes\n", "public/style.css": "mine"])
    }

    @Test func `takes a file with the very bytes for its own`() async throws {
        let folder = try book()
        try folder.write("public/style.css", "p {}")
        #expect(try await write(pages, to: folder).unchanged == ["style.css"])
    }

    private static let newPages: [String: [UInt8]] = [
        "index.html": Array("HOME".utf8), "patterns/saga.html": Array("saga".utf8), "new/a.html": Array("a".utf8),
        "new/b.html": Array("b".utf8),
    ]

    /// The process dies by `_exit` after every step in turn, in a child process.
    @Test(arguments: 0..<8)
    func `keeps the old site until all is staged, and finishes after a kill`(steps: Int) async throws {
        let folder = try book()
        try await write(pages, to: folder)
        try folder.write("public/own.txt", "mine")
        let before = try folder.contents()
        let path = folder.path
        await #expect(processExitsWith: .exitCode(77)) { [path = path as String, steps = steps as Int] in
            let output = try SiteOutput("\(path)/public", apartFrom: [])
            let count = Mutex(0)
            _ = try await output.write(`Writing a site`.newPages) { _ in
                if count.withLock({ count in
                    defer { count += 1 }
                    return count == steps
                }) {
                    _exit(77)
                }
            }
        }
        // Three files are staged, the list is written, three are moved, one is removed.
        let killed = try folder.contents().filter { !$0.key.contains("/.archbook-stage/") }
        if steps < 3 { #expect(killed == before) }
        let isOldOrNew = ["index.html": ["home", "HOME"], "patterns/saga.html": ["saga"]]
        for (name, texts) in isOldOrNew { #expect(texts.contains(killed["public/\(name)"] ?? "")) }
        let hasNewHome = killed["public/index.html"] == "HOME"
        #expect(!hasNewHome || killed["public/new/a.html"] != nil, "a changed page may lead to a new one")
        #expect(killed["public/style.css"] != nil || hasNewHome, "an unchanged page may need what will be gone")

        try await write(Self.newPages, to: folder)
        let fresh = try book()
        try await write(Self.newPages, to: fresh)
        try fresh.write("public/own.txt", "mine")
        #expect(try folder.contents() == fresh.contents())
        #expect(!folder.exists("public/.archbook-stage"))
    }

    @Test func `lets one of two builds write`() async throws {
        let folder = try book()
        try await write(pages, to: folder)
        let path = folder.path("public")
        let results = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<8 {
                group.addTask {
                    let files = ["index.html": Array("\(number)".utf8), "\(number).html": Array("\(number)".utf8)]
                    let output = try? SiteOutput(path, apartFrom: [])
                    return (try? await output?.write(files)) != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(results > 0)
        let home = try folder.read("public/index.html")
        #expect(try folder.read("public/\(home).html") == home)
        #expect(!folder.exists("public/.archbook-stage"))
    }

    @Test func `leaves no stage behind when a file cannot be placed`() async throws {
        let folder = try book()
        try await write(pages, to: folder)
        let path = folder.path
        let output = try SiteOutput(folder.path("public"), apartFrom: [])
        await #expect(throws: SiteOutputError.self) {
            try await output.write(Self.newPages) { step in
                guard step == .listed, let file = unsafe fopen("\(path)/public/new", "w") else { return }
                _ = unsafe fclose(file)
            }
        }
        #expect(!folder.exists("public/.archbook-stage"))
        #expect(try folder.read("public/new") == "")
    }

    @Test(arguments: [".", "knowledge", "knowledge/..", "../."])
    func `refuses a folder that holds the book's sources`(name: String) async throws {
        let folder = try book()
        await #expect(throws: SiteOutputError.self) { try await write(pages, to: folder, as: name) }
        #expect(try folder.contents() == ["knowledge/notes.md": "# Notes\n"])
    }

    @Test func `never writes through a symbolic link`() async throws {
        let folder = try book()
        try folder.makeFolder("elsewhere")
        try folder.makeFolder("public")
        try folder.link("public/patterns", to: folder.path("elsewhere"))
        await #expect(throws: SiteOutputError.self) { try await write(pages, to: folder) }
        #expect(try folder.tree().filter { $0.hasPrefix("elsewhere/") } == ["elsewhere/"])
    }

    @Test(arguments: ["../out.html", "/etc/out.html", "a/../../out.html", "a//b.html", ""])
    func `refuses a path that leaves the folder`(path: String) async throws {
        let folder = try book()
        await #expect(throws: SiteOutputError.self) { try await write([path: []], to: folder) }
    }

    @Test func `refuses when its own list cannot be understood`() async throws {
        let folder = try book()
        try folder.write("public/.archbook-site.json", "not JSON")
        let path = folder.path("public/.archbook-site.json")
        await #expect(throws: SiteOutputError.brokenManifest(path: path)) { try await write(pages, to: folder) }
    }

    @Test func `only tells what it would do when rehearsing`() async throws {
        let folder = try book()
        let before = try folder.contents()
        #expect(try await write(pages, to: folder, rehearse: true).written.count == 3)
        #expect(try folder.contents() == before)
    }

    @Test func `reads a theme, hidden files and links apart`() async throws {
        let folder = try TemporaryFolder(["theme/style.css": "p {}", "theme/.swp": "x", "theme/deep/a.css": "x"])
        try folder.link("theme/page.mustache", to: "/etc/passwd")
        #expect(try ThemeFolder.read(folder.path("theme")) == ["style.css": Array("p {}".utf8)])
        #expect(try ThemeFolder.read(folder.path("none")) == [:])
    }
}
