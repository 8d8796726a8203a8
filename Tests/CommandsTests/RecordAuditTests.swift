import Commands
import Model
import TestSupport
import Testing
import Workspace

/// What git knows of records that were rewritten after they were accepted.
@Suite struct RecordAuditTests {
    private static let file = "adr/rfc/rfc-0001-outbox.md"
    private static let rewritten = "Events are sent twice by hand, by whoever is on duty, from a list on paper."

    @Test func `the frozen text of a proposal is watched`() async throws {
        let book = try await AuditedBook(accepted: true)
        #expect(try await book.run("rfc audit").error == "No proposal was rewritten after it was accepted.\n")
        try book.edit(Self.file, "Events get lost.", Self.rewritten)
        let audit = try await book.run("rfc audit", code: 1)
        #expect(audit.output.hasPrefix("\(Self.file):1:3: warning: [record.edited-after-acceptance] 17 words differ"))
        #expect(
            try await book.run("check", code: 1).output.contains("[record.edited-after-acceptance] 17 words differ"))
        try book.git("commit", "-qam", "rewrite")
        #expect(try await book.run("rfc audit", code: 1).output.contains("write a proposal that supersedes this one"))
        try await book.run("rfc audit --words 30")
    }

    @Test func `remarks, states and renamed files are no rewriting`() async throws {
        let book = try await AuditedBook(accepted: true)
        try await book.run("rfc errata 1 The broker answers in half a second and not in one as was said above")
        try await book.run("rfc activate 1")
        try book.git("mv", Self.file, "adr/rfc/rfc-0001-use-an-outbox.md")
        try book.git("commit", "-qam", "rename")
        try await book.run("rfc audit")
        try book.edit("adr/rfc/rfc-0001-use-an-outbox.md", "Events get lost.", Self.rewritten)
        try await book.run("rfc audit", code: 1)
    }

    @Test func `what was never accepted may change, and so may a skeleton`() async throws {
        let book = try await AuditedBook(accepted: false)
        try book.edit(Self.file, "Events get lost.", Self.rewritten)
        try await book.run("rfc audit")
        try await book.run("adr new Use queues")
        try book.commitAll()
        let decision = "adr/0001-use-queues.md"
        let skeleton = try book.read(decision)
        try book.write(
            decision, skeleton.prefix(60) + "\n\nAccepted\n\n## Context\n\nServices wait for each other all day.\n")
        try book.commitAll()
        try await book.run("adr audit")
        try book.edit(decision, "Services wait for each other all day.", Self.rewritten)
        #expect(try await book.run("adr audit", code: 1).output.contains("write a decision that supersedes this one"))
    }

    @Test func `a history that is cut off is named as such`() async throws {
        let book = try await AuditedBook(accepted: true)
        try book.edit(Self.file, "Events get lost.", Self.rewritten)
        try book.git("commit", "-qam", "rewrite")
        let copy = try TemporaryFolder()
        try book.git("clone", "-q", "--depth", "1", "file://\(book.path)", copy.path("copy"))
        let shallow = AuditedBook(path: copy.path("copy"), keeping: copy)
        #expect(try await shallow.run("rfc audit", code: 2).error.contains("git fetch --unshallow"))
        let check = try await shallow.run("check")
        #expect(check.error.contains("The git history is cut off"))
    }
}

/// A workspace under git with one proposal.
private final class AuditedBook {
    let path: String
    private let folder: TemporaryFolder

    init(path: String, keeping folder: TemporaryFolder) {
        self.path = path
        self.folder = folder
    }

    convenience init(accepted: Bool) async throws {
        let folder = try TemporaryFolder(workspace: [
            "adr/rfc/rfc-0001-outbox.md":
                "# Outbox\n\nTo be Reviewed By: 2026-01-20\nDecider: Ann\nStatus: Discussion\n\n## Problem\n\n"
                + "Events get lost.\n\n## Comments\n\n## Errata\n"
        ])
        self.init(path: folder.path, keeping: folder)
        try git("init", "-q", "-b", "main", ".")
        if accepted { try await run("rfc accept 1") }
        try commitAll()
    }

    func commitAll() throws {
        try git("add", "-A")
        try git("commit", "-qm", "records")
    }

    func git(_ arguments: String...) throws {
        let identity = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org"]
        let environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": path, "GIT_CONFIG_NOSYSTEM": "1"]
        let result = ChildProcess.run(["git"] + identity + arguments, in: path, environment: environment)
        try #require(result?.code == 0, "git \(arguments)")
    }

    @discardableResult
    func run(_ line: String, code: Int32 = 0) async throws -> OutputRecorder {
        let recorder = OutputRecorder()
        var words = line.split(separator: " ").map(String.init)
        if words.contains("errata") { words = Array(words.prefix(3)) + [words.dropFirst(3).joined(separator: " ")] }
        let environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": path]
        let world = World.test(directory: path, environment: environment, recorder: recorder)
        let result = await Archbook.run(words, in: world)
        #expect(result == code, "\(line): \(recorder.error)\(recorder.output)")
        return recorder
    }

    func read(_ file: String) throws -> String { try folder.read(file) }
    func write(_ file: String, _ text: some StringProtocol) throws { try folder.write(file, String(text)) }

    func edit(_ file: String, _ old: String, _ new: String) throws {
        let text = try read(file)
        try #require(text.contains(old))
        try write(file, text.replacing(old, with: new))
    }
}
