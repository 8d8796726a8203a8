package import ArgumentParser
package import Model
import Records
import Terminal

extension RFC {
    /// `archbook rfc open`: asks for comments until a day.
    package struct Open: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "open",
            abstract: "Open a proposal for discussion until a day.",
            discussion: """
                One that is in discussion and has no day that can be read is given one.

                  $ archbook rfc open 3
                  $ archbook rfc open 3 --review-by 2026-02-02
                """
        )

        @Argument(help: "The proposal: its number, its file, or the beginning of its file's name.")
        var proposal: String

        @Option(help: ArgumentHelp("The day of review; else the one that the file has.", valueName: "date"))
        var reviewBy: Day?

        @Flag(help: "Allow a review of more than a month.")
        var force = false

        @Flag(help: "Show what would be written, as a difference, and write nothing.")
        var dryRun = false

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let folder = try proposalFolder(in: world)
            try folder.step(proposal, isDryRun: dryRun) { step, file in
                let lifecycle = folder.process.lifecycle
                let state = lifecycle.state(for: .discussion, from: file)
                // A proposal that is in discussion without a day can be given one.
                let isUnending = file.record.status == .discussion && file.record.deadline == nil
                if file.state == state, let day = file.record.deadline {
                    throw CommandFailure(
                        "\(file.record.stem) is in discussion until \(day) already; `archbook rfc extend` puts the day off"
                    )
                }
                if !isUnending { try lifecycle.prove(file, to: state) }
                let standing = file.record.deadline.flatMap { $0 > world.today ? $0 : nil }
                let length = folder.process.days(of: state) ?? folder.process.reviewDays
                let day = reviewBy ?? standing ?? world.today.adding(days: length)
                try folder.prove(reviewOn: day, from: world.today, isForced: force)
                if !isUnending { try step.move(to: state, by: lifecycle, on: world.today) }
                if step.result.record.deadline != day { try step.setDeadline(day, from: world.today) }
            }
            return .done
        }
    }

    /// `archbook rfc extend`: puts the day of review off.
    package struct Extend: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "extend",
            abstract: "Put the day of review off, with a reason.",
            discussion: """
                The old day, the new one and the reason are written into the proposal. One whose file has no day that \
                can be read gets the new one.

                  $ archbook rfc extend 3 --until 2026-02-16 --reason "the load test is not done"
                """
        )

        @Argument(help: "The proposal: its number, its file, or the beginning of its file's name.")
        var proposal: String

        @Option(help: ArgumentHelp("The new day of review.", valueName: "date"))
        var until: Day

        @Option(help: ArgumentHelp("Why more time is needed.", valueName: "text"))
        var reason: String

        @Flag(help: "Allow a review of more than a month.")
        var force = false

        @Flag(help: "Show what would be written, as a difference, and write nothing.")
        var dryRun = false

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let folder = try proposalFolder(in: world)
            let why = reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !why.isEmpty else { throw CommandFailure("an extension needs a reason; give one with --reason") }
            try folder.step(proposal, isDryRun: dryRun) { step, file in
                guard file.record.status == .discussion else {
                    throw CommandFailure(
                        "\(file.record.stem) is \(file.state.name) and not in discussion; there is no day to put off")
                }
                let old = file.record.deadline
                if let old, until <= old { throw CommandFailure("\(until) is not after \(old), the day it has") }
                try folder.prove(reviewOn: until, from: world.today, isForced: force)
                try step.extend(from: old, to: until, on: world.today, because: why)
            }
            return .done
        }
    }

    /// `archbook rfc move`: brings a proposal to a state of the team's own process.
    package struct Move: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "move",
            abstract: "Bring a proposal to another state, also one of your own.",
            discussion: """
                For the states that `process.states` in archbook.yml names, and for statuses without a command of their \
                own. A state with a time-box sets the day of review. Where the state is a decision, it takes a decider \
                and no open question, as accept and reject do.

                  $ archbook rfc move 3 "last call"
                  $ archbook rfc move 3 deferred --reason "waits for the new broker"
                """
        )

        @Argument(help: "The proposal: its number, its file, or the beginning of its file's name.")
        var proposal: String

        @Argument(help: "The state.")
        var state: String

        @Option(help: ArgumentHelp("The day of review; else that of the state's time-box.", valueName: "date"))
        var reviewBy: Day?

        @Flag(help: "Allow a review of more than a month.")
        var force = false

        @OptionGroup var decision: DecisionOptions

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let folder = try proposalFolder(in: world)
            let process = folder.process
            guard let state = process.state(named: state) else { throw CommandFailure.noState(state, in: process) }
            guard state.status != .superseded else {
                throw CommandFailure("a proposal is superseded by another one; `archbook rfc supersede` names both")
            }
            try folder.step(proposal, isDryRun: decision.dryRun) { step, file in
                if [.accepted, .rejected].contains(state.status) {
                    return try decision.take(state, &step, file, in: folder)
                }
                try step.move(to: state, by: process.lifecycle, on: world.today)
                if [.dropped, .withdrawn, .deferred].contains(state.status) {
                    return try step.decide(on: world.today, by: decision.decider, because: decision.reason)
                }
                let boxed = process.timeBoxes[state.name].map { world.today.adding(days: $0) }
                guard let day = reviewBy ?? boxed else { return }
                try folder.prove(reviewOn: day, from: world.today, isForced: force)
                try step.setDeadline(day, from: world.today)
            }
            return .done
        }
    }
}

extension CommandFailure {
    fileprivate static func noState(_ name: String, in process: ProcessSettings) -> CommandFailure {
        let names = (process.lifecycle.moves.map(\.to.name)).reduce(into: [String]()) { names, name in
            if !names.contains(name) { names.append(name) }
        }
        return CommandFailure(
            "there is no state \"\(SafeText.line(name))\"; there are \(names.joined(separator: ", ")), and "
                + "`process.states` in archbook.yml can name more")
    }
}
