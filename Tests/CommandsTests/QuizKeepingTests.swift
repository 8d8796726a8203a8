import ArgumentParser
import Commands
import Foundation
import Model
import Review
import TestSupport
import Testing
import Workspace

@Suite struct `Quiz history that is kept` {
    private let log = ".archbook/reviews/laptop.jsonl"

    private func world(
        _ folder: TemporaryFolder, _ recorder: OutputRecorder = OutputRecorder(), typing input: String = "",
        seed: UInt64 = 1
    ) -> World {
        var world = World.test(
            directory: folder.path, environment: ["ARCHBOOK_DEVICE": "laptop", "XDG_STATE_HOME": folder.path("state")],
            input: input, recorder: recorder, seed: seed)
        world.terminal.inputIsTerminal = true
        return world
    }

    private func answer(_ folder: TemporaryFolder, _ answers: String, book: Book = QuizSamples.book) throws {
        try folder.write("answers.jsonl", answers)
        let material = QuizMaterial(book: book, root: folder.path)
        _ = try QuizAsk.parse(["--answers", "answers.jsonl"]).run(on: material, in: world(folder))
    }

    @Test func `stands in two places, and is restored from either`() throws {
        let folder = try TemporaryFolder()
        try answer(folder, #"{"q": "cqrs", "grade": 3}"#)
        let copy = try #require(ReviewLogCopy(of: folder.path, ["XDG_STATE_HOME": folder.path("state")]))
        let line = try folder.read(log)
        func doctor(_ arguments: [String] = []) throws -> (output: String, outcome: Outcome) {
            let recorder = OutputRecorder()
            let material = QuizMaterial(book: QuizSamples.book, root: folder.path)
            let outcome = try QuizDoctor.parse(arguments).run(on: material, in: world(folder, recorder))
            return (recorder.output, outcome)
        }
        #expect(try doctor().outcome == .done)

        try folder.remove(log)
        let lost = try doctor()
        #expect(lost.outcome == .no && lost.output.contains("1 event only in the copy."))
        #expect(try doctor(["--restore"]).outcome == .done)
        #expect(try folder.read(log) == line)

        try FileManager.default.removeItem(atPath: copy.path)
        #expect(try doctor().output.contains("1 event only in the log."))
        #expect(try doctor(["--restore"]).outcome == .done)
        #expect(try String(contentsOfFile: copy.path, encoding: .utf8) == line)
        #expect(try doctor().outcome == .done)
    }

    @Test func `follows a question that was edited, in one line and one event, and can be taken back`() throws {
        let folder = try TemporaryFolder()
        try answer(folder, #"{"q": "cqrs", "grade": 3}"#)
        let edited = QuizSamples.entry(
            "q-new", "What does CQRS mean?", Question(form: .short, modelAnswer: "Two models."))
        let book = Book(title: "Book", entries: [edited])
        let recorder = OutputRecorder()
        let material = QuizMaterial(book: book, root: folder.path)
        _ = try QuizAsk.parse(["q-new"]).run(on: material, in: world(folder, recorder, typing: "q\n", seed: 2))
        #expect(
            recorder.error.hasPrefix(
                "1 answer of cqrs now belong to q-new, What does CQRS mean?: the model answer is the same.\n"))
        let events = ReviewLog(files: [(log, try folder.bytes(log))])
        #expect(events.answers.map(\.question.rawValue) == ["q-new"])

        let undo = OutputRecorder()
        _ = try QuizUndo.parse([]).run(
            on: QuizMaterial(book: book, root: folder.path), in: world(folder, undo, seed: 3))
        #expect(undo.error.hasPrefix("Taken back: "))
    }

    @Test func `leaves a question out until it is resumed`() throws {
        let folder = try TemporaryFolder()
        func material() -> QuizMaterial { QuizMaterial(book: QuizSamples.book, root: folder.path) }
        func due() throws -> String {
            let recorder = OutputRecorder()
            _ = try QuizDue.parse([]).run(on: material(), in: world(folder, recorder))
            return recorder.output
        }
        _ = try QuizSuspend.parse(["cqrs"]).run(on: material(), in: world(folder))
        #expect(try !due().contains("cqrs"))
        var later = world(folder, seed: 2)
        later.now = { Timestamp(milliseconds: World.testNow.milliseconds + 1000) }
        _ = try QuizResume.parse(["cqrs"]).run(on: material(), in: later)
        #expect(try due().contains("cqrs"))
    }

    @Test func `tells when the clock was set back, and keeps the answer`() throws {
        let folder = try TemporaryFolder()
        try answer(folder, #"{"q": "cqrs", "grade": 3}"#)
        let recorder = OutputRecorder()
        var earlier = world(folder, recorder, typing: "\n\n1\n\n", seed: 2)
        earlier.now = { Timestamp(milliseconds: World.testNow.milliseconds - 3_600_000, offsetMinutes: 180) }
        let material = QuizMaterial(book: QuizSamples.book, root: folder.path)
        _ = try QuizAsk.parse(["cqrs"]).run(on: material, in: earlier)
        #expect(recorder.error.hasPrefix("The clock stands before the latest answer, of 2026-01-12T10:00:00+03:00."))
        let answers = ReviewLog(files: [(log, try folder.bytes(log))]).answers
        #expect(answers.map(\.answer.grade) == [.again, .good])
    }

    @Test func `of a lost question is given to another by hand`() throws {
        let folder = try TemporaryFolder()
        try answer(folder, #"{"q": "cqrs", "grade": 3}"#)
        let material = QuizMaterial(
            book: Book(title: "", entries: [QuizSamples.entry("other", "Why?", Question(form: .short))]),
            root: folder.path)
        _ = try QuizRelink.parse(["cqrs", "other"]).run(on: material, in: world(folder, seed: 2))
        #expect(throws: CommandFailure.self) {
            try QuizRelink.parse(["nothing", "other"]).run(on: material, in: world(folder, seed: 3))
        }
        let events = ReviewLog(files: [(log, try folder.bytes(log))])
        #expect(events.answers.map(\.question.rawValue) == ["other"])
    }

    @Test func `keeps its names when markers are written, byte for byte beside them`() async throws {
        let text = "# Notes\r\n\r\n## What is a saga?\r\nSteps.\r\n\r\n## Why?\n\nBecause.\n"
        let folder = try TemporaryFolder(["knowledge/a.md": text, "archbook.yml": "title: Book\n"])
        func run(_ arguments: [String]) async throws -> (output: String, error: String) {
            let recorder = OutputRecorder()
            _ = try await QuizIDs.parse(arguments).run(in: world(folder, recorder))
            return (recorder.output, recorder.error)
        }
        let before = try await run(["--json"]).output
        let difference = try await run(["--dry-run"]).output
        #expect(difference.contains("+<!-- q: q-") && folder.exists("knowledge/a.md"))
        #expect(try folder.read("knowledge/a.md") == text)
        _ = try await run(["--write"])
        let stamped = try folder.read("knowledge/a.md")
        let lines = Array(stamped.utf8).split(separator: 10, omittingEmptySubsequences: false)
        let rest = lines.filter { !$0.starts(with: Array("<!-- q:".utf8)) }
        #expect(rest.count == lines.count - 2)
        #expect(Array(rest.joined(separator: [10])) == Array(text.utf8))
        #expect(try await run(["--json"]).output == before)
        #expect(try await run(["--write"]).error == "Every question has its marker already.\n")
        try folder.write("knowledge/a.md", stamped.replacing("What is a saga?", with: "What is a saga made of?"))
        let after = try await run(["--json"]).output
        #expect(after.replacing("What is a saga made of?", with: "What is a saga?") == before)
    }

    @Test func `sums up a scripted week in the layout of the notes`() async throws {
        let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let name = "knowledge/reviews/week-07-asynchronous-systems.md"
        let folder = try TemporaryFolder([
            name: try String(contentsOf: repository.appending(path: name), encoding: .utf8)
        ])
        let book = await (try OpenWorkspace.find(from: folder.path)).readBook()
        let long = book.entries.filter { $0.question?.rubric.isEmpty == false }
        #expect(long.count == 5)
        let answers = long.map { entry in
            let bullets = entry.question?.rubric.enumerated().map { "\"\($1.id)\": \($0 == 0 ? "0.5" : "1")" } ?? []
            return "{\"q\": \"\(entry.id)\", \"items\": {\(bullets.joined(separator: ", "))}}"
        }
        try folder.write("answers.jsonl", answers.joined(separator: "\n"))
        let recorder = OutputRecorder()
        let material = QuizMaterial(book: book, root: folder.path)
        _ = try QuizAsk.parse(["--answers", "answers.jsonl"]).run(on: material, in: world(folder, recorder))
        let lines = recorder.output.split(separator: "\n", omittingEmptySubsequences: false)
        let points = long.map { Double($0.question?.rubric.first?.points ?? 0) / 2 }
        let total = Score(200 - points.reduce(0, +), of: 200)
        #expect(
            lines.prefix(4) == ["## Weekly Review Summary", "", "**Total Score: \(total) (\(total.percent)%)**", ""])
        for (index, entry) in long.enumerated() {
            let score = Score(40 - points[index], of: 40)
            #expect(
                lines[4 + index].hasPrefix(
                    "\(index + 1). **\(entry.title) (\(score))** - Good, first answer; missed: half of "))
        }
    }

    @Test(arguments: [
        "# Notes\n\nNothing to ask.\n",
        "# W\n\n### Question 1: X (40 points)\n\n**Tasks:**\n1. a\n\n**Score: 40/40**\n",
        "# W\n\n### Question 1: X\n\n**Tasks:**\n1. a\n\n**Score: 40/40**\n- one (50 pts)\n- two (3 pts)\n",
    ])
    func `needs no well-made book`(text: String) async throws {
        let folder = try TemporaryFolder(["knowledge/a.md": text])
        let book = await (try OpenWorkspace.find(from: folder.path)).readBook()
        let recorder = OutputRecorder()
        let material = QuizMaterial(book: book, root: folder.path)
        let quiz = try QuizAsk.parse(["--plain"])
        _ = try quiz.run(on: material, in: world(folder, recorder, typing: "\n\n\n\ny\ny\n\n\n"))
        if book.entries(of: .question).isEmpty {
            #expect(recorder.error.hasPrefix("There are no questions in this book yet."))
        } else if book.entries(of: .question)[0].question?.rubric.isEmpty == false {
            #expect(recorder.output.contains("40/40 (100%)"))
        } else {
            #expect(recorder.error.contains("1 Again"))
        }
    }
}
