import ArgumentParser
import Commands
import Foundation
import Model
import Review
import TestSupport
import Testing

@Suite struct `Quiz without a terminal` {
    private let log = ".archbook/reviews/laptop.jsonl"
    private let keyboard = TerminalTraits(
        inputIsTerminal: true, outputIsTerminal: false, errorIsTerminal: true, width: 80)

    /// Runs `archbook quiz` on the sample book with typed lines; returns the streams and how it ended.
    private func run(
        _ arguments: [String] = [],
        in folder: TemporaryFolder,
        typing input: String = "",
        terminal: TerminalTraits? = nil,
        book: Book = QuizSamples.book,
        seed: UInt64 = 1
    ) throws -> (output: String, error: String, outcome: Outcome) {
        let recorder = OutputRecorder()
        let world = World.test(
            directory: folder.path, environment: ["ARCHBOOK_DEVICE": "laptop"], input: input,
            terminal: terminal ?? keyboard, recorder: recorder, seed: seed)
        let material = QuizMaterial(book: book, root: folder.path)
        let command = try Quiz.parseAsRoot(arguments)
        let outcome =
            try (command as? QuizDue)?.run(on: material, in: world)
            ?? (command as? QuizHistory)?.run(on: material, in: world)
            ?? (command as? QuizAsk)?.run(on: material, in: world)
        return (recorder.output, recorder.error, try #require(outcome))
    }

    private func events(_ folder: TemporaryFolder) throws -> [GradedAnswer] {
        ReviewLog(files: [(log, try folder.bytes(log))]).answers.map(\.answer)
    }

    // MARK: Without a terminal

    @Test func `prints the plan when nobody can type, and says how to answer`() throws {
        let folder = try TemporaryFolder()
        let (output, error, outcome) = try run(in: folder, terminal: .pipes)
        #expect(outcome == .done)
        #expect(output.hasPrefix("2 questions, about 43 minutes.\nvideo  Video processing"))
        #expect(error.contains("--answers FILE"))
    }

    @Test(arguments: [["--tag", "none"], ["due", "--tag", "none"]])
    func `says when nothing matches`(arguments: [String]) throws {
        let (output, error, outcome) = try run(arguments, in: try TemporaryFolder(), terminal: .pipes)
        #expect(outcome == .no && output.isEmpty && error.contains("No question matches"))
    }

    @Test func `names the questions that an unknown name may mean`() throws {
        let folder = try TemporaryFolder()
        let failure = #expect(throws: CommandFailure.self) { try run(["qr"], in: folder) }
        #expect(failure?.description == "no entry is called \"qr\". Did you mean cqrs?")
    }

    @Test func `tells of damaged lines in the log and goes on`() throws {
        let folder = try TemporaryFolder([log: "<<<<<<< HEAD\n{\n"])
        let (output, error, _) = try run(["due"], in: folder, terminal: .pipes)
        #expect(output.contains("Video processing"))
        #expect(error.contains("\(log):1:1: error: [review.conflict-marker]"))
        #expect(error.contains("\(log):2:1: warning: [review.damaged-line]"))
    }

    @Test func `due prints data`() throws {
        let folder = try TemporaryFolder()
        _ = try run(["video"], in: folder, typing: "\n\n\n\ny\nh\nn\n\n\n")
        let (output, error, outcome) = try run(["due", "--json", "--as-of", "2026-01-19"], in: folder)
        #expect(outcome == .done && error.isEmpty)
        #expect(
            output == """
                {
                  "items": [
                    {
                      "difficulty": 5.112170705601055,
                      "due": "2026-01-19",
                      "id": "video",
                      "kind": "long",
                      "lastAt": "2026-01-12T10:00:00+03:00",
                      "lastGrade": 2,
                      "lastScore": 28.5,
                      "points": 40,
                      "retrievability": 0.7527794957805253,
                      "stability": 1.2931,
                      "title": "Video processing"
                    },
                    {
                      "id": "cqrs",
                      "kind": "short",
                      "title": "What is CQRS?"
                    }
                  ],
                  "schemaVersion": 1
                }

                """)
    }

    @Test func `due says what comes next when nothing is due`() throws {
        let folder = try TemporaryFolder()
        _ = try run(["cqrs"], in: folder, typing: "\n\n3\n\n")
        let (output, error, outcome) = try run(["due", "--kind", "short"], in: folder)
        #expect(outcome == .no && output.isEmpty)
        #expect(error.hasPrefix("Nothing is due. Next: 1 question on 2026-01-19."))
    }

    @Test(arguments: [
        ["--answers", "x", "--kind", "long"], ["cqrs", "--answers", "x"], ["--limit", "0"], ["--kind", "odd"],
        ["--cram", "--exam"], ["week", "--minutes", "0"], ["due", "--as-of", "soon"], ["simulate", "--grades", "fine"],
        ["simulate", "--grades", "good", "--every", "often"],
    ])
    func `refuses arguments that make no sense`(arguments: [String]) {
        #expect(throws: (any Error).self) { try Quiz.parseAsRoot(arguments) }
    }
}
