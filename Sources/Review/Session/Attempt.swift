package import Model

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

    /// The tick that a share of the log stands for.
    package init(share: Double) { self = share >= 1 ? .full : share > 0 ? .half : Tick.none }
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
    /// The grade of the policy, where the reader chose its neighbour.
    package var proposed: Grade?
    package var usedHint = false
    /// The time from question to grade, without pauses between two sittings.
    package var milliseconds: Int?
    /// The path of the written answer, relative to the workspace.
    package var answerPath: String?

    package init(item: ReviewPlan.Item, grade: Grade) {
        self.item = item
        self.grade = grade
    }

    /// The answer whose bullets were ticked, one tick for each bullet of the rubric.
    package static func ticked(
        _ item: ReviewPlan.Item,
        _ ticks: [Tick],
        by policy: GradingPolicy,
        usedHint: Bool = false
    ) -> Attempt {
        let points = zip(item.question.rubric, ticks).reduce(0) { $0 + Double($1.0.points) * $1.1.share }
        let score = Score(points, of: item.points ?? 0)
        let grade = policy.grade(score: score.points, of: score.full, usedHint: usedHint)
        var attempt = Attempt(item: item, grade: grade)
        attempt.ticks = ticks
        attempt.score = score
        attempt.policy = policy.name
        attempt.usedHint = usedHint
        return attempt
    }

    /// An answer of the log, for a question of the book as it is now.
    package init(_ kept: KeptAnswer, to item: ReviewPlan.Item) {
        self.init(item: item, grade: kept.answer.grade)
        if !kept.answer.items.isEmpty {
            ticks = item.question.rubric.map { Tick(share: kept.answer.items[$0.id] ?? 0) }
        }
        score = kept.answer.score
        predicted = kept.answer.predicted
        policy = kept.answer.policy
    }

    /// The grades that the reader may give: the neighbours of the policy's, and Easy only for a nearly full answer
    /// without a hint to a question that was answered before; any for a question graded as a whole.
    package var choices: [Grade] {
        guard let score, policy != nil else { return Grade.allCases }
        let own = proposed ?? grade
        return Grade.allCases.filter { choice in
            guard abs(choice.rawValue - own.rawValue) <= 1, !usedHint || choice <= .hard else { return false }
            return choice != .easy || score.percent >= 95 && item.last != nil
        }
    }

    /// The bullets that did not get all their points, each with its tick.
    package var missed: [(bullet: RubricItem, tick: Tick)] {
        zip(item.question.rubric, ticks).filter { $0.1 != .full }.map { ($0.0, $0.1) }
    }

    /// The answer as it is kept in the log.
    package func review(session: EventID, mode: GradedAnswer.Mode = .review) -> GradedAnswer {
        let shares = zip(item.question.rubric, ticks).map { ($0.0.id, $0.1.share) }
        var answer = GradedAnswer(
            question: item.id,
            session: session,
            mode: mode,
            score: score,
            items: Dictionary(shares) { first, _ in first },
            predicted: predicted,
            grade: grade,
            policy: policy,
            usedHint: usedHint,
            milliseconds: milliseconds
        )
        answer.proposed = proposed
        answer.fingerprint = QuestionFingerprint(item.entry, item.question)
        answer.answerPath = answerPath
        return answer
    }
}
