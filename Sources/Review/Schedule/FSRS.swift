/// What is remembered of one question: how long it lasts and how hard it is to keep.
package struct Memory: Sendable, Equatable {
    /// The days after which nine of ten answers would still be right.
    package var stability: Double
    /// How hard the question is to keep, 1 to 10.
    package var difficulty: Double

    package init(stability: Double, difficulty: Double) {
        self.stability = stability
        self.difficulty = difficulty
    }
}

/// The Free Spaced Repetition Scheduler, version 6, as py-fsrs 6.3.2 and fsrs-rs 6.6.1 compute it.
///
/// The formulas are those of the project's wiki, "The Algorithm" (github.com/open-spaced-repetition). Time enters as
/// whole study days; what a day is belongs to the caller. There are no learning steps.
package struct FSRS: Sendable, Equatable {
    package let parameters: Parameters
    private let decay: Double
    /// What makes the stability the time after which recall is 90 %.
    private let factor: Double

    package init(_ parameters: Parameters = .standard) {
        self.parameters = parameters
        decay = -parameters[20]
        factor = power(0.9, 1 / decay) - 1
    }

    /// The chance of a right answer some days after the last one, from 0 to 1.
    package func retrievability(of memory: Memory, after days: Int) -> Double {
        power(1 + factor * Double(days) / memory.stability, decay)
    }

    /// The memory that an answer leaves behind.
    ///
    /// - Parameters:
    ///   - memory: the memory before the answer; nil for the first one.
    ///   - days: the study days since the answer before; 0 on the same day.
    package func memory(after grade: Grade, _ memory: Memory?, days: Int) -> Memory {
        guard let memory else {
            return Memory(
                stability: max(parameters[grade.rawValue - 1], FSRS.leastStability),
                difficulty: FSRS.clamped(firstDifficulty(grade)))
        }
        let stability =
            switch (days, grade) {
            case (..<1, _): stabilityOnSameDay(memory, grade)
            case (_, .again): stabilityAfterLapse(memory, days)
            default: stabilityAfterRecall(memory, grade, days)
            }
        return Memory(
            stability: min(max(stability, FSRS.leastStability), FSRS.greatestStability),
            difficulty: difficulty(after: grade, memory.difficulty))
    }

    /// The days until the chance of a right answer has fallen to `retention`, at least 1 and at most `maximum`.
    package func interval(of memory: Memory, retention: Double, maximum: Int) -> Int {
        let days = memory.stability / factor * (power(retention, 1 / decay) - 1)
        // Beyond any maximum the number may not fit an integer.
        guard days < Double(maximum) else { return max(maximum, 1) }
        return min(max(Int(days.rounded(.toNearestOrEven)), 1), max(maximum, 1))
    }

    // MARK: Formulas

    private func firstDifficulty(_ grade: Grade) -> Double {
        parameters[4] - exponential(parameters[5] * Double(grade.rawValue - 1)) + 1
    }

    /// Moves towards the first difficulty of Easy, which is not clamped here: version 5 did, version 6 does not.
    private func difficulty(after grade: Grade, _ old: Double) -> Double {
        let change = -parameters[6] * Double(grade.rawValue - 3)
        let moved = old + (10 - old) * change / 9
        return FSRS.clamped(parameters[7] * firstDifficulty(.easy) + (1 - parameters[7]) * moved)
    }

    private func stabilityAfterRecall(_ memory: Memory, _ grade: Grade, _ days: Int) -> Double {
        let recall = retrievability(of: memory, after: days)
        let growth =
            exponential(parameters[8])
            * (11 - memory.difficulty)
            * power(memory.stability, -parameters[9])
            * (exponential((1 - recall) * parameters[10]) - 1)
            * (grade == .hard ? parameters[15] : 1)
            * (grade == .easy ? parameters[16] : 1)
        return memory.stability * (1 + growth)
    }

    private func stabilityAfterLapse(_ memory: Memory, _ days: Int) -> Double {
        let recall = retrievability(of: memory, after: days)
        let forgotten =
            parameters[11]
            * power(memory.difficulty, -parameters[12])
            * (power(memory.stability + 1, parameters[13]) - 1)
            * exponential((1 - recall) * parameters[14])
        return min(forgotten, memory.stability / exponential(parameters[17] * parameters[18]))
    }

    private func stabilityOnSameDay(_ memory: Memory, _ grade: Grade) -> Double {
        let increase =
            exponential(parameters[17] * (Double(grade.rawValue - 3) + parameters[18]))
            * power(memory.stability, -parameters[19])
        return memory.stability * (grade == .again ? increase : max(increase, 1))
    }

    private static func clamped(_ difficulty: Double) -> Double { min(max(difficulty, 1), 10) }

    private static let leastStability = 0.001
    /// A hundred years, as fsrs-rs has it.
    private static let greatestStability = 36_500.0
}
