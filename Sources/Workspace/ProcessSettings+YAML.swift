import Model
import Records
import Yams

extension ProcessSettings {
    /// Takes what the group `process:` of `archbook.yml` says; where something is wrong, the default holds.
    ///
    /// - Returns: what is wrong, each with its line.
    mutating func take(_ node: Node) -> [(message: String, line: Int)] {
        var faults: [(String, Int)] = []
        var parts: [Key: Node] = [:]
        for (key, value) in node.mapping ?? [:] {
            let name = key.scalar?.string ?? ""
            if let known = Key(rawValue: name) {
                parts[known] = value
            } else {
                faults.append((WorkspaceSettings.unknownKey("process.\(name)"), key.mark?.line ?? 1))
            }
        }
        // Moves and time-boxes name states, so the states come first, wherever they stand.
        for key in [Key.states, .reviewDays, .longestReviewDays, .timeBoxes, .moves, .decisionMoves] {
            guard let value = parts[key], let message = take(key, value) else { continue }
            faults.append((message, value.mark?.line ?? 1))
        }
        if reviewDays > longestReviewDays {
            faults.append((ProcessSettings.tooLong(reviewDays, longestReviewDays), parts[.reviewDays]?.mark?.line ?? 1))
        }
        return faults
    }

    private mutating func take(_ key: Key, _ value: Node) -> String? {
        switch key {
        case .reviewDays, .longestReviewDays:
            guard let days = value.int, ProcessSettings.days.contains(days) else {
                return "`process.\(key.rawValue)` is a number of days from 1 to 366; the default holds"
            }
            if key == .reviewDays { reviewDays = days } else { longestReviewDays = days }
        case .states: return takeStates(value)
        case .timeBoxes: return takeTimeBoxes(value)
        case .moves, .decisionMoves: return takeMoves(value, key)
        }
        return nil
    }

    private mutating func takeStates(_ node: Node) -> String? {
        guard let mapping = node.mapping else { return ProcessSettings.statesAreAMapping }
        var taken: [ProcessState] = []
        for (key, value) in mapping {
            let word = value.scalar?.string ?? ""
            guard let status = RecordStatus(rawValue: word), status != .unknown else {
                return "`process.states` has \"\(word)\", which is no status; a state counts as one of the statuses in "
                    + "docs/process.md, such as discussion"
            }
            let state = ProcessState(key.scalar?.string ?? "", counting: status)
            guard !state.name.isEmpty, RecordStatus(rawValue: state.name) == nil else {
                return
                    "`process.states` names \"\(key.scalar?.string ?? "")\", which is a status already or no word; give "
                    + "the state a name of its own"
            }
            taken.append(state)
        }
        states = taken
        return nil
    }

    private mutating func takeTimeBoxes(_ node: Node) -> String? {
        var taken: [String: Int] = [:]
        for (key, value) in node.mapping ?? [:] {
            let name = key.scalar?.string ?? ""
            guard let state = state(named: name) else { return ProcessSettings.noState(name, in: .timeBoxes) }
            guard [.proposed, .discussion].contains(state.status) else {
                return
                    "`process.time-boxes` has \(name), which waits for nobody; only states that count as proposed or "
                    + "discussion end on a day"
            }
            guard let days = value.int, ProcessSettings.days.contains(days) else {
                return "`process.time-boxes` gives \(name) no number of days from 1 to 366; the default holds"
            }
            taken[state.name] = days
        }
        guard !taken.isEmpty else { return "`process.time-boxes` is a list such as `last call: 10`; the default holds" }
        timeBoxes = taken
        return nil
    }

    private mutating func takeMoves(_ node: Node, _ key: Key) -> String? {
        var moves: [Lifecycle.Move] = []
        for item in node.array() {
            do throws(UnknownState) {
                moves.append(try move(item.string ?? ""))
            } catch {
                return ProcessSettings.noState(error.name, in: key)
            }
        }
        guard !moves.isEmpty else {
            return "`process.\(key.rawValue)` is a list such as `- draft -> discussion`; the default holds"
        }
        if key == .moves { lifecycle = Lifecycle(moves: moves) } else { decisions = Lifecycle(moves: moves) }
        return nil
    }

    private static let days = 1...366
    private static let statesAreAMapping =
        "`process.states` gives each state the status that it counts as, such as `last call: discussion`; it has no effect"

    private static func noState(_ name: String, in key: Key) -> String {
        "`process.\(key.rawValue)` has \"\(name)\", which is no state; use a status, or name it under `process.states`. The "
            + "default holds"
    }

    private static func tooLong(_ usual: Int, _ longest: Int) -> String {
        "`process.review-days` is \(usual), and `process.longest-review-days` allows \(longest); every review would need --force"
    }
}
