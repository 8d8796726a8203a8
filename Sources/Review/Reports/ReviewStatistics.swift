package import Model

/// What a log says of the reader's progress.
package struct ReviewStatistics: Sendable {
    /// The weeks in which something was answered, oldest first.
    package private(set) var weeks: [Week] = []
    /// The tags of the questions, those with the lowest success first.
    package private(set) var tags: [Group] = []
    /// The bullets that were missed more than once, the most missed first.
    package private(set) var weakBullets: [WeakBullet] = []
    package private(set) var calibration = Calibration()
    /// The number of answers on each study day.
    package private(set) var days: [Day: Int] = [:]

    /// Answers that have something in common, and how they went.
    package struct Group: Sendable, Equatable {
        package var name: String
        package var answers = 0
        /// The answers that were not Again.
        package var passed = 0
        /// The points of the answers that had some, and what they could have been.
        package var score = Score(0, of: 0)
        package var milliseconds = 0

        /// The share of answers that were not Again, from 0 to 1.
        package var success: Double { answers == 0 ? 0 : Double(passed) / Double(answers) }

        fileprivate mutating func add(_ answer: GradedAnswer) {
            answers += 1
            if answer.grade > .again { passed += 1 }
            if let own = answer.score { score = Score(score.points + own.points, of: score.full + own.full) }
            milliseconds += answer.milliseconds ?? 0
        }
    }

    /// The answers of one week, named by its Monday.
    package struct Week: Sendable, Equatable {
        package var monday: Day
        package var group: Group
    }

    /// A bullet of a rubric that the answers keep missing.
    package struct WeakBullet: Sendable, Equatable {
        package var question: EntryID
        package var title: String
        package var bullet: RubricItem
        package var misses: Int
        package var count: Int
    }

    /// How far expectations were from what came out.
    package struct Calibration: Sendable, Equatable {
        /// The answers with a predicted score.
        package var predictions = 0
        /// The mean predicted and reached share of the points, in per cent.
        package var predictedPercent = 0.0
        package var reachedPercent = 0.0
        /// The repeated answers, for which the schedule had expected a chance of success.
        package var reviews = 0
        /// The mean chance that the schedule gave, and the share that was right, in per cent.
        package var expectedRecall = 0.0
        package var recalled = 0.0
    }

    /// Sums up the answers of a log that count.
    package init(_ log: ReviewLog, _ book: Book, _ state: ReviewState) {
        let items = Dictionary(book.entries.compactMap(ReviewPlan.Item.init).map { ($0.id, $0) }) { first, _ in first }
        let answers = log.answers.filter(\.answer.mode.counts)
        var byWeek: [Day: Group] = [:]
        var byTag: [String: Group] = [:]
        for kept in answers {
            let day = kept.at.studyDay
            let monday = day.monday
            days[day, default: 0] += 1
            byWeek[monday, default: Group(name: monday.description)].add(kept.answer)
            for tag in items[kept.question]?.entry.tags ?? [] {
                byTag[tag.name, default: Group(name: tag.name)].add(kept.answer)
            }
        }
        weeks = byWeek.map { Week(monday: $0.key, group: $0.value) }.sorted { $0.monday < $1.monday }
        tags = byTag.values.sorted { ($0.success, $0.name) < ($1.success, $1.name) }
        weakBullets = ReviewStatistics.weakBullets(items, state)
        calibration = ReviewStatistics.calibration(answers, state.schedule.algorithm)
    }

    private static func weakBullets(_ items: [EntryID: ReviewPlan.Item], _ state: ReviewState) -> [WeakBullet] {
        var weak: [WeakBullet] = []
        for (id, question) in state.questions {
            guard let item = items[id] else { continue }
            for bullet in item.question.rubric {
                guard let known = question.bullets[bullet.id], known.misses > 1 else { continue }
                weak.append(
                    WeakBullet(
                        question: id, title: item.entry.title, bullet: bullet, misses: known.misses, count: known.count)
                )
            }
        }
        return weak.sorted {
            ($1.misses, $0.question.rawValue, $0.bullet.id) < ($0.misses, $1.question.rawValue, $1.bullet.id)
        }
    }

    private static func calibration(_ answers: [KeptAnswer], _ algorithm: FSRS) -> Calibration {
        var result = Calibration()
        var memories: [EntryID: (memory: Memory, day: Int)] = [:]
        for kept in answers {
            let day = kept.at.studyDay.daysSince1970
            if let predicted = kept.answer.predicted, let score = kept.answer.score, score.full > 0 {
                result.predictions += 1
                result.predictedPercent += Double(predicted) * 100 / Double(score.full)
                result.reachedPercent += score.points * 100 / Double(score.full)
            }
            let before = memories[kept.question]
            let elapsed = before.map { max(0, day - $0.day) } ?? 0
            if let before, elapsed > 0 {
                result.reviews += 1
                result.expectedRecall += algorithm.retrievability(of: before.memory, after: elapsed) * 100
                result.recalled += kept.answer.grade > .again ? 100 : 0
            }
            memories[kept.question] = (
                algorithm.memory(after: kept.answer.grade, before?.memory, days: elapsed), max(day, before?.day ?? day)
            )
        }
        if result.predictions > 0 {
            result.predictedPercent /= Double(result.predictions)
            result.reachedPercent /= Double(result.predictions)
        }
        if result.reviews > 0 {
            result.expectedRecall /= Double(result.reviews)
            result.recalled /= Double(result.reviews)
        }
        return result
    }
}

extension Day {
    /// The Monday of the day's week.
    package var monday: Day {
        // 1970-01-01 was a Thursday.
        let sinceMonday = (daysSince1970 + 3) - (daysSince1970 + 3).dividedDown(by: 7) * 7
        return adding(days: -sinceMonday)
    }
}
