package import ArgumentParser
package import Model
import Records
import Terminal

extension RFC {
    /// `archbook rfc activate`: what a proposal describes is in use.
    package struct Activate: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "activate",
            abstract: "Mark an accepted proposal as active: what it describes is in use.",
            discussion: """
                  $ archbook rfc activate 3
                """
        )

        @Argument(help: "The proposal: its number, its file, or the beginning of its file's name.")
        var proposal: String

        @Flag(help: "Show what would be written, as a difference, and write nothing.")
        var dryRun = false

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let folder = try proposalFolder(in: world)
            try folder.step(proposal, isDryRun: dryRun) { step, file in
                let lifecycle = folder.process.lifecycle
                try step.move(to: lifecycle.state(for: .active, from: file), by: lifecycle, on: world.today)
            }
            return .done
        }
    }

    /// `archbook rfc supersede`: makes one proposal the successor of another.
    package struct Supersede: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "supersede",
            abstract: "Mark a proposal as superseded by another.",
            discussion: """
                  $ archbook rfc supersede 3 --by 8
                """
        )

        @Argument(help: "The proposal that no longer holds.")
        var old: String

        @Option(name: .customLong("by"), help: ArgumentHelp("The proposal that takes its place.", valueName: "new"))
        var new: String

        @Flag(help: "Show what would be written, as a difference, and write nothing.")
        var dryRun = false

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let folder = try proposalFolder(in: world)
            _ = try folder.commit(isDryRun: dryRun) {
                let set = try folder.read().set
                let old = try folder.findProposal(old, in: set)
                let lifecycle = folder.process.lifecycle
                try lifecycle.prove(old, to: lifecycle.state(for: .superseded, from: old))
                return try set.changes(superseding: old, by: folder.findProposal(new, in: set))
            }
            return .done
        }
    }
}
