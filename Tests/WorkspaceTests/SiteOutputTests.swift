import Model
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
    ) throws -> SiteOutput.Report {
        let output = try SiteOutput(folder.path(name), apartFrom: [folder.path("knowledge")])
        return try output.write(files, isRehearsal: rehearse)
    }

    private func book() throws -> TemporaryFolder { try TemporaryFolder(["knowledge/notes.md": "# Notes\n"]) }

    @Test func `makes the folder and lists its files`() throws {
        let folder = try book()
        let report = try write(pages, to: folder, as: "site/new/public")
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

    @Test func `writes only what has new bytes`() throws {
        let folder = try book()
        try write(pages, to: folder)
        let same = try write(pages, to: folder)
        #expect(same.written == [] && same.unchanged.count == 3)
        var changed = pages
        changed["index.html"] = Array("HOME".utf8)
        #expect(try write(changed, to: folder).written == ["index.html"])
        #expect(try folder.read("public/index.html") == "HOME")
    }

    @Test func `removes what the site no longer has, with empty folders, and nothing else`() throws {
        let folder = try book()
        try write(pages, to: folder)
        try folder.write("public/own.html", "mine")
        let report = try write(["index.html": Array("home".utf8)], to: folder)
        #expect(report.removed == ["patterns/saga.html", "style.css"])
        #expect(
            try folder.tree().filter { $0.hasPrefix("public/") } == [
                "public/", "public/.archbook-site.json", "public/index.html", "public/own.html",
            ])
    }

    @Test func `keeps a folder that holds something of the user`() throws {
        let folder = try book()
        try write(pages, to: folder)
        try folder.write("public/patterns/own.txt", "mine")
        try write(["index.html": Array("home".utf8)], to: folder)
        #expect(try folder.read("public/patterns/own.txt") == "mine")
    }

    @Test func `refuses to overwrite a file that it did not write, before it writes any`() throws {
        let folder = try book()
        try folder.write("public/style.css", "mine")
        let path = folder.path("public/style.css")
        #expect(throws: SiteOutputError.foreignFile(path: path, others: 0)) { try write(pages, to: folder) }
        #expect(try folder.contents() == ["knowledge/notes.md": "# Notes\n", "public/style.css": "mine"])
    }

    @Test func `takes a file with the very bytes for its own`() throws {
        let folder = try book()
        try folder.write("public/style.css", "p {}")
        #expect(try write(pages, to: folder).unchanged == ["style.css"])
    }

    @Test func `finishes what a killed build has left`() throws {
        let folder = try book()
        try folder.write(
            "public/.archbook-site.json", #"{"files":["index.html","gone.html","never.html"],"schemaVersion":1}"#)
        try folder.write("public/index.html", "half")
        try folder.write("public/index.html.archbook-new", "ho")
        try folder.write("public/gone.html", "old")
        let report = try write(pages, to: folder)
        #expect(report.removed == ["gone.html"])
        #expect(try folder.read("public/index.html") == "home")
        #expect(!folder.exists("public/index.html.archbook-new"))
    }

    @Test(arguments: [".", "knowledge", "knowledge/..", "../."])
    func `refuses a folder that holds the book's sources`(name: String) throws {
        let folder = try book()
        #expect(throws: SiteOutputError.self) { try write(pages, to: folder, as: name) }
        #expect(try folder.contents() == ["knowledge/notes.md": "# Notes\n"])
    }

    @Test func `never writes through a symbolic link`() throws {
        let folder = try book()
        try folder.makeFolder("elsewhere")
        try folder.makeFolder("public")
        try folder.link("public/patterns", to: folder.path("elsewhere"))
        #expect(throws: SiteOutputError.self) { try write(pages, to: folder) }
        #expect(try folder.tree().filter { $0.hasPrefix("elsewhere/") } == ["elsewhere/"])
    }

    @Test(arguments: ["../out.html", "/etc/out.html", "a/../../out.html", "a//b.html", ""])
    func `refuses a path that leaves the folder`(path: String) throws {
        let folder = try book()
        #expect(throws: SiteOutputError.self) { try write([path: []], to: folder) }
    }

    @Test func `refuses when its own list cannot be understood`() throws {
        let folder = try book()
        try folder.write("public/.archbook-site.json", "not JSON")
        let path = folder.path("public/.archbook-site.json")
        #expect(throws: SiteOutputError.brokenManifest(path: path)) { try write(pages, to: folder) }
    }

    @Test func `only tells what it would do when rehearsing`() throws {
        let folder = try book()
        let before = try folder.contents()
        #expect(try write(pages, to: folder, rehearse: true).written.count == 3)
        #expect(try folder.contents() == before)
    }

    @Test func `reads a theme, hidden files and links apart`() throws {
        let folder = try TemporaryFolder(["theme/style.css": "p {}", "theme/.swp": "x", "theme/deep/a.css": "x"])
        try folder.link("theme/page.mustache", to: "/etc/passwd")
        #expect(try ThemeFolder.read(folder.path("theme")) == ["style.css": Array("p {}".utf8)])
        #expect(try ThemeFolder.read(folder.path("none")) == [:])
    }
}
