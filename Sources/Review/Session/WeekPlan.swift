package import Model

extension ReviewPlan {
    /// The questions of a weekly review that fit some minutes and add most to what will be known in four weeks.
    ///
    /// Two thirds of the time go to questions that were answered before, those first whose review gains most for each
    /// minute; the rest goes to new ones, long and short in turn. Subjects alternate.
    ///
    /// - Parameters:
    ///   - minutes: the time there is; at least one question is chosen even when none fits.
    ///   - day: the study day of the review.
    package init(
        week book: Book,
        _ state: ReviewState,
        on day: Day,
        minutes: Int,
        filter: QuestionFilter = QuestionFilter()
    ) {
        let today = day.daysSince1970
        let items = ReviewPlan.items(of: book, state, on: day).filter(filter.matches)
        let known = items.compactMap { item -> (item: Item, worth: Double)? in
            guard let known = item.state, known.lastDay < today else { return nil }
            let gain = ReviewPlan.gain(known, on: day, state.schedule.algorithm)
            return (item, gain * Double(item.points ?? item.minutes) / Double(item.minutes))
        }
        let reviews = known.enumerated()
            .sorted { ($1.element.worth, $0.offset) < ($0.element.worth, $1.offset) }
            .map(\.element.item)
        let new = ReviewPlan.alternating(items.filter { $0.state == nil })

        var budget = Budget(minutes: minutes, limit: filter.limit ?? .max)
        budget.take(reviews, upTo: new.isEmpty ? minutes : minutes * 2 / 3)
        budget.take(new, upTo: minutes)
        budget.take(reviews, upTo: minutes)
        if budget.chosen.isEmpty, let first = (reviews + new).min(by: { $0.minutes < $1.minutes }) {
            budget.chosen = [first]
        }
        self.items = ReviewPlan.interleaved(budget.chosen)
    }

    /// The minutes that the whole plan takes.
    package var minutes: Int { items.reduce(0) { $0 + $1.minutes } }

    /// What a review on a day adds to the chance of a right answer four weeks later.
    ///
    /// The expected gain orders questions better under a budget than the due day or the lowest recall.
    static func gain(_ state: QuestionState, on day: Day, _ algorithm: FSRS) -> Double {
        let elapsed = max(0, day.daysSince1970 - state.lastDay)
        let recall = algorithm.retrievability(of: state.memory, after: elapsed)
        func later(_ grade: Grade) -> Double {
            algorithm.retrievability(of: algorithm.memory(after: grade, state.memory, days: elapsed), after: horizon)
        }
        let without = algorithm.retrievability(of: state.memory, after: elapsed + horizon)
        return recall * later(.good) + (1 - recall) * later(.again) - without
    }

    private static let horizon = 28

    /// The time that is left while a plan is made.
    private struct Budget {
        var minutes: Int
        var limit: Int
        var chosen: [Item] = []
        private var used = 0

        init(minutes: Int, limit: Int) {
            self.minutes = minutes
            self.limit = limit
        }

        /// Takes, in their order, the items that fit.
        mutating func take(_ items: [Item], upTo total: Int) {
            let known = Set(chosen.map(\.id))
            for item in items where !known.contains(item.id) && used + item.minutes <= total && chosen.count < limit {
                chosen.append(item)
                used += item.minutes
            }
        }
    }

    /// Long questions and others in turn, each in the order of the book.
    private static func alternating(_ items: [Item]) -> [Item] {
        let long = items.filter { $0.kind == .long }
        let others = items.filter { $0.kind == .short } + items.filter { $0.kind == .exercise }
        let pairs = (0..<max(long.count, others.count)).flatMap { index in
            [index < long.count ? long[index] : nil, index < others.count ? others[index] : nil]
        }
        return pairs.compactMap { $0 }
    }

    /// The same items, each followed by one of another topic where that can be.
    private static func interleaved(_ items: [Item]) -> [Item] {
        var rest = items
        var result: [Item] = []
        while !rest.isEmpty {
            let next = rest.firstIndex { $0.topic != result.last?.topic } ?? 0
            result.append(rest.remove(at: next))
        }
        return result
    }
}
