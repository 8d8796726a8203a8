package import Model

/// What the schedule would do with a row of grades.
package struct Simulation: Sendable {
    package private(set) var rows: [Row] = []

    /// One answer of the row.
    package struct Row: Sendable, Equatable {
        package var day: Day
        package var grade: Grade
        /// The chance of a right answer before this one; nil for the first.
        package var retrievability: Double?
        package var memory: Memory
        /// The day on which the question would be due again.
        package var due: Day
    }

    /// Plays grades.
    ///
    /// - Parameter step: the days between two answers; nil to answer on the day on which the question is due.
    package init(_ grades: [Grade], from start: Day, every step: Int?, _ schedule: ReviewSchedule) {
        var day = start
        var memory: Memory?
        var last = start
        for grade in grades {
            let elapsed = day.daysSince1970 - last.daysSince1970
            let recall = memory.map { schedule.algorithm.retrievability(of: $0, after: elapsed) }
            let next = schedule.algorithm.memory(after: grade, memory, days: elapsed)
            let due = day.adding(days: schedule.interval(after: next))
            rows.append(Row(day: day, grade: grade, retrievability: recall, memory: next, due: due))
            memory = next
            last = day
            day = step.map { day.adding(days: $0) } ?? due
        }
    }
}
