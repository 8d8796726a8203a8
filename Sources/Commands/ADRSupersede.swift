package import ArgumentParser
package import Model
import Records
import Terminal

extension ADR {
    /// `archbook adr supersede`: makes one decision the successor of another.
    package struct Supersede: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "supersede",
            abstract: "Mark a decision as superseded by another.",
            discussion: """
                Writes "Superseded by" into the one and "Supersedes" into the other, both or none, in the spelling that \
                the folder uses. Prints the files that were changed.

                  $ archbook adr supersede 7 --by 12
                  $ archbook adr supersede 7 --by 12 --dry-run

                Only what was accepted or deprecated can be superseded; docs/process.md has the table.

                To write the successor in the same step, use `archbook adr new TITLE --supersedes 7`.
                """
        )

        @Argument(help: "The decision that no longer holds: its number, its file, or the beginning of its file's name.")
        var old: String

        @Option(name: .customLong("by"), help: ArgumentHelp("The decision that takes its place.", valueName: "new"))
        var new: String

        @Flag(help: "Show what would be written, as a difference, and write nothing.")
        var dryRun = false

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let folder = try decisionFolder(in: world)
            var names: [String] = []
            let changes = try folder.commit(isDryRun: dryRun) {
                let set = try folder.read().set
                let (old, new) = (try set.find(old), try set.find(new))
                let others = set.successors(of: old).filter { $0 != new.record.stem }
                if !others.isEmpty, !set.successors(of: old).contains(new.record.stem) {
                    throw CommandFailure.superseded(old, by: others, not: new, in: set)
                }
                names = [old, new].map { SafeText.line(set.shortName($0.record.stem)) }
                return try set.changes(superseding: old, by: new, allowedBy: folder.process.decisions)
            }
            if changes.isEmpty {
                folder.tell("Decision \(names[0]) is superseded by decision \(names[1]) already; nothing to do.\n")
                return .done
            }
            if !dryRun { folder.tell("Decision \(names[0]) is superseded by decision \(names[1]).\n") }
            return .done
        }
    }
}

extension CommandFailure {
    /// A decision has a successor already, which readers of the new one would not learn of.
    fileprivate static func superseded(
        _ old: RecordFile,
        by others: [String],
        not new: RecordFile,
        in set: RecordSet
    ) -> CommandFailure {
        let names = ([old.record.stem, new.record.stem] + others).map { SafeText.line(set.shortName($0)) }
        return CommandFailure(
            "decision \(names[0]) is superseded by decision \(names[2...].joined(separator: " and ")) already; supersede that "
                + "one, or name a second successor with "
                + "`archbook adr link \(names[0]) \"Superseded by\" \(names[1]) Supersedes`")
    }
}
