import ArgumentParser
import Commands
import Foundation
import Model
import Review
import TestSupport
import Testing

@Suite struct `Quiz command` {
    private let log = ".archbook/reviews/laptop.jsonl"
    private let keyboard = TerminalTraits(
        inputIsTerminal: true, outputIsTerminal: false, errorIsTerminal: true, width: 80)

    /// Runs `archbook quiz` on the sample book with typed lines; returns the streams and how it ended.
    private func run(
        _ arguments: [String] = [],
        in folder: TemporaryFolder,
        typing input: String = "",
        terminal: TerminalTraits? = nil,
        book: Book = QuizSamples.book
    ) throws -> (output: String, error: String, outcome: Outcome) {
        let recorder = OutputRecorder()
        let world = World.test(
            directory: folder.path, environment: ["ARCHBOOK_DEVICE": "laptop"], input: input,
            terminal: terminal ?? keyboard, recorder: recorder)
        let material = QuizMaterial(book: book, root: folder.path)
        let command = try Quiz.parseAsRoot(arguments)
        let outcome =
            try (command as? QuizDue)?.run(on: material, in: world)
            ?? (command as? QuizAsk)?.run(on: material, in: world)
        return (recorder.output, recorder.error, try #require(outcome))
    }

    private func events(_ folder: TemporaryFolder) throws -> [GradedAnswer] {
        ReviewLog(files: [(log, try folder.bytes(log))]).reviews.map(\.review)
    }

    // MARK: At the terminal

    @Test func `asks a long and a short question, and keeps both answers`() throws {
        let folder = try TemporaryFolder()
        let (output, error, outcome) = try run(in: folder, typing: "\n\ny\nH\nno\n\n3\n")
        #expect(outcome == .done)
        #expect(
            output == """
                2 questions.
                video  Video processing  40 points  new
                cqrs   What is CQRS?     short      new


                Question 1 of 2: Video processing (40 points)

                Design it.

                Tasks
                1. Draw
                2. Count


                Model answer

                **SNS** and SQS.

                ```
                a -> b
                ```


                28.5/40 (71%): Hard. Kept.

                Question 2 of 2: What is CQRS?


                Model answer

                Two models.


                Good. Kept.

                Total Score: 28.5/40 (71%)

                1.  Video processing  28.5/40  Hard  first answer
                    - half: Dead letters
                    - missed: Idempotency
                2.  What is CQRS?              Good  first answer

                """)
        #expect(error.contains("1/3  Fan-out (22 points)\n     [y]es / [h]alf / [n]o / [q]uit: "))
        #expect(error.hasSuffix("\n2 of 2 questions answered in less than a minute.\n"))
        let reviews = try events(folder)
        #expect(reviews.map(\.question.rawValue) == ["video", "cqrs"])
        #expect(reviews.map(\.grade) == [.hard, .good])
        #expect(reviews[0].items == ["b-fan": 1, "b-dlq": 0.5, "b-idem": 0])
        #expect(reviews[0].policy == "p1" && reviews[0].score == Score(28.5, of: 40))
        #expect(reviews[0].session != nil && reviews[0].session == reviews[1].session)
    }

    @Test(arguments: ["\n\ny\ny\ny\nq\n", "\n\ny\ny\ny\n", "\n\ny\ny\ny\n\nq\n", "\n\ny\ny\ny\n\n"])
    func `keeps what is finished when the reader leaves`(input: String) throws {
        let folder = try TemporaryFolder()
        let (output, error, outcome) = try run(in: folder, typing: input)
        #expect(outcome == .done)
        #expect(try events(folder).map(\.question.rawValue) == ["video"])
        #expect(output.contains("Total Score: 40/40 (100%)"))
        #expect(error.contains("1 of 2 questions answered"))
    }

    @Test(arguments: ["q\n", "", "\nq\n", "\n\ny\ny\nq\n"])
    func `keeps nothing of an answer that is not finished`(input: String) throws {
        let folder = try TemporaryFolder()
        #expect(try run(in: folder, typing: input).outcome == .done)
        #expect(!folder.exists(".archbook"))
    }

