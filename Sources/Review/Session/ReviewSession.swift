package import Model

/// A review as a machine without time or terminal: it says what to show next, and is told what the reader did.
///
/// A long question goes from the question to a prediction, the model answer, the bullets and a grade; a short one from
/// the answer to a grade. No total is known before the last bullet is ticked, since people who see it tick to reach it.
/// In an exam all questions are answered before the first is graded.
package struct ReviewSession: Sendable {
    package let items: [ReviewPlan.Item]
    package let mode: GradedAnswer.Mode
    private let policy: GradingPolicy
    package private(set) var position = Position()
    /// The answers that were given, in their order.
    package private(set) var attempts: [Attempt] = []

    /// Where in the session the reader is; all that has to be kept to go on at the same bullet.
    package struct Position: Sendable, Equatable {
        /// The number of the question, counted from 0.
        package var index = 0
        package var phase = Phase.question
        package var ticks: [Tick] = []
        package var predicted: Int?
        package var usedHint = false
        /// Whether an exam has come to its grading.
        package var isGrading = false
        /// The time that the answers so far took, by question, in milliseconds.
        package var times: [EntryID: Int] = [:]

        package init() {}
    }

    /// The stations of one question.
    package enum Phase: String, Sendable { case question, prediction, answer, rubric, grade }

    package init(_ plan: ReviewPlan, mode: GradedAnswer.Mode = .review, policy: GradingPolicy = .p1) {
        items = plan.items
        self.mode = mode
        self.policy = policy
    }

    /// Goes on where an earlier sitting stopped.
    ///
    /// - Parameter attempts: the answers of the session that are in the log; their questions are not asked again.
    package init(_ plan: ReviewPlan, mode: GradedAnswer.Mode, at position: Position, attempts: [Attempt]) {
        self.init(plan, mode: mode)
        self.position = position
        self.attempts = attempts
        let isDone = Set(attempts.map(\.item.id))
        let started = position.index
        while self.position.index < items.count, isDone.contains(items[self.position.index].id),
            mode != .exam || position.isGrading
        {
            self.position.index += 1
        }
        if self.position.index != started { startQuestion() }
        if self.position.ticks.count > (current?.question.rubric.count ?? 0) { startQuestion() }
    }

    /// What the reader has to see and do.
    package enum Step: Sendable {
        /// A question to think about, with its number in the session, counted from 1.
        case question(ReviewPlan.Item, number: Int)
        /// The reader says what the score will be.
        case prediction(ReviewPlan.Item)
        /// The model answer to compare with.
        case answer(ReviewPlan.Item)
        /// The bullet to tick, with its number in the rubric, counted from 1.
        case bullet(RubricItem, number: Int, of: ReviewPlan.Item)
        /// The grade to accept or to choose.
        case grade(Attempt)
        case finished
    }

    package var step: Step {
        guard let item = current else { return .finished }
        switch position.phase {
        case .question: return .question(item, number: position.index + 1)
        case .prediction: return .prediction(item)
        case .answer: return .answer(item)
        case .rubric where position.ticks.count < item.question.rubric.count:
            return .bullet(item.question.rubric[position.ticks.count], number: position.ticks.count + 1, of: item)
        case .rubric, .grade: return .grade(result(of: item))
        }
    }

    /// The question that the reader is at; nil when the session is finished.
    package var current: ReviewPlan.Item? { position.index < items.count ? items[position.index] : nil }

    // MARK: What the reader does

    /// The reader has an answer.
    package mutating func answer() {
        guard position.phase == .question, let item = current else { return }
        if mode == .exam, !position.isGrading { return nextExamQuestion() }
        position.phase = item.kind == .long ? .prediction : .answer
    }

    /// The reader gives up: the answer is shown, and counts as one without any bullet.
    package mutating func giveUp() {
        guard position.phase == .question, let item = current else { return }
        position.ticks = item.question.rubric.map { _ in Tick.none }
        if mode == .exam, !position.isGrading { return nextExamQuestion() }
        position.phase = .answer
    }

    /// The reader expects a score, or none.
    package mutating func predict(_ points: Int?) {
        guard position.phase == .prediction else { return }
        position.predicted = points
        position.phase = .answer
    }

    /// The reader has seen the answer.
    package mutating func compare() {
        guard position.phase == .answer, let item = current else { return }
        position.phase = item.kind == .long ? .rubric : .grade
    }

    /// The reader looks at the titles of the bullets before answering.
    package mutating func takeHint() {
        if position.phase == .question, mode != .exam { position.usedHint = true }
    }

    /// The reader ticks the bullet of this step.
    package mutating func tick(_ tick: Tick) {
        if case .bullet = step { position.ticks.append(tick) }
    }

    /// The reader takes the last tick back; false when there is none.
    package mutating func untick() -> Bool {
        guard position.phase == .rubric, !position.ticks.isEmpty else { return false }
        position.ticks.removeLast()
        return true
    }

    /// The reader accepts a grade; gives the finished answer, which the caller keeps.
    package mutating func grade(_ grade: Grade) -> Attempt? {
        guard case .grade(var attempt) = step else { return nil }
        if attempt.policy != nil {
            guard attempt.choices.contains(grade) else { return nil }
            if grade != attempt.grade { attempt.proposed = attempt.grade }
        }
        attempt.grade = grade
        attempts.append(attempt)
        next()
        return attempt
    }

    /// The reader does not want this question now.
    package mutating func skip() { if position.phase == .question { next() } }

    /// The reader takes the latest grade of the session back and is at its question again.
    package mutating func takeBack() -> Attempt? {
        guard let last = attempts.popLast(), let index = items.firstIndex(where: { $0.id == last.item.id }) else {
            return nil
        }
        position.index = index
        startQuestion()
        position.ticks = last.ticks
        position.predicted = last.predicted
        position.usedHint = last.usedHint
        position.phase = last.item.kind == .long ? .rubric : .grade
        if !position.ticks.isEmpty { position.ticks.removeLast() }
        return last
    }

    /// Adds to the time of the present question.
    package mutating func spend(_ milliseconds: Int) {
        if let item = current, milliseconds > 0 { position.times[item.id, default: 0] += milliseconds }
    }

    // MARK: Helpers

    private func result(of item: ReviewPlan.Item) -> Attempt {
        var attempt =
            item.kind == .long
            ? Attempt.ticked(item, position.ticks, by: policy, usedHint: position.usedHint)
            : Attempt(item: item, grade: .good)
        attempt.predicted = position.predicted
        attempt.usedHint = position.usedHint
        attempt.milliseconds = position.times[item.id]
        return attempt
    }

    private mutating func next() {
        position.index += 1
        startQuestion()
    }

    private mutating func startQuestion() {
        position.ticks = []
        position.predicted = nil
        position.usedHint = false
        position.phase = mode == .exam && position.isGrading ? .answer : .question
    }

    private mutating func nextExamQuestion() {
        position.index += 1
        if position.index == items.count {
            position.isGrading = true
            position.index = 0
        }
        startQuestion()
    }
}
