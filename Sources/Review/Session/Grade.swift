/// How well a question was answered, as FSRS takes it.
package enum Grade: Int, Sendable, CaseIterable, Comparable {
    case again = 1
    case hard = 2
    case good = 3
    case easy = 4

    /// The word that people see.
    package var word: String {
        switch self {
        case .again: "Again"
        case .hard: "Hard"
        case .good: "Good"
        case .easy: "Easy"
        }
    }

    package static func < (left: Grade, right: Grade) -> Bool { left.rawValue < right.rawValue }
}

/// A named and versioned rule that makes a grade of a score.
///
/// The name stands in every event, so that old answers can be told from those that another rule graded.
package struct GradingPolicy: Sendable {
    package let name: String
    /// The grades that a score reaches from a percentage of the points on, best first.
    package let thresholds: [(percent: Int, grade: Grade)]
    /// The grade of a score below all thresholds.
    package let lowest: Grade
    /// The best grade of an answer that needed a hint.
    package let bestWithHint: Grade

    /// The first policy: below 60 % Again, below 80 % Hard, from there on Good; Easy is only given when asked for.
    ///
    /// FSRS counts Hard as remembered, so the first threshold is the one that matters; a partly missed answer is Again.
    package static let p1 = GradingPolicy(
        name: "p1",
        thresholds: [(80, .good), (60, .hard)],
        lowest: .again,
        bestWithHint: .hard
    )

    /// The grade of a score out of `points`; a question without points cannot be missed.
    package func grade(score: Double, of points: Int, usedHint: Bool = false) -> Grade {
        let reached = thresholds.first { score * 100 >= Double($0.percent * points) }?.grade ?? lowest
        return usedHint ? min(reached, bestWithHint) : reached
    }
}