    @Test func `asks again after a reply that it does not know`() throws {
        let folder = try TemporaryFolder()
        let (_, error, _) = try run(["cqrs"], in: folder, typing: "\nmy answer is two models\n5\n\n4\n")
        #expect(error.contains("Type 1, 2, 3, 4 or q.\nHow well"))
        #expect(try events(folder).map(\.grade) == [.easy])
    }

    @Test func `shows how an answer changed since the last one`() throws {
        let folder = try TemporaryFolder()
        _ = try run(["video"], in: folder, typing: "\n\ny\nn\nn\n")
        let (output, _, _) = try run(["1"], in: folder, typing: "\n\ny\ny\nn\n")
        #expect(output.contains("2026-01-12 22/40, missed: Dead letters; Idempotency"))
        #expect(output.contains("1.  Video processing  35/40  Good  +13 since 2026-01-12"))
    }

    @Test func `lets no escape sequence of the book through`() throws {
        let folder = try TemporaryFolder()
        let rubric = [RubricItem(id: "b", text: "\u{1B}[1A", points: 1)]
        let question = Question(form: .long, problem: "\u{1B}[2J", rubric: rubric, modelAnswer: "\u{9B}2J")
        let book = Book(title: "", entries: [QuizSamples.entry("evil", "\u{1B}]0;x\u{7}", question)])
        let (output, error, _) = try run(in: folder, typing: "\n\nn\n", book: book)
        #expect((output + error).unicodeScalars.allSatisfy { $0.properties.generalCategory != .control || $0 == "\n" })
        #expect(output.contains("␛[2J") && output.contains("␛]0;x␇") && error.contains("␛[1A"))
    }

    @Test func `that is killed in mid-session has every finished answer on the disk`() async throws {
        let folder = try TemporaryFolder()
        let root = folder.path
        await #expect(processExitsWith: .signal(SIGKILL)) { [root = root as String] in
            var world = World.test(directory: root, environment: ["ARCHBOOK_DEVICE": "laptop"])
            world.terminal.inputIsTerminal = true
            let typed = World.test(directory: root, input: "\n\ny\nh\nn\n\n")
            world.readLine = {
                if let line = typed.readLine() { return line }
                kill(getpid(), SIGKILL)
                return nil
            }
            _ = try QuizAsk.parse([]).run(on: QuizMaterial(book: QuizSamples.book, root: root), in: world)
        }
        #expect(try events(folder).map(\.question.rawValue) == ["video"])
        #expect(try run(["due"], in: folder).output.contains("cqrs   What is CQRS?     short      new"))
    }

    @Test func `hands out the line of an answer that cannot be kept`() throws {
        let folder = try TemporaryFolder(["\(log)/taken": ""])
        let failure = #expect(throws: CommandFailure.self) { try run(["cqrs"], in: folder, typing: "\n\n3\n") }
        #expect(failure?.description.contains("\"q\":\"cqrs\"") == true)
    }

    // MARK: Without a terminal

    @Test func `prints the plan when nobody can type, and says how to answer`() throws {
        let folder = try TemporaryFolder()
        let (output, error, outcome) = try run(in: folder, terminal: .pipes)
        #expect(outcome == .done)
        #expect(output.hasPrefix("video  Video processing"))
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
        _ = try run(["video"], in: folder, typing: "\n\ny\nh\nn\n")
        let (output, error, outcome) = try run(["due", "--json"], in: folder)
        #expect(outcome == .done && error.isEmpty)
        #expect(
            output == """
                {
                  "items": [
                    {
                      "id": "cqrs",
                      "kind": "short",
                      "title": "What is CQRS?"
                    },
                    {
                      "id": "video",
                      "kind": "long",
                      "lastAt": "2026-01-12T10:00:00+03:00",
                      "lastGrade": 2,
                      "lastScore": 28.5,
                      "points": 40,
                      "title": "Video processing"
                    }
                  ],
                  "schemaVersion": 1
                }

                """)
    }

    @Test(arguments: [
        ["--answers", "x", "--kind", "long"], ["cqrs", "--answers", "x"], ["--limit", "0"], ["--kind", "odd"],
    ])
    func `refuses arguments that make no sense`(arguments: [String]) {
        #expect(throws: (any Error).self) { try Quiz.parseAsRoot(arguments) }
    }
}
