package import ArgumentParser
package import Model
import Records

/// The commands that move a decision to another status.
protocol ADRStatusChange: BookCommand {
    static var status: RecordStatus { get }
    var decisions: [String] { get }
    /// The day on which the decisions are to be looked at again.
    var revisit: Day? { get }
    var dryRun: Bool { get }
}

extension ADRStatusChange {
    package var revisit: Day? { nil }

    package func run(in world: World) async throws -> Outcome {
        let folder = try decisionFolder(in: world)
        _ = try folder.commit(isDryRun: dryRun) {
            let set = try folder.read().set
            let files = try decisions.map { name in try set.find(name) }
            let changes = try files.map { file in
                try set.change(file, to: Self.status, by: folder.process.decisions, revisit: revisit)
            }
            let isDecided = [.accepted, .rejected].contains(Self.status)
            guard isDecided, let draft = files.first(where: \.isUnnumberedDraft) else { return changes }
            guard files.count == 1 else {
                throw CommandFailure("\(draft.name) gets its number now; name it alone, and the others afterwards")
            }
            let numbering = Renumbering(
                numbering: draft, changes[0].after, in: set, taken: folder.namesElsewhere(),
                try folder.namingDocuments())
            return numbering.changes
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
                  $ archbook adr accept 12 --revisit 2026-07-01
                """
        )
        static let status = RecordStatus.accepted

        @Argument(help: "The decisions: numbers, files, or beginnings of their names.")
        var decisions: [String]

        @Option(help: ArgumentHelp("The day on which to look at them again.", valueName: "date"))
        package var revisit: Day?

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
}
