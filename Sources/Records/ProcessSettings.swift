package import Model

/// What a team has settled for its records: the states and the moves there are, and how long a review takes.
package struct ProcessSettings: Sendable, Equatable {
    /// The moves of proposals.
    package var lifecycle = Lifecycle.proposal
    /// The moves of decisions.
    package var decisions = Lifecycle.decision
    /// The states of the team's own, beside the statuses.
    package var states: [ProcessState] = []
    /// The days that some states last when nobody says otherwise, by their names.
    package var timeBoxes: [String: Int] = [:]
    /// The days that a review takes when nobody says otherwise.
    package var reviewDays = 14
    /// The days beyond which a review is too long without `--force`.
    package var longestReviewDays = 31

    /// The process that the documentation describes.
    package init() {}

    /// The state of a name: a status, or one of the team's own; nil when there is none of that name.
    package func state(named name: String) -> ProcessState? {
        let wanted = ProcessState(name, counting: .unknown).name
        if let own = states.first(where: { $0.name == wanted }) { return own }
        return RecordStatus(rawValue: wanted).flatMap { $0 == .unknown ? nil : ProcessState($0) }
    }

    /// The days that a state lasts; nil when it has no end of its own.
    package func days(of state: ProcessState) -> Int? {
        timeBoxes[state.name] ?? (state.status == .discussion ? reviewDays : nil)
    }

    /// Reads a move such as `draft -> discussion`.
    ///
    /// - Throws: `UnknownState`, which names the word that is no state.
    package func move(_ text: String) throws(UnknownState) -> Lifecycle.Move {
        let parts = text.split(separator: "->", omittingEmptySubsequences: false).map(\.trimmed)
        guard parts.count == 2 else { throw UnknownState(name: text) }
        guard let from = state(named: parts[0]) else { throw UnknownState(name: parts[0]) }
        guard let to = state(named: parts[1]) else { throw UnknownState(name: parts[1]) }
        return Lifecycle.Move(from, to, "as archbook.yml has it")
    }

    /// A word that is neither a status nor a state of the team's own.
    package struct UnknownState: Error {
        package let name: String
    }

    /// The keys of the group `process:` in `archbook.yml`.
    package enum Key: String, CaseIterable, Sendable {
        case reviewDays = "review-days"
        case longestReviewDays = "longest-review-days"
        case states
        case timeBoxes = "time-boxes"
        case moves
        case decisionMoves = "decision-moves"
    }
}

extension Lifecycle {
    /// The moves as a Markdown table, as `docs/process.md` shows it.
    package var table: String {
        let rows = moves.map { "| \($0.from.name) | \($0.to.name) | \($0.when) |\n" }
        return "| from | to | when |\n| --- | --- | --- |\n" + rows.joined()
    }
}

extension ProcessSettings {
    /// The statuses that a state can count as, with the days that each lasts, as `docs/process.md` shows them.
    package static var table: String {
        let settings = ProcessSettings()
        let rows = RecordStatus.allCases.filter { $0 != .unknown }.map { status in
            let days = settings.days(of: ProcessState(status)).map { "\($0) days" } ?? ""
            return "| \(status.rawValue) | \(status.isInForce ? "yes" : "") | \(days) |\n"
        }
        return "| status | in force | lasts |\n| --- | --- | --- |\n" + rows.joined()
    }
}

extension RecordStatus {
    /// The words that are understood for each status as a Markdown table, as `docs/records.md` shows it.
    package static var table: String {
        let rows = RecordStatus.allCases.filter { $0 != .unknown }.map { status in
            "| \(status.rawValue) | \(status.spellings.joined(separator: ", ")) |\n"
        }
        return "| status | words in the files |\n| --- | --- |\n" + rows.joined()
    }
}
