package import Yams

/// What the group `review:` of `archbook.yml` says.
package struct ReviewSettings: Sendable, Equatable {
    /// The name of the schedule: `fsrs-6-weekly` or `fsrs-6`.
    package var algorithm = Self.algorithms[0]
    /// The weights of the algorithm; its own when nil.
    package var parameters: [Double]?
    /// The chance of a right answer at which a question is due, from 0 to 1.
    package var retention = 0.9
    /// The longest time between two answers, in days.
    package var maximumInterval = 180

    package init() {}

    /// The schedules there are, the default first.
    package static let algorithms = ["fsrs-6-weekly", "fsrs-6"]

    /// Takes one key of the group; what is wrong in it comes back as a sentence, and the default holds.
    package mutating func take(_ key: Node, _ value: Node) -> String? {
        let name = key.scalar?.string ?? ""
        switch name {
        case "algorithm":
            guard let word = value.scalar?.string, Self.algorithms.contains(word) else { return Self.badAlgorithm }
            algorithm = word
        case "retention":
            guard let number = value.float, (0.7...0.97).contains(number) else { return Self.badRetention }
            retention = number
        case "maximum-interval":
            guard let days = value.int, (7...36_500).contains(days) else { return Self.badInterval }
            maximumInterval = days
        case "parameters":
            let weights = value.sequence?.compactMap(\.float) ?? []
            guard weights.count == 21 else { return Self.badParameters }
            parameters = weights
        default: return "unknown key `review.\(name)`; it has no effect. See docs/review.md for the keys there are"
        }
        return nil
    }

    private static let badAlgorithm =
        "`review.algorithm` must be \(algorithms.joined(separator: " or ")); \(algorithms[0]) holds"
    private static let badRetention = "`review.retention` must be a number from 0.7 to 0.97; 0.9 holds"
    private static let badInterval = "`review.maximum-interval` must be whole days from 7 to 36500; 180 holds"
    private static let badParameters =
        "`review.parameters` must be a list of the 21 weights of FSRS-6; the standard ones hold"
}
