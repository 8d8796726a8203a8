package import ArgumentParser
import Model
import Review

/// `archbook quiz`: what has to do with the book's review questions.
package struct Quiz: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "quiz",
        abstract: "Practise the book's review questions.",
        discussion: """
            Without a subcommand the questions are asked; `archbook quiz ask --help` says how.

              $ archbook quiz
              $ archbook quiz --tag saga --limit 2
              $ archbook quiz due
            """,
        subcommands: [QuizAsk.self, QuizDue.self],
        defaultSubcommand: QuizAsk.self
    )

    package init() {}
}

/// Which questions a quiz shall be about.
struct QuizSelection: ParsableArguments {
    /// The two forms of a question, as `--kind` names them.
    enum Kind: String, ExpressibleByArgument, CaseIterable { case long, short }

    @Option(help: "Only questions of one kind.")
    var kind: Kind?

    @Option(help: "Only questions with this tag; given twice, with both.")
    var tag: [String] = []

    @Option(help: "At most this many questions.")
    var limit: Int?

    mutating func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more.") }
    }

    var isEmpty: Bool { kind == nil && tag.isEmpty && limit == nil }

    var filter: QuestionFilter {
        QuestionFilter(
            form: kind.flatMap { Question.Form(rawValue: $0.rawValue) }, tags: Set(tag.map { $0.lowercased() }),
            limit: limit)
    }
}
