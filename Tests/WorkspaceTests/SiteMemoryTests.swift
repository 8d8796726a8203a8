import Foundation
import Model
import Reading
import TestSupport
import Testing
import Workspace

/// Whether a build of a site can be spared.
@Suite struct `The memory of a site` {
    private let folder: TemporaryFolder
    private let outcome = SiteMemory.Outcome(
        pages: 1, bytes: 5, files: 2, unread: 0,
        findings: [
            Finding(
                rule: "site.link-without-page", severity: .warning, path: "knowledge/a.md",
                range: SourceRange(at: SourcePosition(line: 3, column: 2)), message: "leads nowhere"),
            Finding(rule: "some.rule", severity: .note, path: "knowledge/b.md", message: "\"odd\""),
        ])

    init() throws {
        folder = try TemporaryFolder([
            "archbook.yml": "title: Book\n", "README.md": "# Read me\n", "adr/0001-choice.md": "# 1. Choice\n",
            "knowledge/a.md": "# A\n\n### Saga pattern\n\nSee [it](../README.md), [that](../gone.md), [all](../src).\n",
            "knowledge/deep/picture.png": "bytes", "knowledge/vocabulary.yml": "", "site/theme/style.css": "p {}",
            "src/code.swift": "", "elsewhere/b.md": "# B\n",
        ])
        try folder.link("knowledge/linked", to: "../elsewhere")
    }

    private func memory(isKept: Bool = true, on day: String = "2026-01-01") throws -> SiteMemory {
        var workspace = try OpenWorkspace(root: folder.path)
        workspace.asked = AskedPaths()
        return try memory(of: workspace, isKept: isKept, on: day)
    }

    private func memory(of workspace: OpenWorkspace, isKept: Bool = true, on day: String) throws -> SiteMemory {
        let output = try SiteOutput(folder.path("site/public"), apartFrom: [])
        var memory = SiteMemory(workspace, output: output, circumstances: [day], environment: [:])
        if isKept { memory.start() }
        return memory
    }

    /// Builds a site as the command does.
    private func build(meanwhile: () throws -> Void = {}) async throws {
        try waitForTick()
        var workspace = try OpenWorkspace(root: folder.path)
        workspace.asked = AskedPaths()
        let memory = try memory(of: workspace, on: "2026-01-01")
        _ = await workspace.readBook(with: .checks)
        try meanwhile()
        let files = ["index.html": Array("hello".utf8), "notes/a.html": []]
        _ = try await SiteOutput(folder.path("site/public"), apartFrom: []).write(files)
        memory.save(outcome, files: Set(files.keys))
    }

    /// Returns when the clock of the file system shows another time than before.
    private func waitForTick() throws {
        func moment() throws -> Int {
            try folder.write("tick", "")
            return try POSIX.status(folder.path("tick")).changed
        }
        let start = try moment()
        while try moment() == start {}
        try folder.remove("tick")
    }

    @Test func `tells what the last build told while nothing has changed`() async throws {
        #expect(try memory().recall() == nil)
        try await build()
        #expect(try memory().recall() == outcome)
        #expect(try memory(isKept: false).recall() == outcome)
    }

    @Test(arguments: [
        "knowledge/a.md", "knowledge/new.md", "knowledge/deep/picture.png", "knowledge/vocabulary.yml",
        "adr/0001-choice.md", "adr/rfc/0001-new.md", "archbook.yml", "site/theme/style.css", "site/theme/new.css",
        "README.md", "gone.md", "elsewhere/b.md", "elsewhere/new.md", "site/public/index.html",
        "site/public/notes/a.html",
    ])
    func `forgets it once a file has changed or come`(path: String) async throws {
        try await build()
        try folder.write(path, "other")
        #expect(try memory().recall() == nil)
    }

    @Test(arguments: [
        "knowledge/a.md", "knowledge/deep/picture.png", "adr/0001-choice.md", "site/theme/style.css", "README.md",
        "elsewhere/b.md", "site/public/index.html", "site/public/.archbook-site.json", "knowledge/linked", "src",
    ])
    func `forgets it once a file has gone`(path: String) async throws {
        try await build()
        try folder.remove(path)
        #expect(try memory().recall() == nil)
    }

    @Test func `forgets it once a file has another name or other circumstances hold`() async throws {
        try await build()
        #expect(try memory(on: "2026-01-02").recall() == nil)
        try FileManager.default.moveItem(
            atPath: folder.path("knowledge/a.md"), toPath: folder.path("knowledge/c.md"))
        #expect(try memory().recall() == nil)
    }

    @Test(arguments: ["knowledge/deep/.hidden.md", "src/code.swift", "src/new.swift", "other.md"])
    func `does not care for what the site is not made from`(path: String) async throws {
        try folder.write("knowledge/deep/.hidden.md", "")
        try await build()
        try folder.write(path, "other")
        #expect(try memory().recall() == outcome)
    }

    @Test(arguments: ["knowledge/a.md", "knowledge/new.md", "site/theme/style.css"])
    func `does not remember a build during which a file changed`(path: String) async throws {
        try await build { try folder.write(path, "meanwhile") }
        #expect(try memory().recall() == nil)
    }

    @Test func `does not remember a build during which a file went`() async throws {
        try await build { try folder.remove("knowledge/deep/picture.png") }
        #expect(try memory().recall() == nil)
    }

    @Test(arguments: ["", "{}", "{\"schemaVersion\": 1}", "\u{0}"])
    func `is passed over when it is damaged`(text: String) async throws {
        try await build()
        let name = try #require(try folder.tree().first { $0.hasPrefix(".archbook/cache/site-") })
        try folder.write(name, text)
        #expect(try memory().recall() == nil)
    }

    @Test func `is not kept where nothing is to be written`() async throws {
        let before = try folder.tree()
        try memory(isKept: false).save(outcome, files: [])
        #expect(try folder.tree() == before)
    }
}
