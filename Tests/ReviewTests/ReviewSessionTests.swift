import Model
import Review
import Testing

@Suite struct `Review plan` {
    private func reviewed(_ id: String, second: Int) -> ReviewEvent {
        Samples.event("E\(second)", second: second, .review(GradedAnswer(question: EntryID(id), grade: .good)))
    }

    @Test func `takes all questions of the book in its order when none was answered`() {
        let plan = ReviewPlan(Samples.book, log: ReviewLog())
        #expect(plan.items.map(\.id.rawValue) == ["video", "cqrs", "saga"])
        #expect(plan.items.map(\.points) == [40, nil, nil])
    }

    @Test func `asks what was never answered first, then the longest unseen`() {
        let log = Samples.log([
            reviewed("video", second: 5), reviewed("saga", second: 9), reviewed("video", second: 11),
        ])
        #expect(ReviewPlan(Samples.book, log: log).items.map(\.id.rawValue) == ["cqrs", "saga", "video"])
    }

    @Test func `keeps to form, tag, id and limit`() {
        func ids(_ filter: QuestionFilter) -> [String] {
            ReviewPlan(Samples.book, log: ReviewLog(), filter: filter).items.map(\.id.rawValue)
        }
        #expect(ids(QuestionFilter(form: .long)) == ["video"])
        #expect(ids(QuestionFilter(form: .short, limit: 1)) == ["cqrs"])
        #expect(ids(QuestionFilter(tags: ["saga"])) == ["saga"])
        #expect(ids(QuestionFilter(tags: ["saga", "queues"])).isEmpty)
        #expect(ids(QuestionFilter(ids: [EntryID("saga")])) == ["saga"])
    }
}

@Suite struct `Review session` {
    private func session(_ ids: String...) -> ReviewSession {
        let filter = QuestionFilter(ids: Set(ids.map { EntryID($0) }))
        return ReviewSession(ReviewPlan(Samples.book, log: ReviewLog(), filter: filter))
    }

    @Test func `goes from question to answer to bullets, and scores after the last one`() throws {
        var session = session("video")
        guard case .question(_, number: 1) = session.step else { throw Unexpected() }
        #expect(session.tick(.full) == nil, "nothing can be ticked before the answer is shown")
        session.reveal()
        guard case .bullet(let first, number: 1, _) = session.step else { throw Unexpected() }
        #expect(first.id == "b-fan")
        #expect(session.tick(.full) == nil)
        #expect(session.tick(.half) == nil)
        let finished = session.tick(.half)
        let attempt = try #require(finished)
        #expect(attempt.score == Score(27, of: 40))
        #expect(attempt.grade == .hard)
        #expect(attempt.missed.map(\.bullet.id) == ["b-dlq", "b-idem"])
        guard case .finished = session.step else { throw Unexpected() }
        #expect(attempt.review(session: EventID(rawValue: "S")).items == ["b-fan": 1, "b-dlq": 0.5, "b-idem": 0.5])
    }

    @Test func `goes from a short question to its grade, and on to the next`() throws {
        var session = session("cqrs", "saga")
        session.reveal()
        guard case .grade = session.step else { throw Unexpected() }
        let finished = session.grade(.easy)
        let attempt = try #require(finished)
        #expect(attempt.grade == .easy && attempt.score == nil && attempt.policy == nil)
        guard case .question(let item, number: 2) = session.step else { throw Unexpected() }
        #expect(item.id.rawValue == "saga")
    }

    @Test func `grades a long question without a rubric as a whole`() {
        let question = Samples.entry("bare", "Bare", Question(form: .long, points: 40))
        var session = ReviewSession(ReviewPlan(Book(title: "", entries: [question]), log: ReviewLog()))
        session.reveal()
        #expect(session.grade(.good)?.score == nil)
    }

    @Test func `of no questions is finished at once`() throws {
        var session = session("none")
        session.reveal()
        guard case .finished = session.step else { throw Unexpected() }
        #expect(session.grade(.good) == nil)
    }

    private struct Unexpected: Error {}
}
