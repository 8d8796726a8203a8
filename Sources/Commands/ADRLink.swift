package import ArgumentParser
package import Model
import Records

extension ADR {
    /// `archbook adr link`: relates two decisions.
    package struct Link: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "link",
            abstract: "Relate two decisions, in both files.",
            discussion: """
                Writes the first verb into the one decision and the second into the other, both or none.

                  $ archbook adr link 12 Amends 10 "Amended by"
                  $ archbook adr link 12 "Depends on" 3 "Is needed by" --dry-run
                """
        )

        @Argument(help: "The decision that says something of the other.")
        var source: String

        @Argument(help: "What it says.")
        var verb: String

        @Argument(help: "The other decision.")
        var target: String

        @Argument(help: "What the other says of it.")
        var reverse: String

        @Flag(help: "Show what would be written, as a difference, and write nothing.")
        var dryRun = false

        package init() {}

        package mutating func validate() throws {
            guard !verb.trimmed.isEmpty, !reverse.trimmed.isEmpty else {
                throw ValidationError(
                    "both decisions say something of the other, as in: link 12 Amends 10 \"Amended by\"")
            }
        }

        package func run(in world: World) async throws -> Outcome {
            let folder = try decisionFolder(in: world)
            let (verb, reverse) = (verb.trimmed, reverse.trimmed)
            let changes = try folder.commit(isDryRun: dryRun) {
                let set = try folder.read().set
                let (source, target) = (try set.find(source), try set.find(target))
                // Succession ends the one decision, so it has more to it than a line in each file.
                if DraftRelation(verb, target, reverse: reverse).isSuccession {
                    return try set.changes(superseding: target, by: source, allowedBy: folder.process.decisions)
                }
                if DraftRelation(reverse, source, reverse: verb).isSuccession {
                    return try set.changes(superseding: source, by: target, allowedBy: folder.process.decisions)
                }
                return try set.changes(relating: source, verb, to: target, reverse: reverse)
            }
            if changes.isEmpty { folder.tell("Both say so already; nothing to do.\n") }
            return .done
        }
    }
}
