import ArgumentParser
import Commands
import Model
import Review
import TestSupport
import Testing

@Suite struct `Quiz answers from a file` {
    private let log = ".archbook/reviews/laptop.jsonl"

    private func play(
        _ file: String,
        in folder: TemporaryFolder,
        input: String = ""
    ) throws -> (output: String, error: String, outcome: Outcome) {
        let recorder = OutputRecorder()
        let world = World.test(
            directory: folder.path, environment: ["ARCHBOOK_DEVICE": "laptop"], input: input, recorder: recorder)
        let material = QuizMaterial(book: QuizSamples.book, root: folder.path)
        let outcome = try QuizAsk.parse(["--answers", file]).run(on: material, in: world)
        return (recorder.output, recorder.error, outcome)
    }

    private let session = """
        {"q": "video", "items": {"b-fan": 1, "b-dlq": 0.5, "b-idem": 0}, "predicted": 30}

        {"q": "cqrs", "grade": 3}

        """

    @Test(arguments: ["answers.jsonl", "-"]) func `are kept as if they had been typed`(file: String) throws {
        let folder = try TemporaryFolder(["answers.jsonl": session])
        let (output, error, outcome) = try play(file, in: folder, input: session)
        #expect(outcome == .done && error.isEmpty)
        #expect(
            output == """
                ## Weekly Review Summary

                **Total Score: 28.5/40 (71%)**

                1. **Video processing (28.5/40)** - Hard, first answer; missed: half of Dead letters; Idempotency
                2. **What is CQRS? (Good)** - first answer

                """)
        let reviews = ReviewLog(files: [(log, try folder.bytes(log))]).answers.map(\.answer)
        #expect(reviews.map(\.grade) == [.hard, .good])
        #expect(reviews.map(\.predicted) == [30, nil])
    }

    @Test(arguments: [
        ("{", "the line is not JSON"), ("[]", "an answer is a JSON object"), ("{}", "q must name a question"),
        (#"{"q": "nope", "grade": 3}"#, "there is no question `nope`"),
        (#"{"q": "cqrs", "grade": 5}"#, "`cqrs` needs a grade of 1, 2, 3 or 4"),
        (#"{"q": "cqrs", "grade": 3.5}"#, "`cqrs` needs a grade"), (#"{"q": "cqrs"}"#, "`cqrs` needs a grade"),
        (#"{"q": "cqrs", "grade": 3, "items": {}}"#, "`cqrs` has no rubric"),
        (#"{"q": "video", "grade": 3}"#, "the grade of `video` follows from its items"),
        (#"{"q": "video"}"#, "1, 0.5 or 0 for each of `b-fan`, `b-dlq`, `b-idem`"),
        (#"{"q": "video", "items": {"b-fan": 1, "b-dlq": 1}}"#, "items lacks `b-idem`"),
        (#"{"q": "video", "items": {"b-fan": 1, "b-dlq": 1, "b-idem": 1, "b-x": 1}}"#, "has no `b-x`"),
        (#"{"q": "video", "items": {"b-fan": 1, "b-dlq": 1, "b-idem": 0.7}}"#, "`b-idem` must be 1, 0.5 or 0"),
        (#"{"q": "video", "items": {"b-fan": 1, "b-dlq": 1, "b-idem": 1}, "predicted": 41}"#, "from 0 to 40"),
        (#"{"q": "cqrs", "grade": 3, "predictd": 1}"#, "`predictd` is unknown"),
    ])
    func `are all refused when one is wrong`(line: String, message: String) throws {
        let folder = try TemporaryFolder(["answers.jsonl": "{\"q\": \"cqrs\", \"grade\": 3}\n\(line)\n"])
        let (output, error, outcome) = try play("answers.jsonl", in: folder)
        #expect(outcome == .failed && output.isEmpty)
        #expect(error.hasPrefix("answers.jsonl:2: ") && error.contains(message))
        #expect(error.hasSuffix("No answer was kept. Correct the lines and run the command again.\n"))
        #expect(!folder.exists(".archbook"))
    }

    @Test func `are named all at once when several are wrong, without what could harm the terminal`() throws {
        let folder = try TemporaryFolder(["a": "x\n{\"q\": \"\\u001b[2J\"}\n"])
        let error = try play("a", in: folder).error
        #expect(error.contains("a:1: ") && error.contains("a:2: ") && !error.utf8.contains(0x1B))
    }

    @Test func `must be there`() throws {
        let folder = try TemporaryFolder(["empty": "\n"])
        #expect(throws: (any Error).self) { try play("missing", in: folder) }
        #expect(try play("empty", in: folder).error.contains("there is no answer in the file"))
    }
}
