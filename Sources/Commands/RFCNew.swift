package import ArgumentParser
package import Model
import Records
import Terminal

extension RFC {
    /// `archbook rfc new`: writes the next proposal.
    package struct New: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "new",
            abstract: "Write a new proposal.",
            discussion: """
                Makes the next numbered draft from templates/proposal.md, or from the built-in template, and prints its \
                path. The day of review is two weeks from now unless it is given.

                  $ archbook rfc new Publish events through an outbox --author Bo --decider Ann
                  $ archbook rfc new "Split the order service" --review-by 2026-02-02
                """
        )

        @Argument(help: "The title; quotes are needed only for what the shell would take for itself. - reads it.")
        var title: [String]

        @Option(help: ArgumentHelp("Who writes it; may be repeated.", valueName: "name"))
        var author: [String] = []

        @Option(help: ArgumentHelp("The one who decides.", valueName: "name"))
        var decider: String?

        @Option(help: ArgumentHelp("The day of review, as in 2026-02-02.", valueName: "date"))
        var reviewBy: Day?

        @Option(help: ArgumentHelp("The day on which to look at it again once it is accepted.", valueName: "date"))
        var revisit: Day?

        @Flag(help: "Allow a review of more than a month.")
        var force = false

        @Flag(help: "Do not open an editor.")
        var noEdit = false

        @Flag(help: "Show what would be written, as a difference, and write nothing.")
        var dryRun = false

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let folder = try proposalFolder(in: world)
            let words = title == ["-"] ? world.readLine() ?? "" : title.joined(separator: " ")
            let title = try RecordName.title(words)
            let deadline = reviewBy ?? world.today.adding(days: folder.process.reviewDays)
            try folder.prove(reviewOn: deadline, from: world.today, isForced: force)
            let changes = try folder.commit(isDryRun: dryRun, naming: 1) {
                let set = try folder.read().set
                let dialect = set.dialect ?? .named(.geode)
                var draft = RecordDraft(
                    title: title, status: dialect.word(for: .draft), date: world.today,
                    template: try folder.template(named: nil, for: dialect), dialect: dialect)
                draft.others = [
                    "deadline": deadline.description, "authors": author.joined(separator: ", "),
                    "decider": decider ?? "",
                ]
                (draft.authors, draft.deciders) = (author, decider.map { [$0] } ?? [])
                (draft.deadline, draft.revisit) = (deadline, revisit)
                return try set.changes(
                    writing: draft, superseding: [], in: folder.path, taken: folder.namesElsewhere())
            }
            if dryRun { return .done }
            folder.tell("Next: describe problem and solution, then `archbook rfc open` it for discussion.\n")
            if !noEdit, let path = changes.first?.path { folder.edit(path) }
            return .done
        }
    }

    /// `archbook rfc errata`: adds a remark to a decided proposal.
    package struct Errata: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "errata",
            abstract: "Add a remark to a proposal that was accepted.",
            discussion: """
                The text of a proposal is frozen when it is accepted; what is found out later goes to its last section.

                  $ archbook rfc errata 3 "The outbox is emptied every second, not every minute"
                """
        )

        @Argument(help: "The proposal: its number, its file, or the beginning of its file's name.")
        var proposal: String

        @Argument(help: "The remark.")
        var remark: String

        @Flag(help: "Show what would be written, as a difference, and write nothing.")
        var dryRun = false

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let folder = try proposalFolder(in: world)
            let text = remark.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !text.isEmpty else { throw CommandFailure("the remark is empty; say what was found out") }
            try folder.step(proposal, isDryRun: dryRun) { step, file in
                guard file.record.status.isInForce else {
                    throw CommandFailure("\(file.record.stem) is not accepted yet; change its text instead")
                }
                guard file.name != "kep.yaml" else {
                    throw CommandFailure(
                        "the text of \(file.record.stem) stands beside its kep.yaml; write the remark there")
                }
                step.addErratum(text, on: world.today)
            }
            return .done
        }
    }
}
