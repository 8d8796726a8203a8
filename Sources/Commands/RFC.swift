package import ArgumentParser
import Model
import Records
import Terminal
import Workspace

/// `archbook rfc`: the proposals of the workspace.
package struct RFC: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "rfc",
        abstract: "Write proposals, discuss them until a day, and decide.",
        discussion: """
            A proposal is a Markdown file such as adr/rfc/rfc-0003-outbox.md. Its author sets the day of review, one \
            person decides, and open questions are items "- [ ]" under Comments. Nothing is accepted by silence: when \
            the day has passed, `rfc due` and `check` ask for a decision. docs/process.md has the whole process.

              $ archbook rfc new Publish events through an outbox --decider Ann
              $ archbook rfc open 3 --review-by 2026-02-02
              $ archbook rfc accept 3 --adr "Publish order events through an outbox"
              $ archbook rfc due
            """,
        groupedSubcommands: [
            CommandGroup(name: "Writing", subcommands: [New.self, Errata.self]),
            CommandGroup(name: "Reading", subcommands: [List.self, Show.self, Due.self]),
            CommandGroup(
                name: "Deciding",
                subcommands: [
                    Open.self, Extend.self, Accept.self, Reject.self, Drop.self, Activate.self, Supersede.self,
                    Move.self,
                ]),
            CommandGroup(name: "Mending", subcommands: [Renumber.self, Audit.self]),
        ]
    )

    package init() {}
}

extension DecisionFolder {
    /// What the team has settled for proposals.
    var process: ProcessSettings { workspace.settings.process }

    /// Finds a proposal.
    ///
    /// - Throws: in words that speak of proposals.
    func findProposal(_ name: String, in set: RecordSet) throws -> RecordFile {
        do throws(RecordError) {
            return try set.find(name)
        } catch {
            guard case .unknownRecord(_, let existing) = error else { throw error }
            let others = existing.isEmpty ? "and none at all yet" : "there are \(existing.joined(separator: ", "))"
            throw CommandFailure("there is no proposal \(name); \(others)")
        }
    }

    /// Takes steps with one proposal, or shows them as a difference.
    func step(_ name: String, isDryRun: Bool, _ take: (inout ProposalStep, RecordFile) throws -> Void) throws {
        _ = try commit(isDryRun: isDryRun) {
            let file = try findProposal(name, in: read().set)
            var step = ProposalStep(file)
            try take(&step, file)
            return [step.change]
        }
    }

    /// Refuses a day of review that is past or too far away, and tells of one that is unusual.
    ///
    /// - Parameter start: the day from which the review counts.
    func prove(reviewOn day: Day, from start: Day, isForced: Bool) throws {
        let days = day.daysSince1970 - start.daysSince1970
        guard days > 0 else { throw CommandFailure("\(day) is not after \(start); a review needs some days") }
        guard days <= process.longestReviewDays || isForced else {
            throw CommandFailure(
                "\(day) is \(counted(days, "day")) away, and a review takes \(counted(process.longestReviewDays, "day")) "
                    + "at most; give an earlier day, or --force")
        }
        if !(7...21).contains(days) {
            tell("A review of one to three weeks is usual; this one takes \(counted(days, "day")).\n")
        }
    }
}
