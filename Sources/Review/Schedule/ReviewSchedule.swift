/// When to ask again: the algorithm with its parameters, and the rhythm of the reader.
package struct ReviewSchedule: Sendable, Equatable {
    package var algorithm: FSRS
    package var rhythm: Rhythm
    /// The chance of a right answer at which a question is due, from 0 to 1.
    package var retention: Double
    /// The longest time between two answers, in days.
    package var maximumInterval: Int

    /// The days on which a reader reviews.
    package enum Rhythm: Sendable, Equatable {
        /// Any day: a question is due on the day that the algorithm computes.
        case daily
        /// Every so many days: a question is due at the session at which its recall is nearest to the retention.
        case every(days: Int)
    }

    package init(
        algorithm: FSRS = FSRS(),
        rhythm: Rhythm = .every(days: 7),
        retention: Double = 0.9,
        maximumInterval: Int = 180
    ) {
        self.algorithm = algorithm
        self.rhythm = rhythm
        self.retention = retention
        self.maximumInterval = maximumInterval
    }

    /// The days after an answer until the question is due.
    package func interval(after memory: Memory) -> Int {
        let days = algorithm.interval(of: memory, retention: retention, maximum: maximumInterval)
        guard case .every(let step) = rhythm, step > 1 else { return days }
        // Recall falls ever more slowly, so the nearest session is one of the two around the computed day.
        let before = max(days / step, 1) * step
        let after = before + step
        guard days > before, after <= maximumInterval else { return before }
        return distance(memory, after) < distance(memory, before) ? after : before
    }

    private func distance(_ memory: Memory, _ days: Int) -> Double {
        abs(algorithm.retrievability(of: memory, after: days) - retention)
    }
}
