import Foundation
import Model
import Review
import TestSupport
import Testing

/// The program itself on a pseudo-terminal, driven by keys.
@Suite(.timeLimit(.minutes(10))) struct `Quiz on a terminal` {
    private let log = ".archbook/reviews/laptop.jsonl"

    private let week = """
        # Week 1: Queues

        ### Question 1: Video pipeline (40 points)

        **Problem:**
        Design it.

        **Tasks:**
        1. Draw it
        2. Count it

        **Model Answer (40/40):**

        **Flow:**
        Uploads go to SQS.

        **Failures:**
        After four attempts to the dead-letter queue.

        **Score: 40/40**
        - Fan-out through SNS (20 pts)
        - Dead letters kept with an alarm (20 pts)

        ## What is CQRS?

        Two models, one for each side.

        """

    private func workspace() throws -> TemporaryFolder { try TemporaryFolder(["knowledge/week.md": week]) }

    private func start(
        _ folder: TemporaryFolder, _ arguments: [String] = ["quiz"], editor: String? = nil, columns: UInt16 = 80
    ) throws -> PseudoTerminal {
        let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "archbook")
        var environment = [
            "PATH": "/usr/bin:/bin", "ARCHBOOK_DEVICE": "laptop", "TERM": "xterm", "NO_COLOR": "1",
            "XDG_STATE_HOME": folder.path("state"), "TZ": "UTC",
        ]
        environment["EDITOR"] = editor
        return try PseudoTerminal(
            program.path, arguments, in: folder.path, environment, columns: columns)
    }

    private func answers(_ folder: TemporaryFolder) throws -> [GradedAnswer] {
        ReviewLog(files: [(log, try folder.bytes(log))]).answers.map(\.answer)
    }

    @Test func `answers by keys, is killed half way, goes on at the bullet, and has the right log`() throws {
        let folder = try workspace()
        try answerUntilTheSecondBullet(in: folder)
        #expect(!folder.exists(log))
        try gradeTheLongQuestion(in: folder)
        // What is graded is on the disk, whatever happens to the process.
        #expect(try answers(folder).map(\.grade) == [.hard])
        try answerTheShortQuestion(in: folder)

        let log = try answers(folder)
        #expect(log.map(\.grade) == [.hard, .good])
        #expect(log[0].items.values.sorted() == [0.5, 1] && log[0].predicted == 30)
        #expect(log[0].session == log[1].session)
        #expect(!folder.exists(".archbook/session/session.json"))
        #expect(try folder.read("knowledge/week.md") == week)
        let copies = try folder.tree().filter { $0.hasSuffix("reviews.jsonl") }
        #expect(try copies.map(folder.read) == [folder.read(self.log)])
    }

    private func answerUntilTheSecondBullet(in folder: TemporaryFolder) throws {
        let quiz = try start(folder)
        try quiz.wait(for: "Enter begin")
        #expect(!quiz.isInLineMode)
        quiz.type("\r")
        try quiz.wait(for: "Enter show the answer")
        quiz.type("\r")
        try quiz.wait(for: "Your score, 0 to 40")
        #expect(quiz.isInLineMode, "a line of text is typed with the terminal's own editing")
        quiz.type("30\n")
        try quiz.wait(for: "Uploads go to SQS.")
        quiz.type(" ")
        try quiz.wait(for: "dead-letter queue")
        quiz.type("\r")
        try quiz.wait(for: "1/2  Fan-out")
        quiz.type("y")
        try quiz.wait(for: "2/2  Dead letters")
        quiz.signal(SIGKILL)
        #expect(quiz.end() == 128 + SIGKILL)
    }

    private func gradeTheLongQuestion(in folder: TemporaryFolder) throws {
        let quiz = try start(folder)
        try quiz.wait(for: "Going on with question 1 of 2, bullet 2: Video pipeline")
        try quiz.wait(for: "2/2  Dead letters")
        quiz.type("h")
        try quiz.wait(for: "30/40 (75%): Hard. Next on")
        try quiz.wait(for: "You expected 30.")
        quiz.type("\r")
        try quiz.wait(for: "Enter next question")
        quiz.signal(SIGKILL)
        #expect(quiz.end() == 128 + SIGKILL)
    }

    private func answerTheShortQuestion(in folder: TemporaryFolder) throws {
        let quiz = try start(folder)
        try quiz.wait(for: "Going on with question 2 of 2: What is CQRS?")
        try quiz.wait(for: "Enter show the answer")
        quiz.type("\r")
        try quiz.wait(for: "Two models")
        quiz.type("3")
        try quiz.wait(for: "Enter finish")
        quiz.type("\r")
        try quiz.wait(for: "**Total Score: 30/40 (75%)**")
        try quiz.wait(for: "2 of 2 questions answered")
        #expect(quiz.end() == 0)
    }

    @Test(arguments: ["q", "\u{1B}", "\u{3}"]) func `leaves by q, Esc and Ctrl-C, and restores the terminal`(
        key: String
    ) throws {
        let folder = try workspace()
        let quiz = try start(folder, ["quiz", "--kind", "short"])
        try quiz.wait(for: "Enter begin")
        quiz.type("\r")
        try quiz.wait(for: "Enter show the answer")
        quiz.type(key)
        try quiz.wait(for: "`archbook quiz` goes on here.")
        #expect(quiz.end() == 0)
        #expect(quiz.isInLineMode)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGSEGV]) func `restores the terminal when it is ended from outside`(
        signal: CInt
    ) throws {
        let folder = try workspace()
        defer { withExtendedLifetime(folder) {} }
        let quiz = try start(folder)
        try quiz.wait(for: "Enter begin")
        #expect(!quiz.isInLineMode)
        quiz.signal(signal)
        #expect(quiz.end() == 128 + signal)
        #expect(quiz.isInLineMode)
    }

    @Test func `writes an answer in the editor on a draft that is there before, and finds its terms`() throws {
        let folder = try workspace()
        try folder.write("edit.sh", "cp \"$1\" seen.md; echo 'We fan out through SNS' >> \"$1\"\n")
        let quiz = try start(folder, ["quiz", "1"], editor: "sh edit.sh")
        try quiz.wait(for: "Enter begin")
        quiz.type("\r")
        try quiz.wait(for: "e editor")
        quiz.type("e")
        try quiz.wait(for: "The draft has")
        #expect(try folder.read("seen.md") == "# Video pipeline\n\n1. Draw it\n\n\n2. Count it\n\n\n")
        quiz.type("\r")
        try quiz.wait(for: "Your score")
        quiz.type("\n")
        try quiz.wait(for: "d your text")
        quiz.type("d")
        try quiz.wait(for: "We fan out through SNS")
        quiz.type("  ")
        try quiz.wait(for: "your text mentions 1 of 1: SNS")
        quiz.type("yy")
        try quiz.wait(for: "40/40 (100%): Good")
        quiz.type("\r")
        try quiz.wait(for: "Enter finish")
        quiz.type("\r")
        #expect(quiz.end() == 0)
        let path = try #require(try answers(folder)[0].answerPath)
        #expect(try folder.read(path).hasSuffix("We fan out through SNS\n"))
        #expect(try !folder.tree().contains { $0.hasPrefix(".archbook/session/q-") })
    }

    @Test(arguments: [
        ("false", "The editor ended with code 1."), ("no-such-editor", "The editor `no-such-editor` was not found."),
        (nil, "Neither VISUAL nor EDITOR is set."), ("rm", "is gone; e makes a new one."),
        ("kill -9 $$ #", "The editor was ended by signal 9."),
    ])
    func `goes on when the editor fails, is missing, or the draft is removed`(editor: String?, message: String) throws {
        let folder = try workspace()
        defer { withExtendedLifetime(folder) {} }
        let quiz = try start(folder, ["quiz", "1"], editor: editor, columns: 200)
        try quiz.wait(for: "Enter begin")
        quiz.type("\r")
        try quiz.wait(for: "e editor")
        quiz.type("e")
        try quiz.wait(for: message)
        try quiz.wait(for: "Enter show the answer")
        quiz.type("q")
        #expect(quiz.end() == 0)
    }

    @Test func `fits forty columns, and a window that changes in mid-question`() throws {
        let folder = try workspace()
        defer { withExtendedLifetime(folder) {} }
        let quiz = try start(folder, ["quiz", "1"], columns: 40)
        try quiz.wait(for: "Enter begin")
        quiz.resize(columns: 40, rows: 10)
        quiz.type("\r")
        try quiz.wait(for: "q leave:")
        quiz.type("q")
        #expect(quiz.end() == 0)
        let begin = try #require(quiz.screen.range(of: "Enter begin"))
        let lines = quiz.screen[begin.lowerBound...].split(whereSeparator: \.isNewline)
        #expect(lines.count > 8 && lines.allSatisfy { $0.unicodeScalars.count <= 41 })
    }

    @Test func `lets a second quiz keep its answers beside the first`() throws {
        let folder = try workspace()
        let first = try start(folder)
        try first.wait(for: "Enter begin")
        first.type("\r")
        try first.wait(for: "Enter show the answer")
        let second = try start(folder, ["quiz", "--kind", "short"])
        try second.wait(for: "Enter begin")
        second.type("\r")
        try second.wait(for: "Another quiz is open in this workspace.")
        try second.wait(for: "Enter show the answer")
        second.type("\r")
        try second.wait(for: "3 Good")
        second.type("3")
        try second.wait(for: "Enter finish")
        second.type("\r")
        #expect(second.end() == 0)
        first.type("q")
        #expect(first.end() == 0)
        #expect(try answers(folder).map(\.grade) == [.good])
    }

    @Test func `tells what became of the rubric since the latest answer`() throws {
        let folder = try workspace()
        try gradeInFull(folder, until: "Enter finish")
        try folder.write(
            "knowledge/week.md",
            week.replacing("Dead letters kept with an alarm (20 pts)", with: "An alarm on old messages (20 pts)"))
        let screen = try gradeInFull(folder, until: "1/2  Fan-out")
        #expect(screen.contains(": 1 new, 1 gone."))
        #expect(screen.contains("+ An alarm on old messages (20 pts)"))
    }

    /// Ticks every bullet of the long question, until a text stands on the screen.
    @discardableResult private func gradeInFull(_ folder: TemporaryFolder, until text: String) throws -> String {
        let quiz = try start(folder, ["quiz", "1"])
        for (awaited, keys) in [
            ("Enter begin", "\r"), ("Enter show the answer", "\r"), ("Your score, 0 to 40", "\n"),
            ("Uploads go to SQS.", " "), ("dead-letter queue", "\r"), ("1/2  Fan-out", "y"), ("2/2  ", "y"),
            ("40/40 (100%)", "\r"), ("Enter finish", "\r"),
        ] {
            try quiz.wait(for: awaited)
            if awaited == text && text != "Enter finish" { break }
            quiz.type(keys)
        }
        if text != "Enter finish" { quiz.signal(SIGKILL) }
        _ = quiz.end()
        return quiz.screen
    }
}
