package import Model

/// A review as a machine without time or terminal: it says what to show next, and is told what the reader did.
///
/// A long question goes from the question to its answer, then from bullet to bullet; a short one from the answer to a
/// grade. No total is known before the last bullet is ticked, since people who see it tick to reach it.
package struct ReviewSession: Sendable {
    private let items: [ReviewPlan.Item]
    private var index = 0
    private var phase = Phase.question
    private var ticks: [Tick] = []
    private let policy: GradingPolicy
    /// The answers that were given, in their order.
    package private(set) var attempts: [Attempt] = []

    package init(_ plan: ReviewPlan, policy: GradingPolicy = .p1) {
        items = plan.items
        self.policy = policy
    }

    private enum Phase { case question, answer }

    /// What the reader has to see and do.
    package enum Step: Sendable {
        /// A question to think about, with its number in the session, counted from 1.
        case question(ReviewPlan.Item, number: Int)
        /// The bullet to tick, with its number in the rubric, counted from 1; the first one follows the model answer.
        case bullet(RubricItem, number: Int, of: ReviewPlan.Item)
        /// The question to grade as a whole, after its answer.
        case grade(ReviewPlan.Item)
        case finished
    }

    package var step: Step {
        guard index < items.count else { return .finished }
        let item = items[index]
        if phase == .question { return .question(item, number: index + 1) }
        if item.form == .short { return .grade(item) }
        return .bullet(item.question.rubric[ticks.count], number: ticks.count + 1, of: item)
    }

    /// The reader is ready for the answer.
    package mutating func reveal() {
        if index < items.count { phase = .answer }
    }

    /// The reader ticks the bullet of this step; gives the finished answer after the last one.
    package mutating func tick(_ tick: Tick) -> Attempt? {
        guard case .bullet(_, _, let item) = step else { return nil }
        ticks.append(tick)
        guard ticks.count == item.question.rubric.count else { return nil }
        return finish(.ticked(item, ticks, by: policy))
    }

    /// The reader grades the question of this step.
    package mutating func grade(_ grade: Grade) -> Attempt? {
        guard case .grade(let item) = step else { return nil }
        return finish(Attempt(item: item, grade: grade))
    }

    private mutating func finish(_ attempt: Attempt) -> Attempt {
        attempts.append(attempt)
        index += 1
        phase = .question
        ticks = []
        return attempt
    }
}

/// How much of a bullet of the rubric an answer had.
package enum Tick: Sendable, CaseIterable {
    case full, half, none

    /// The share of the bullet's points.
    package var share: Double {
        switch self {
        case .full: 1
        case .half: 0.5
        case .none: 0
        }
    }
}

/// A finished answer to one question.
package struct Attempt: Sendable {
    package var item: ReviewPlan.Item
    /// The ticks in the order of the rubric; empty for a question graded as a whole.
    package var ticks: [Tick] = []
    package var score: Score?
    package var predicted: Int?
    package var grade: Grade
    /// The name of the policy that made the grade; nil when the reader chose it.
    package var policy: String?

    package init(item: ReviewPlan.Item, grade: Grade) {
        self.item = item
        self.grade = grade
    }

    /// The answer whose bullets were ticked, one tick for each bullet of the rubric.
    package static func ticked(_ item: ReviewPlan.Item, _ ticks: [Tick], by policy: GradingPolicy) -> Attempt {
        let points = zip(item.question.rubric, ticks).reduce(0) { $0 + Double($1.0.points) * $1.1.share }
        let score = Score(points, of: item.points ?? 0)
        var attempt = Attempt(item: item, grade: policy.grade(score: score.points, of: score.full))
        attempt.ticks = ticks
        attempt.score = score
        attempt.policy = policy.name
        return attempt
    }

    /// The bullets that did not get all their points, each with its tick.
    package var missed: [(bullet: RubricItem, tick: Tick)] {
        zip(item.question.rubric, ticks).filter { $0.1 != .full }.map { ($0.0, $0.1) }
    }

    /// The answer as it is kept in the log.
    package func review(session: EventID, milliseconds: Int? = nil) -> GradedAnswer {
        let shares = zip(item.question.rubric, ticks).map { ($0.0.id, $0.1.share) }
        return GradedAnswer(
            question: item.id,
            session: session,
            score: score,
            items: Dictionary(shares) { first, _ in first },
            predicted: predicted,
            grade: grade,
            policy: policy,
            milliseconds: milliseconds
        )
    }
}
