package import ArgumentParser
package import Model
import Records
import Terminal

extension ADR {
    /// `archbook adr new`: writes the next decision.
    package struct New: BookCommand {
        package static let configuration = CommandConfiguration(
            abstract: "Write a new decision.",
            discussion: """
                Makes the next numbered file from templates/decision.md, or from a built-in template, and prints its \
                path. The decisions that it supersedes are changed in the same step.

                  $ archbook adr new Publish order events through an outbox
                  $ archbook adr new "Use PostgreSQL for orders" --status Proposed
                  $ archbook adr new "Use a log" --supersedes 7 --supersedes 9

                It does not open an editor yet, and looks for the next number in the folder, not on other branches.
                """
        )

        @Argument(help: "The title; quotes are needed only for what the shell would take for itself.")
        var title: [String]

        @Option(help: ArgumentHelp("A decision that the new one supersedes; may be repeated.", valueName: "decision"))
        var supersedes: [String] = []

        @Option(help: ArgumentHelp("The status to begin with.", valueName: "word"))
        var status = "Accepted"

        @Flag(help: "Show what would be written, as a difference, and write nothing.")
        var dryRun = false

        package init() {}

        package mutating func validate() throws {
            let word = status.trimmed
            guard word.allSatisfy(\.isLetter), let known = RecordStatus(text: word), known != .superseded else {
                throw ValidationError(RecordError.unknownStatus(status).description)
            }
            status = word.prefix(1).uppercased() + word.dropFirst()
        }

        package func run(in world: World) async throws -> Outcome {
            let folder = try decisionFolder(in: world)
            let title = try RecordName.title(title.joined(separator: " "))
            let set = try folder.read().set
            let old = try supersedes.map { name in try set.find(name) }
            let draft = DecisionDraft(title: title, status: status, date: world.today, template: try folder.template())
            let changes = try set.changes(writing: draft, superseding: old, in: folder.path)
            try folder.commit(changes, isDryRun: dryRun, naming: changes.prefix(1).map(\.path))
            if dryRun { return .done }
            for change in changes.dropFirst() {
                folder.tell("\(SafeText.line(change.path)) now names it as its successor.\n")
            }
            folder.tell("Next: write down its context, decision and consequences, and commit it.\n")
            return .done
        }
    }
}
