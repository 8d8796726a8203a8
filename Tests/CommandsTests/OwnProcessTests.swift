import Commands
import Model
import TestSupport
import Testing

/// A team's own states, moves and time-boxes, from `archbook.yml` to the files.
@Suite struct OwnProcessTests {
    private static let settings = """
        process:
          review-days: 7
          longest-review-days: 21
          moves:
            - draft -> discussion
            - discussion -> last call
            - last call -> on trial
            - on trial -> active
          time-boxes:
            last call: 10
          states:
            last call: discussion
            on trial: accepted
          decision-moves: [draft -> accepted]

        """

    @Test func `a proposal goes through the states of the team`() async throws {
        let folder = try TemporaryFolder(workspace: ["archbook.yml": Self.settings])
        let file = "adr/rfc/rfc-0001-outbox.md"
        #expect(try await run("check", in: folder).output.hasPrefix("No findings"))
        try await run("rfc new Outbox --decider Ann", in: folder)
        try await run("rfc open 1", in: folder)
        #expect(try folder.read(file).contains("To be Reviewed By: 2026-01-19\n"))
        let refusal = try await run("rfc accept 1", in: folder, code: 2)
        #expect(refusal.error.contains("is discussion and cannot become accepted; it can become last call"))
        try await run(["rfc", "move", "1", "Last Call"], in: folder)
        #expect(try folder.read(file).contains("Status: Last call\n"))
        #expect(try folder.read(file).contains("To be Reviewed By: 2026-01-22\n"))
        #expect(try await run("rfc list", in: folder).output == "1  last call  2026-01-22  Outbox\n")
        #expect(try await run("rfc due --as-of 2026-01-23", in: folder, code: 1).output.contains("1 day late"))
        try await run("rfc extend 1 --until 2026-01-25 --reason tests", in: folder)
        try await run("rfc accept 1", in: folder)
        #expect(try folder.read(file).contains("Status: On trial\n"))
        let json = try await run("rfc show 1 --json", in: folder).output
        #expect(json.contains("\"state\": \"on trial\"") && json.contains("\"status\": \"accepted\""))
        #expect(json.contains("\"deadline\": \"2026-01-25\""))
        try await run("rfc activate 1", in: folder)
        #expect(try folder.read(file).contains("Status: Active\n"))
    }

    @Test func `decisions have the moves that the team gives them`() async throws {
        let folder = try TemporaryFolder(workspace: ["archbook.yml": Self.settings])
        try await run("adr new Use queues --status Draft", in: folder)
        #expect(try await run("adr reject 1", in: folder, code: 2).error.contains("it can become accepted"))
        try await run("adr accept 1 --revisit 2026-07-01", in: folder)
        #expect(try folder.read("adr/0001-use-queues.md").contains("\n\nRevisit: 2026-07-01\n\n"))
        #expect(
            try await run("rfc due", in: folder).output.hasPrefix("2026-07-01  in 170 days  revisit  0001-use-queues"))
        try await run("adr new Use a log --revisit 2026-08-01", in: folder)
        #expect(try await run("adr show 2 --json", in: folder).output.contains("\"revisit\": \"2026-08-01\""))
    }

    @Test(arguments: [
        ("moves: [discussion -> last call]", "`process.moves` has \"last call\", which is no state"),
        ("decision-moves: [a]", "`process.decision-moves` has \"a\", which is no state"),
        ("states: {last call: waiting}", "`process.states` has \"waiting\", which is no status"),
        ("states: {draft: discussion}", "`process.states` names \"draft\", which is a status already"),
        ("states: [last call]", "`process.states` gives each state the status that it counts as"),
        ("time-boxes: {accepted: 3}", "`process.time-boxes` has accepted, which waits for nobody"),
        ("time-boxes: {discussion: 0}", "`process.time-boxes` gives discussion no number of days"),
        ("review-days: 40", "`process.review-days` is 40, and `process.longest-review-days` allows 31"),
        ("stages: 3", "unknown key `process.stages`"),
    ])
    func `what is wrong in the settings is told`(line: String, message: String) async throws {
        let folder = try TemporaryFolder(workspace: ["archbook.yml": "process:\n  \(line)\n"])
        let run = try await run("check", in: folder, code: 1)
        #expect(run.output.contains("archbook.yml:2:1: warning: [settings.archbook-yml] \(message)"), "\(run.output)")
    }

    @Test func `tells a superseded proposal with its successor, and days in the singular`() async throws {
        let folder = try TemporaryFolder(workspace: [:])
        for line in [
            "rfc new Outbox --decider Ann", "rfc open 1", "rfc accept 1", "rfc new Log", "rfc supersede 1 --by 2",
        ] { try await run(line, in: folder) }
        #expect(
            try await run("rfc list", in: folder).output == """
                2  draft       2026-01-26  Log
                1  superseded  2026-01-26  Outbox  -> 2

                """)
        let refused = try await run("rfc open 1 --review-by 2026-01-13", in: folder, code: 2)
        #expect(!refused.error.contains("A review of one to three weeks is usual"))
        try await run("rfc open 2 --review-by 2026-01-13", in: folder)
        #expect(try await run("rfc due", in: folder).output.contains("2026-01-13  in 1 day  review"))
        #expect(try await run("rfc due --as-of 2026-01-14", in: folder, code: 1).output.contains("1 day late"))
    }

    @discardableResult
    private func run(_ line: String, in folder: TemporaryFolder, code: Int32 = 0) async throws -> OutputRecorder {
        try await run(line.split(separator: " ").map(String.init), in: folder, code: code)
    }

    @discardableResult
    private func run(_ words: [String], in folder: TemporaryFolder, code: Int32 = 0) async throws -> OutputRecorder {
        let recorder = OutputRecorder()
        let result = await Archbook.run(words, in: .test(directory: folder.path, recorder: recorder))
        #expect(result == code, "\(words): \(recorder.error)\(recorder.output)")
        return recorder
    }
}
