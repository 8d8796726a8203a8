package import ArgumentParser
package import Model
import Review
import Terminal

/// `archbook quiz ask`: asks the book's review questions and keeps the answers.
package struct QuizAsk: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Ask the review questions and keep the answers.",
        discussion: """
            Shows a question; when you have answered it for yourself, shows the model answer, and you tick what your \
            answer had, bullet by bullet. A short question you grade as a whole, 1 to 4.

              $ archbook quiz
              $ archbook quiz --tag saga --limit 2
              $ archbook quiz q-7k3f9c
              $ archbook quiz --answers answers.jsonl

            Each answer is on the disk before the next question is asked, so q, the end of the input and Ctrl-C lose \
            no finished answer. They are kept in .archbook/reviews/DEVICE.jsonl, a file that only grows and is meant \
            for git; DEVICE is ARCHBOOK_DEVICE or the name of the machine. Nothing is written into the notes.

            When the input is not a terminal, nothing is asked: the plan is printed, and --answers plays the answers \
            from a file, one JSON object in a line. All lines are checked before any of them is kept:

              {"q": "q-7k3f9c", "grade": 3}
              {"q": "q-mmp6tf", "items": {"b-1f2e": 1, "b-88a0": 0.5}, "predicted": 30}

            `archbook show ID --json` names the bullets of a question; every one of them needs 1, 0.5 or 0.

            Grades are 1 again, 2 hard, 3 good, 4 easy. A score below 60 % is Again, below 80 % Hard, else Good.

            Not there yet: a schedule (questions never answered come first, then the longest unseen), the weekly \
            plan, answers written in an editor, undo, and statistics.
            """
    )

    @Argument(help: "The question to ask, by its id or its number in the book; all when left out.")
    var question: String?

    @OptionGroup var selection: QuizSelection

    @Option(help: ArgumentHelp("Play the answers of a file, or of the standard input for -.", valueName: "file"))
    var answers: String?

    @OptionGroup var display: DisplayOptions

    package init() {}

    package mutating func validate() throws {
        guard answers != nil, question != nil || !selection.isEmpty else { return }
        throw ValidationError("--answers names its questions itself; leave out QUESTION, --kind, --tag and --limit.")
    }

    package func run(in world: World) async throws -> Outcome {
        try run(on: await QuizMaterial.load(in: world), in: world)
    }

    /// Runs on a book that has been read.
    package func run(on material: QuizMaterial, in world: World) throws -> Outcome {
        let output = CommandOutput(world, display)
        material.tellFindings(through: output)
        if let answers { return try play(answers, on: material, through: output) }

        var filter = selection.filter
        if let question { filter.ids = [try material.question(named: question)] }
        let plan = material.plan(filter)
        guard !plan.items.isEmpty else { return QuizPlanText.tellNothingToAsk(of: material, through: output) }
        guard world.terminal.inputIsTerminal else {
            output.print(QuizPlanText(plan, output).lines)
            output.tell(QuizAsk.notATerminal)
            return .done
        }
        var dialogue = QuizDialogue(plan, recorder: QuizRecorder(material, in: world), through: output)
        try dialogue.run()
        return .done
    }

    private func play(_ file: String, on material: QuizMaterial, through output: CommandOutput) throws -> Outcome {
        let bytes = try QuizAnswers.read(file, in: output.world)
        let answers = QuizAnswers(bytes, for: material.plan(QuestionFilter()))
        guard answers.problems.isEmpty else {
            let source = file == "-" ? "standard input" : SafeText.line(file)
            let problems = answers.problems.map { "\(source):\($0.line): \($0.message)" }
            output.tell((problems + [QuizAsk.nothingKept]).joined(separator: "\n"))
            return .failed
        }
        var recorder = QuizRecorder(material, in: output.world)
        for attempt in answers.attempts { try recorder.record(attempt) }
        output.print(QuizSummary(answers.attempts, output).lines)
        return .done
    }

    private static let notATerminal =
        "Nothing was asked, since the input is not a terminal. Answer with `archbook quiz --answers FILE`."
    private static let nothingKept = "No answer was kept. Correct the lines and run the command again."
}
