package import ArgumentParser
package import Model
import Review
import Terminal

/// `archbook quiz ask`: asks the book's review questions and keeps the answers.
package struct QuizAsk: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Ask the questions that are due, and keep the answers.",
        discussion: """
            Shows a question. A long one you answer on paper or in your editor (e), and say what score you expect; then \
            you see the model answer section by section and tick the rubric bullet by bullet. A short one you answer in \
            your head and grade yourself, 1 to 4.

              $ archbook quiz
              $ archbook quiz --tag saga --limit 2
              $ archbook quiz q-7k3f9c
              $ archbook quiz --exam --kind long --limit 3
              $ archbook quiz --answers answers.jsonl

            The keys stand on the screen; q, Esc and Ctrl-C always leave. Each answer is on the disk before the next \
            question, and `archbook quiz` again goes on at the same bullet. Answers are kept in \
            .archbook/reviews/DEVICE.jsonl, a file that only grows and is meant for git; DEVICE is ARCHBOOK_DEVICE or \
            the name of the machine. Nothing is written into the notes.

            --plain asks by lines instead of keys, also when the input is no terminal. --answers plays the answers \
            from a file, one JSON object in a line. All lines are checked before any of them is kept:

              {"q": "q-7k3f9c", "grade": 3}
              {"q": "q-mmp6tf", "items": {"b-1f2e": 1, "b-88a0": 0.5}, "predicted": 30}

            `archbook show ID --json` names the bullets of a question; every one of them needs 1, 0.5 or 0.

            Grades are 1 again, 2 hard, 3 good, 4 easy. A score below 60 % is Again, below 80 % Hard, else Good; a hint \
            caps at Hard. docs/review.md tells the rest.
            """
    )

    @Argument(help: "The question to ask, by its id or its number in the book; all that are due when left out.")
    var question: String?

    @OptionGroup var selection: QuizSelection
    @OptionGroup var conduct: QuizConduct

    @Option(help: ArgumentHelp("Play the answers of a file, or of the standard input for -.", valueName: "file"))
    var answers: String?

    @OptionGroup var display: DisplayOptions

    package init() {}

    package mutating func validate() throws {
        guard answers != nil, question != nil || !selection.isEmpty || conduct.fresh else { return }
        throw ValidationError(
            "--answers names its questions itself; leave out QUESTION, --kind, --tag, --limit and --fresh.")
    }

    package func run(in world: World) async throws -> Outcome {
        try run(on: await QuizMaterial.load(in: world), in: world)
    }

    /// Runs on a book that has been read.
    package func run(on material: QuizMaterial, in world: World) throws -> Outcome {
        let output = CommandOutput(world, display)
        material.tellFindings(through: output)
        var quiz = QuizRun(material, conduct, through: output)
        if let answers { return try quiz.play(answers) }
        if question == nil, selection.isEmpty, let outcome = try quiz.goOn() { return outcome }

        var filter = selection.filter
        if let question { filter.ids = [try quiz.material.question(named: question)] }
        let day = world.studyDay
        let state = quiz.material.state(on: day)
        let isWhole = question != nil || conduct.mode != .review
        let plan =
            isWhole
            ? ReviewPlan(all: quiz.material.book, state, on: day, filter: filter)
            : ReviewPlan(due: quiz.material.book, state, on: day, filter: filter)
        guard !plan.items.isEmpty else {
            return QuizPlanText.tellNothingToAsk(of: quiz.material, state, on: day, filter, through: output)
        }
        let lines = [QuizPlanText(plan, output).headline] + QuizPlanText(plan, output).lines(limit: 20) + [""]
        return try quiz.begin(plan, introducedBy: lines)
    }
}

/// How a quiz is held.
struct QuizConduct: ParsableArguments {
    @Flag(help: "Practise without any effect on the schedule, due or not.")
    var cram = false

    @Flag(help: "Answer all questions first, against the clock and without hints; then grade them.")
    var exam = false

    @Flag(help: "Begin anew, even when an earlier session is not finished.")
    var fresh = false

    @Flag(help: "Ask by lines instead of keys, also when the input is no terminal.")
    var plain = false

    mutating func validate() throws {
        if cram, exam {
            throw ValidationError("--cram and --exam exclude each other: an exam counts, cramming does not.")
        }
    }

    var mode: GradedAnswer.Mode { cram ? .cram : exam ? .exam : .review }
}
