package import ArgumentParser
package import Model
import Records
import Terminal

extension RFC {
    /// `archbook rfc accept`: the decider says yes.
    package struct Accept: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "accept",
            abstract: "Accept a proposal, and write the decisions that follow from it.",
            discussion: """
                Needs a decider and no open question under Comments. Each --adr writes a decision that names the \
                proposal, and the proposal names it, all in one step.

                  $ archbook rfc accept 3
                  $ archbook rfc accept 3 --adr "Publish order events through an outbox" --revisit 2026-07-01
                """
        )

        @Argument(help: "The proposal: its number, its file, or the beginning of its file's name.")
        var proposal: String

        @OptionGroup var decision: DecisionOptions

        @Option(help: ArgumentHelp("A decision to write; may be repeated.", valueName: "title"))
        var adr: [String] = []

        @Option(help: ArgumentHelp("The day on which to look at it again.", valueName: "date"))
        var revisit: Day?

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let folder = try proposalFolder(in: world)
            _ = try folder.commit(isDryRun: decision.dryRun) {
                let file = try folder.findProposal(proposal, in: folder.read().set)
                let lifecycle = folder.process.lifecycle
                var step = ProposalStep(file)
                try decision.take(lifecycle.state(for: .accepted, from: file), &step, file, in: folder)
                if let revisit { try step.setRevisit(revisit) }
                return try decisions(following: step, in: folder)
            }
            return .done
        }

        /// The change of the proposal and those of the decisions, each of which names it.
        private func decisions(following step: ProposalStep, in folder: DecisionFolder) throws -> [FileChange] {
            var decisions = folder
            decisions.kind = .decision
            let set = try decisions.read().set
            let dialect = set.dialect ?? .named(.nygard)
            var proposal = step.result
            var created: [FileChange] = []
            var taken = adr.isEmpty ? [] : decisions.namesElsewhere()
            for title in adr {
                let draft = RecordDraft(
                    title: try RecordName.title(title), status: dialect.word(for: .accepted),
                    date: folder.world.today, template: try decisions.template(named: nil, for: dialect),
                    dialect: dialect)
                let relation = DraftRelation("Follows from", proposal, reverse: "Led to")
                let changes = try set.changes(
                    writing: draft, superseding: [], relating: [relation], in: decisions.path, taken: taken)
                created += changes.prefix(1)
                taken += changes.prefix(1).compactMap { $0.path.split(separator: "/").last.map(String.init) }
                proposal = RecordFile(
                    path: proposal.path, bytes: changes.last?.after ?? proposal.bytes, kind: .proposal)
            }
            return [FileChange(path: step.change.path, before: step.change.before, after: proposal.bytes)] + created
        }
    }

    /// `archbook rfc reject`: the decider says no.
    package struct Reject: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "reject",
            abstract: "Reject a proposal.",
            discussion: """
                Needs a decider and no open question under Comments.

                  $ archbook rfc reject 3 --reason "the queue does it already"
                """
        )

        @Argument(help: "The proposal: its number, its file, or the beginning of its file's name.")
        var proposal: String

        @OptionGroup var decision: DecisionOptions

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let folder = try proposalFolder(in: world)
            try folder.step(proposal, isDryRun: decision.dryRun) { step, file in
                let state = folder.process.lifecycle.state(for: .rejected, from: file)
                try decision.take(state, &step, file, in: folder)
            }
            return .done
        }
    }

    /// `archbook rfc drop`: the author gives a proposal up.
    package struct Drop: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "drop",
            abstract: "Give a proposal up.",
            discussion: """
                  $ archbook rfc drop 3 --reason "nobody needs it any more"
                """
        )

        @Argument(help: "The proposal: its number, its file, or the beginning of its file's name.")
        var proposal: String

        @OptionGroup var decision: DecisionOptions

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let folder = try proposalFolder(in: world)
            try folder.step(proposal, isDryRun: decision.dryRun) { step, file in
                let lifecycle = folder.process.lifecycle
                try step.move(to: lifecycle.state(for: .dropped, from: file), by: lifecycle, on: world.today)
                try step.decide(on: world.today, by: decision.decider, because: decision.reason)
            }
            return .done
        }
    }
}

/// The options of a decision about a proposal.
struct DecisionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The one who decides; else the one that the file names.", valueName: "name"))
    var decider: String?

    @Option(help: ArgumentHelp("Why, in a sentence.", valueName: "text"))
    var reason: String?

    @Flag(help: "Show what would be written, as a difference, and write nothing.")
    var dryRun = false

    /// Decides: proves that somebody does and that every question is answered, and writes both down.
    func take(
        _ state: ProcessState,
        _ step: inout ProposalStep,
        _ file: RecordFile,
        in folder: DecisionFolder
    ) throws {
        let names = decider.map { [$0] } ?? file.record.deciders
        guard let name = names.first, names.count == 1 else {
            throw CommandFailure(
                names.isEmpty
                    ? "\(file.record.stem) names nobody who decides; give --decider"
                    : "\(file.record.stem) names several who decide (\(names.joined(separator: ", "))); one is "
                        + "accountable: give --decider")
        }
        let open = OpenQuestions.count(in: file.entry.body ?? "")
        guard open == 0 else {
            throw CommandFailure(
                "\(file.record.stem) has \(open == 1 ? "an open question" : "\(open) open questions") under Comments; "
                    + "answer each and tick it first")
        }
        try step.move(to: state, by: folder.process.lifecycle, on: folder.world.today)
        if decider != nil { try step.setDecider(name) }
        try step.decide(on: folder.world.today, by: name, because: reason)
    }
}
