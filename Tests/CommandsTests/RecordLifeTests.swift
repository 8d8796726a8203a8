import Commands
import Model
import TestSupport
import Testing

/// One decision and one proposal from birth to supersession, as a user would keep them.
@Suite struct RecordLifeTests {
    @Test func `a decision lives`() async throws {
        let life = try Life()
        try await life.run(
            "adr new Use queues --status Proposed --tag messaging --decider Ann", "adr/0001-use-queues.md\n")
        try await life.run("adr list --status accepted", "", code: 1)
        try await life.run("adr accept 1", "adr/0001-use-queues.md\n")
        try await life.run("adr new Use a log --supersedes 1", "adr/0002-use-a-log.md\n")
        try await life.run("adr new Keep the log for a week --amends 2", "adr/0003-keep-the-log-for-a-week.md\n")
        try await life.run(
            "adr link 3 Needs 2 Feeds", "adr/0003-keep-the-log-for-a-week.md\nadr/0002-use-a-log.md\n")
        try await life.run("adr deprecate 3", "adr/0003-keep-the-log-for-a-week.md\n")
        try await life.run(
            "adr list",
            """
            3  deprecated  2026-01-12  Keep the log for a week
            2  accepted    2026-01-12  Use a log
            1  superseded  2026-01-12  Use queues  -> 2

            """)
        try await life.run("adr list --in-force-on 2026-01-12", "2  accepted  2026-01-12  Use a log\n")
        try await life.run(
            "adr graph",
            """
            1. Use queues  superseded
            2. Use a log  accepted
              supersedes 0001-use-queues
              feeds 0003-keep-the-log-for-a-week
            3. Keep the log for a week  deprecated
              amends 0002-use-a-log
              needs 0002-use-a-log

            """)
        try await life.run(
            "adr toc",
            """
            * [1. Use queues](0001-use-queues.md) (superseded)
            * [2. Use a log](0002-use-a-log.md)
            * [3. Keep the log for a week](0003-keep-the-log-for-a-week.md) (deprecated)

            """)
        try await life.run("adr accept 1", "", code: 2)
        try await life.run("adr supersede 1 --by 1", "", code: 2)
    }

    @Test func `a proposal lives`() async throws {
        let life = try Life()
        let file = "adr/rfc/rfc-0001-publish-through-an-outbox.md"
        try await life.run("rfc new Publish through an outbox --author Bo", "\(file)\n")
        try await life.run("rfc accept 1 --decider Ann", "", code: 2)
        try await life.run("rfc open 1 --review-by 2026-04-01", "", code: 2)
        try await life.run("rfc open 1 --review-by 2026-01-26", "\(file)\n")
        try await life.run(
            "rfc due",
            "2026-01-26  in 14 days  review  rfc-0001-publish-through-an-outbox  Publish through an outbox\n")
        try await life.run("rfc extend 1 --until 2026-02-02 --reason tests", "\(file)\n")
        try await life.run(
            "rfc due --as-of 2026-02-03",
            "2026-02-02  1 day late  review  rfc-0001-publish-through-an-outbox  Publish through an outbox\n", code: 1)
        try life.edit(file, "Open questions, one", "- [ ] Who pays?\n\nOpen questions, one")
        try await life.run("rfc accept 1 --decider Ann", "", code: 2)
        try life.edit(file, "- [ ] Who pays?", "- [x] Who pays? We do.")
        try await life.run(
            "rfc accept 1 --decider Ann --adr Outbox --revisit 2026-07-01", "\(file)\nadr/0001-outbox.md\n")
        #expect(
            try life.read("adr/0001-outbox.md").contains("Follows from [1. Publish through an outbox](rfc/rfc-0001"))
        let head = try life.read(file).split(separator: "\n").prefix(11)
        #expect(
            head.joined(separator: "\n") == """
                # Publish through an outbox
                To be Reviewed By: 2026-02-02
                Authors: Bo
                Decider: Ann
                Status: Accepted
                Revisit: 2026-07-01
                Decided: 2026-01-12 by Ann
                Extended: on 2026-01-12 from 2026-01-26 to 2026-02-02, because tests
                Superseded by: N/A
                Related: Led to [ADR-0001](../0001-outbox.md)
                ## Problem
                """)
        try await life.run("rfc errata 1 Faster", "\(file)\n")
        #expect(try life.read(file).hasSuffix("\n- 2026-01-12: Faster\n"))
        try await life.run("rfc activate 1", "\(file)\n")
        try await life.run("rfc new Stream everything", "adr/rfc/rfc-0002-stream-everything.md\n")
        try await life.run(
            "rfc supersede 1 --by 2", "\(file)\nadr/rfc/rfc-0002-stream-everything.md\n")
        try await life.run("rfc drop 2 --reason no", "adr/rfc/rfc-0002-stream-everything.md\n")
        try await life.run(
            "rfc list",
            """
            2  dropped     2026-01-26  Stream everything
            1  superseded  2026-02-02  Publish through an outbox  -> 2

            """)
    }

    @Test func `a team settles its own process`() async throws {
        let life = try Life()
        try life.write(
            "archbook.yml", "process:\n  review-days: 5\n  longest-review-days: 10\n  moves: [draft -> dropped]\n")
        try await life.run("rfc new Short", "adr/rfc/rfc-0001-short.md\n")
        #expect(try life.read("adr/rfc/rfc-0001-short.md").contains("To be Reviewed By: 2026-01-17\n"))
        try await life.run("rfc open 1", "", code: 2)
        try await life.run("rfc drop 1", "adr/rfc/rfc-0001-short.md\n")
    }
}

/// A workspace in which one command after another is run.
private final class Life {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder(workspace: [:]) }

    /// Runs a command line whose words have no blanks in them.
    func run(_ line: String, _ output: String, code: Int32 = 0) async throws {
        let recorder = OutputRecorder()
        let words = line.split(separator: " ").map(String.init)
        let result = await Archbook.run(words, in: .test(directory: folder.path, recorder: recorder))
        #expect(result == code, "\(line): \(recorder.error)")
        #expect(recorder.output == output, "\(line)")
    }

    func read(_ path: String) throws -> String { try folder.read(path) }
    func write(_ path: String, _ text: String) throws { try folder.write(path, text) }

    func edit(_ path: String, _ old: String, _ new: String) throws {
        let text = try folder.read(path)
        try #require(text.contains(old))
        try folder.write(path, text.replacing(old, with: new))
    }
}
