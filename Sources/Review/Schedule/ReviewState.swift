package import Model

/// What the log says of every question on one day: memory, due day, latest answer.
///
/// It is computed anew from the events each time and never written down, so nothing can go stale.
package struct ReviewState: Sendable {
    package let schedule: ReviewSchedule
    /// What is known of each question that was answered.
    package private(set) var questions: [EntryID: QuestionState] = [:]
    /// The questions that are not to be asked.
    package let suspended: Set<EntryID>

    /// Replays the answers of a log.
    ///
    /// - Parameter day: the last study day whose answers count; all when nil.
    package init(_ log: ReviewLog, schedule: ReviewSchedule = ReviewSchedule(), asOf day: Day? = nil) {
        self.schedule = schedule
        suspended = log.suspended
        let last = day?.daysSince1970 ?? .max
        var latest: [EntryID: Int] = [:]
        log.forEachAnswer { index, question, answer in
            guard answer.mode.counts else { return }
            let studyDay = log.events[index].at.studyDay.daysSince1970
            if studyDay > last { return }
            questions[question, default: QuestionState()].add(answer, on: studyDay, schedule)
            latest[question] = index
        }
        for (question, index) in latest {
            guard let answer = log.events[index].review else { continue }
            questions[question]?.last = log.keptAnswer(index, question, answer)
        }
    }
}

extension ReviewState {
    /// The day on which a question would be due again after an answer on a day.
    package func due(_ question: EntryID, after grade: Grade, on day: Day) -> Day {
        let known = questions[question]
        let elapsed = known.map { max(0, day.daysSince1970 - $0.lastDay) } ?? 0
        let memory = schedule.algorithm.memory(after: grade, known?.memory, days: elapsed)
        return day.adding(days: schedule.interval(after: memory))
    }
}

/// What is remembered of one question, and of each bullet of its rubric.
package struct QuestionState: Sendable {
    package private(set) var memory = Memory(stability: 0, difficulty: 0)
    /// The study day of the latest answer, in days since 1970-01-01.
    package private(set) var lastDay = Int.min
    package fileprivate(set) var last: KeptAnswer?
    /// The number of answers that count.
    package private(set) var count = 0
    /// How often it was forgotten.
    package private(set) var lapses = 0
    package private(set) var bullets: [String: BulletState] = [:]

    /// The chance of a right answer on a day.
    package func retrievability(on day: Day, _ algorithm: FSRS) -> Double {
        algorithm.retrievability(of: memory, after: max(0, day.daysSince1970 - lastDay))
    }

    /// The day on which the question is to be asked again.
    package func due(_ schedule: ReviewSchedule) -> Day {
        Day(daysSince1970: lastDay + schedule.interval(after: memory))
    }

    fileprivate mutating func add(_ answer: GradedAnswer, on day: Int, _ schedule: ReviewSchedule) {
        // A clock that was set back makes no negative days; the answer counts as one of the same day.
        let days = count == 0 ? 0 : max(0, day - lastDay)
        let before = count == 0 ? nil : memory
        memory = schedule.algorithm.memory(after: answer.grade, before, days: days)
        lastDay = max(lastDay, day)
        count += 1
        if answer.grade == .again { lapses += 1 }
        for (id, share) in answer.items {
            bullets[id, default: BulletState()].add(share: share, on: day, schedule.algorithm)
        }
    }
}

/// What is remembered of one bullet of a rubric; ticked in full it counts as Good, in half as Hard, else as Again.
package struct BulletState: Sendable, Equatable {
    package private(set) var memory = Memory(stability: 0, difficulty: 0)
    /// The study day of the latest tick, in days since 1970-01-01.
    package private(set) var lastDay = Int.min
    package private(set) var count = 0
    /// How often the bullet was missed altogether.
    package private(set) var misses = 0

    /// The chance that an answer has the bullet on a day.
    package func retrievability(on day: Day, _ algorithm: FSRS) -> Double {
        algorithm.retrievability(of: memory, after: max(0, day.daysSince1970 - lastDay))
    }

    fileprivate mutating func add(share: Double, on day: Int, _ algorithm: FSRS) {
        let grade: Grade = share >= 1 ? .good : share > 0 ? .hard : .again
        let days = count == 0 ? 0 : max(0, day - lastDay)
        memory = algorithm.memory(after: grade, count == 0 ? nil : memory, days: days)
        lastDay = max(lastDay, day)
        count += 1
        if share <= 0 { misses += 1 }
    }
}
