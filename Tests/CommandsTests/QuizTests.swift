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

    // MARK: At the terminal, by lines

    @Test func `asks a long and a short question, and keeps both answers`() throws {
        let folder = try TemporaryFolder()
        let (output, error, outcome) = try run(in: folder, typing: "\n\n30\n\ny\nH\nnone\n\n\n\n3\n\n")
        #expect(outcome == .done)
        #expect(
            output == """
                2 questions, about 43 minutes.
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


                28.5/40 (71%): Hard. Next on 2026-01-19. You expected 30.
                Hard. Kept.

                Question 2 of 2: What is CQRS?


                Model answer

                Two models.

                Good. Kept.

                ## Weekly Review Summary

                **Total Score: 28.5/40 (71%)**

                1. **Video processing (28.5/40)** - Hard, first answer; missed: half of Dead letters; Idempotency
                2. **What is CQRS? (Good)** - first answer

                """)
        #expect(error.contains("1/3  Fan-out (22 points)\ny full, h half, n none, q leave: "))
        #expect(error.hasSuffix("\n2 of 2 questions answered in less than a minute.\n"))
        let reviews = try events(folder)
        #expect(reviews.map(\.question.rawValue) == ["video", "cqrs"])
        #expect(reviews.map(\.grade) == [.hard, .good])
        #expect(reviews[0].items == ["b-fan": 1, "b-dlq": 0.5, "b-idem": 0])
        #expect(reviews[0].policy == "p1" && reviews[0].score == Score(28.5, of: 40))
        #expect(reviews[0].predicted == 30 && reviews[0].fingerprint?.heading == "1: Video processing")
        #expect(reviews[0].session != nil && reviews[0].session == reviews[1].session)
    }

    @Test(arguments: ["q\n", "\nq\n", "\n\nq\n", "\n\n\n\n1\n"])
    func `keeps what is finished when the reader leaves, and goes on there`(rest: String) throws {
        let folder = try TemporaryFolder()
        let (output, error, outcome) = try run(in: folder, typing: "\n\n\n\ny\ny\ny\n\n" + rest)
        #expect(outcome == .done)
        #expect(try events(folder).first?.question.rawValue == "video")
        #expect(output.contains("**Total Score: 40/40 (100%)**"))
        #expect(error.contains("1 of 2 questions answered") || error.contains("2 of 2"))
    }

    @Test func `goes on at the exact bullet`() throws {
        let folder = try TemporaryFolder()
        let first = try run(in: folder, typing: "\n\n35\n\ny\nh\nq\n")
        #expect(first.error.hasSuffix("`archbook quiz` goes on here.\n"))
        #expect(!folder.exists(log))
        let second = try run(in: folder, typing: "n\n\n\n\n4\n\n")
        #expect(second.error.hasPrefix("Going on with question 1 of 2, bullet 3: Video processing. --fresh"))
        let reviews = try events(folder)
        #expect(reviews[0].items == ["b-fan": 1, "b-dlq": 0.5, "b-idem": 0])
        #expect(reviews[0].predicted == 35)
        #expect(reviews.map(\.grade) == [.hard, .easy])
        #expect(!folder.exists(".archbook/session/session.json"))
    }

    @Test func `can begin anew`() throws {
        let folder = try TemporaryFolder()
        _ = try run(in: folder, typing: "\n\n35\n\ny\nq\n")
        let (output, _, _) = try run(["--fresh"], in: folder, typing: "q\n")
        #expect(output.hasPrefix("2 questions"))
    }

    @Test func `takes a tick and an answer back`() throws {
        let folder = try TemporaryFolder()
        let typed = "\n\n\n\ny\ny\nu\nn\ny\n" + "u\nn\n\n" + "u\nh\n\n\nq\n"
        let (_, error, _) = try run(in: folder, typing: typed)
        #expect(error.contains("u the one before"))
        let all = ReviewLog(files: [(log, try folder.bytes(log))])
        #expect(all.answers.map(\.answer.items) == [["b-fan": 1, "b-dlq": 0, "b-idem": 0.5]])
        #expect(all.events.count == 3)
    }

    @Test func `lets the reader move the grade by one, and keeps both`() throws {
        let folder = try TemporaryFolder()
        let (_, error, _) = try run(["video"], in: folder, typing: "\n\n\n\ny\nh\nn\n3\n\n")
        #expect(error.contains("Enter keep, 1 Again instead, 3 Good instead, u the last bullet, q leave:"))
        let review = try events(folder)[0]
        #expect(review.grade == .good && review.proposed == .hard)
    }

    @Test func `caps at Hard after a hint, and at Again after giving up`() throws {
        let folder = try TemporaryFolder()
        let (output, _, _) = try run(["video"], in: folder, typing: "\nh\n\n\n\ny\ny\ny\n\n\n")
        #expect(output.contains("A good answer has") && output.contains("- Idempotency"))
        _ = try run(["video"], in: folder, typing: "\ng\n\n\n\n", seed: 2)
        let reviews = try events(folder).sorted { $0.grade < $1.grade }
        #expect(reviews.map(\.grade) == [.again, .hard])
        #expect(reviews[1].usedHint && reviews[0].score == Score(0, of: 40))
    }

    @Test func `keeps a note with the answer`() throws {
        let folder = try TemporaryFolder()
        _ = try run(["cqrs"], in: folder, typing: "\n\n1\nn\nforgot the read side\n")
        let (output, _, _) = try run(["history", "cqrs"], in: folder)
        #expect(output.contains("1  note: forgot the read side"))
    }

    @Test func `does not count what was crammed`() throws {
        let folder = try TemporaryFolder()
        _ = try run(["--cram", "--kind", "short"], in: folder, typing: "\n\n1\n\n")
        #expect(try events(folder).map(\.mode) == [.cram])
        let (output, _, _) = try run(["due"], in: folder, terminal: .pipes)
        #expect(output.contains("cqrs   What is CQRS?     short      new"))
    }

    @Test func `grades an exam after its last answer`() throws {
        let folder = try TemporaryFolder()
        let typed = "\n" + "\n\n" + "\ny\ny\ny\n\n\n" + "3\n\n"
        let (output, error, _) = try run(["--exam"], in: folder, typing: typed)
        let second = try #require(output.range(of: "Question 2 of 2"))
        let answer = try #require(output.range(of: "Model answer"))
        #expect(second.lowerBound < answer.lowerBound)
        #expect(error.contains("40 minutes for this question.") && error.contains("0 of 40 minutes used."))
        #expect(!error.contains("h hint"))
        #expect(try events(folder).map(\.mode) == [.exam, .exam])
    }

    @Test(arguments: ["q\n", "", "\nq\n", "\n\nq\n"])
    func `keeps nothing of an answer that is not finished`(input: String) throws {
        let folder = try TemporaryFolder()
        #expect(try run(in: folder, typing: input).outcome == .done)
        #expect(!folder.exists(log))
    }

    @Test func `asks again after a reply that it does not know`() throws {
        let folder = try TemporaryFolder()
        let (_, error, _) = try run(["cqrs"], in: folder, typing: "\n\nmy answer is two models\n5\n\n4\n\n")
        #expect(error.contains("Type 1, 2, 3, 4, q: Type 1"))
        #expect(try events(folder).map(\.grade) == [.easy])
    }

    @Test func `shows how an answer changed since the last one`() throws {
        let folder = try TemporaryFolder()
        _ = try run(["video"], in: folder, typing: "\n\n\n\ny\nn\nn\n\n\n")
        let (output, _, _) = try run(["1"], in: folder, typing: "\n\n\n\ny\ny\nn\n\n\n", seed: 2)
        #expect(output.contains("2026-01-12 22/40, missed: Dead letters; Idempotency"))
        #expect(output.contains("1. **Video processing (35/40)** - Good, +13 since 2026-01-12; missed: Idempotency"))
    }

    @Test func `lets no escape sequence of the book through`() throws {
        let folder = try TemporaryFolder()
        let rubric = [RubricItem(id: "b", text: "\u{1B}[1A", points: 1)]
        let question = Question(form: .long, problem: "\u{1B}[2J", rubric: rubric, modelAnswer: "\u{9B}2J")
        let book = Book(title: "", entries: [QuizSamples.entry("evil", "\u{1B}]0;x\u{7}", question)])
        let (output, error, _) = try run(in: folder, typing: "\n\n\n\nn\n\n\n", book: book)
        #expect((output + error).unicodeScalars.allSatisfy { $0.properties.generalCategory != .control || $0 == "\n" })
        #expect(output.contains("␛[2J") && output.contains("␛]0;x␇") && error.contains("␛[1A"))
    }

    @Test func `that is killed in mid-session has every finished answer on the disk`() async throws {
        let folder = try TemporaryFolder()
        let root = folder.path
        await #expect(processExitsWith: .signal(SIGKILL)) { [root = root as String] in
            var world = World.test(directory: root, environment: ["ARCHBOOK_DEVICE": "laptop"])
            world.terminal.inputIsTerminal = true
            let typed = World.test(directory: root, input: "\n\n\n\ny\nh\nn\n\n\n")
            world.readLine = {
                if let line = typed.readLine() { return line }
                kill(getpid(), SIGKILL)
                return nil
            }
            _ = try QuizAsk.parse([]).run(on: QuizMaterial(book: QuizSamples.book, root: root), in: world)
        }
        #expect(try events(folder).map(\.question.rawValue) == ["video"])
        #expect(try run(["due"], in: folder).output.contains("cqrs  What is CQRS?  short  new"))
    }

    @Test func `hands out the line of an answer that cannot be kept`() throws {
        let folder = try TemporaryFolder(["\(log)/taken": ""])
        let failure = #expect(throws: CommandFailure.self) { try run(["cqrs"], in: folder, typing: "\n\n3\n\n") }
        #expect(failure?.description.contains("\"q\":\"cqrs\"") == true)
    }
}
