package import ArgumentParser
package import Model
import Records
import Terminal

/// The commands that move a decision to another status.
protocol ADRStatusChange: BookCommand {
    static var status: RecordStatus { get }
    var decisions: [String] { get }
    var dryRun: Bool { get }
}

extension ADRStatusChange {
    package func run(in world: World) async throws -> Outcome {
        let folder = try decisionFolder(in: world)
        _ = try folder.commit(isDryRun: dryRun) {
            let set = try folder.read().set
            return try decisions.map { name in try set.change(set.find(name), to: Self.status, by: .decision) }
        }
        return .done
    }
}

extension ADR {
    /// `archbook adr accept`: the deciders agree.
    package struct Accept: ADRStatusChange {
        package static let configuration = CommandConfiguration(
            commandName: "accept",
            abstract: "Mark decisions as accepted.",
            discussion: """
                Changes the status of each in its own words and place, all or none, and prints the files. Which moves \
                there are stands in docs/process.md; a superseded decision, for example, is not accepted again.

                  $ archbook adr accept 12
                  $ archbook adr accept 12 13 --dry-run
                """
        )
        static let status = RecordStatus.accepted

        @Argument(help: "The decisions: numbers, files, or beginnings of their names.")
        var decisions: [String]

        @Flag(help: "Show what would be written, as a difference, and write nothing.")
        var dryRun = false

        package init() {}
    }

    /// `archbook adr reject`: the deciders say no.
    package struct Reject: ADRStatusChange {
        package static let configuration = CommandConfiguration(
            commandName: "reject",
            abstract: "Mark decisions as rejected.",
            discussion: """
                A rejected decision is kept, so that nobody has to ask again.

                  $ archbook adr reject 12
                """
        )
        static let status = RecordStatus.rejected

        @Argument(help: "The decisions: numbers, files, or beginnings of their names.")
        var decisions: [String]

        @Flag(help: "Show what would be written, as a difference, and write nothing.")
        var dryRun = false

        package init() {}
    }

    /// `archbook adr deprecate`: a decision no longer counts, and nothing takes its place.
    package struct Deprecate: ADRStatusChange {
        package static let configuration = CommandConfiguration(
            commandName: "deprecate",
            abstract: "Mark decisions as deprecated.",
            discussion: """
                For a decision that no longer counts and that nothing takes the place of; else use supersede.

                  $ archbook adr deprecate 4
                """
        )
        static let status = RecordStatus.deprecated

        @Argument(help: "The decisions: numbers, files, or beginnings of their names.")
        var decisions: [String]

        @Flag(help: "Show what would be written, as a difference, and write nothing.")
        var dryRun = false

        package init() {}
    }

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

        package func run(in world: World) async throws -> Outcome {
            let folder = try decisionFolder(in: world)
            let changes = try folder.commit(isDryRun: dryRun) {
                let set = try folder.read().set
                return try set.changes(
                    relating: set.find(source), verb.trimmed, to: set.find(target), reverse: reverse.trimmed)
            }
            if changes.isEmpty { folder.tell("Both say so already; nothing to do.\n") }
            return .done
        }
    }
}
