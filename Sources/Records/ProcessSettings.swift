package import Model

/// What a team has settled for its proposals: the moves there are, and how long a review takes.
package struct ProcessSettings: Sendable, Equatable {
    package var lifecycle = Lifecycle.proposal
    /// The days that a review takes when nobody says otherwise.
    package var reviewDays = 14
    /// The days beyond which a review is too long without `--force`.
    package var longestReviewDays = 31

    package init() {}

    /// Reads a move such as `draft -> discussion`; nil when a word is not known.
    package static func move(_ text: String) -> Lifecycle.Move? {
        let parts = text.split(separator: "->").map(\.trimmed)
        guard parts.count == 2, let from = RecordStatus(text: parts[0]), let to = RecordStatus(text: parts[1]) else {
            return nil
        }
        return Lifecycle.Move(from, to, "as archbook.yml has it")
    }
}

extension Lifecycle {
    /// The moves as a Markdown table, as `docs/process.md` shows it.
    package var table: String {
        let rows = moves.map { "| \($0.from.rawValue) | \($0.to.rawValue) | \($0.when) |\n" }
        return "| from | to | when |\n| --- | --- | --- |\n" + rows.joined()
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
