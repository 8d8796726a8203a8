package import ArgumentParser
package import Model
package import Review

/// `archbook quiz`: what has to do with the book's review questions.
package struct Quiz: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "quiz",
        abstract: "Practise the book's review questions.",
        discussion: """
            Without a subcommand the questions that are due are asked; `archbook quiz ask --help` says how.

              $ archbook quiz
              $ archbook quiz week --minutes 90
              $ archbook quiz due
              $ archbook quiz stats
            """,
        groupedSubcommands: [
            CommandGroup(name: "Practising", subcommands: [QuizAsk.self, QuizWeek.self, QuizDue.self]),
            CommandGroup(
                name: "Looking back",
                subcommands: [QuizStats.self, QuizHistory.self, QuizSimulate.self, QuizExport.self]),
            CommandGroup(
                name: "Keeping it in order",
                subcommands: [
                    QuizUndo.self, QuizSuspend.self, QuizResume.self, QuizRelink.self, QuizIDs.self, QuizDoctor.self,
                ]),
        ],
        defaultSubcommand: QuizAsk.self
    )

    package init() {}
}

/// Which questions a quiz shall be about.
struct QuizSelection: ParsableArguments {
    @Option(help: "Only questions of one kind: long, short or exercise.")
    var kind: ReviewPlan.Kind?

    @Option(help: "Only questions with this tag; given twice, with both.")
    var tag: [String] = []

    @Option(help: "At most this many questions.")
    var limit: Int?

    mutating func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more.") }
    }

    var isEmpty: Bool { kind == nil && tag.isEmpty && limit == nil }

    var filter: QuestionFilter {
        QuestionFilter(kind: kind, tags: Set(tag.map { $0.lowercased() }), limit: limit)
    }
}

extension ReviewPlan.Kind: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
    /// Reads `YYYY-MM-DD`.
    package init?(argument: String) { self.init(iso: argument) }
}
