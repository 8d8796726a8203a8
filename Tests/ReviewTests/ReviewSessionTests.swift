import Model
import Review
import Testing

@Suite struct `Review session` {
    private func session(_ ids: String..., mode: GradedAnswer.Mode = .review) -> ReviewSession {
        let state = ReviewState(ReviewLog())
        let filter = QuestionFilter(ids: Set(ids.map { EntryID($0) }))
        return ReviewSession(ReviewPlan(all: Samples.book, state, on: Samples.day, filter: filter), mode: mode)
    }

    @Test func `goes from question to prediction, answer and bullets, and scores after the last one`() throws {
        var session = session("video")
        guard case .question(_, number: 1) = session.step else { throw Unexpected() }
        session.tick(.full)
        #expect(session.position.ticks.isEmpty, "nothing can be ticked before the answer is shown")
        session.answer()
        guard case .prediction = session.step else { throw Unexpected() }
        session.predict(30)
        guard case .answer = session.step else { throw Unexpected() }
        session.compare()
        guard case .bullet(let first, number: 1, _) = session.step else { throw Unexpected() }
        #expect(first.id == "b-fan")
        session.tick(.full)
        session.tick(.half)
        let early = session.grade(.good)
        #expect(early == nil)
        session.tick(.half)
        guard case .grade(let proposed) = session.step else { throw Unexpected() }
        #expect(proposed.score == Score(27, of: 40) && proposed.grade == .hard)
        #expect(proposed.choices == [.again, .hard, .good])
        let tooGood = session.grade(.easy)
        #expect(tooGood == nil, "two grades up is no choice")
        let finished = session.grade(.good)
        let attempt = try #require(finished)
        #expect(attempt.proposed == .hard && attempt.predicted == 30)
        #expect(attempt.missed.map(\.bullet.id) == ["b-dlq", "b-idem"])
        guard case .finished = session.step else { throw Unexpected() }
        #expect(attempt.review(session: EventID(rawValue: "S")).items == ["b-fan": 1, "b-dlq": 0.5, "b-idem": 0.5])
    }

    @Test func `goes from a short question to its grade, and on to the next`() throws {
        var session = session("cqrs", "saga")
        session.answer()
        session.compare()
        guard case .grade(let proposed) = session.step else { throw Unexpected() }
        #expect(proposed.choices == Grade.allCases)
        let graded = session.grade(.easy)
        let attempt = try #require(graded)
        #expect(attempt.grade == .easy && attempt.score == nil && attempt.policy == nil)
        guard case .question(let item, number: 2) = session.step else { throw Unexpected() }
        #expect(item.id.rawValue == "saga")
        session.skip()
        guard case .finished = session.step else { throw Unexpected() }
        let back = session.takeBack()
        #expect(back?.item.id.rawValue == "cqrs")
        guard case .grade = session.step else { throw Unexpected() }
    }

    @Test func `of an exam asks everything before it grades anything`() throws {
        var session = session("video", "cqrs", mode: .exam)
        session.takeHint()
        #expect(!session.position.usedHint, "an exam has no hints")
        session.answer()
        guard case .question(_, number: 2) = session.step else { throw Unexpected() }
        session.answer()
        guard case .answer(let first) = session.step else { throw Unexpected() }
        #expect(first.id.rawValue == "video")
    }

    @Test func `is kept and gone on with at the same bullet`() throws {
        var session = session("video", "cqrs")
        session.spend(90_000)
        session.takeHint()
        session.answer()
        session.predict(12)
        session.compare()
        session.tick(.half)
        let record = SessionRecord(
            id: EventID(rawValue: "S"), mode: .review, questions: session.items.map(\.id), position: session.position)
        let read = try #require(SessionRecord(line: record.line))
        #expect(read == record)
        let plan = ReviewPlan(items: session.items)
        let resumed = ReviewSession(plan, mode: read.mode, at: read.position, attempts: [])
        #expect(resumed.position == session.position)

        // The answer was kept, but the process ended before the place was.
        let attempt = Attempt.ticked(session.items[0], [.full, .full, .full], by: .p1)
        let later = ReviewSession(plan, mode: read.mode, at: read.position, attempts: [attempt])
        guard case .question(let item, number: 2) = later.step else { throw Unexpected() }
        #expect(item.id.rawValue == "cqrs" && later.position.ticks.isEmpty)
    }

    @Test(arguments: [
        "", "{", "{}", #"{"v":1,"id":"S","mode":"review","questions":[],"index":-1,"phase":"x","ticks":[]}"#,
    ])
    func `that is damaged is no session`(line: String) {
        #expect(SessionRecord(line: Array(line.utf8)) == nil)
    }

    @Test func `offers Easy only for a nearly full answer to a question seen before`() throws {
        let answer = Samples.event("A", second: 1, .review(GradedAnswer(question: EntryID("video"), grade: .good)))
        let seen = ReviewPlan(all: Samples.book, ReviewState(Samples.log([answer])), on: Samples.day).items[0]
        let new = ReviewPlan(all: Samples.book, ReviewState(ReviewLog()), on: Samples.day).items[0]
        let full: [Tick] = [.full, .full, .full]
        #expect(Attempt.ticked(seen, full, by: .p1).choices == [.hard, .good, .easy])
        #expect(Attempt.ticked(new, full, by: .p1).choices == [.hard, .good])
        #expect(Attempt.ticked(seen, full, by: .p1, usedHint: true).choices == [.again, .hard])
    }

    private struct Unexpected: Error {}
}

@Suite struct `Review plan` {
    private func reviewed(_ id: String, day: Int, _ grade: Grade = .good) -> ReviewEvent {
        Samples.event(
            "E\(id)\(day)", second: day * 86_400 + 43_200, .review(GradedAnswer(question: EntryID(id), grade: grade)))
    }

    private func ids(_ filter: QuestionFilter, _ events: [ReviewEvent] = [], day: Int = 30) -> [String] {
        let day = Day(daysSince1970: day)
        return ReviewPlan(due: Samples.book, ReviewState(Samples.log(events)), on: day, filter: filter).items.map(
            \.id.rawValue)
    }

    @Test func `takes all questions of the book in its order when none was answered`() {
        #expect(ids(QuestionFilter()) == ["video", "cqrs", "saga"])
    }

    @Test func `asks the longest overdue first, then what is new, and not what is not due`() {
        let events = [reviewed("video", day: 20), reviewed("saga", day: 10), reviewed("saga", day: 3)]
        #expect(ids(QuestionFilter(), events, day: 28) == ["video", "cqrs"])
        #expect(ids(QuestionFilter(), events, day: 60) == ["video", "saga", "cqrs"])
    }

    @Test func `leaves out what is suspended`() {
        #expect(ids(QuestionFilter(), [Samples.event("S", second: 1, .suspend(EntryID("saga")))]) == ["video", "cqrs"])
    }

    @Test func `keeps to kind, tag, id and limit`() {
        #expect(ids(QuestionFilter(kind: .long)) == ["video"])
        #expect(ids(QuestionFilter(kind: .short, limit: 1)) == ["cqrs"])
        #expect(ids(QuestionFilter(tags: ["saga"])) == ["saga"])
        #expect(ids(QuestionFilter(tags: ["saga", "queues"])).isEmpty)
        #expect(ids(QuestionFilter(ids: [EntryID("saga")])) == ["saga"])
    }

    @Test func `of a week fits the minutes, and asks at least one question`() {
        func week(_ minutes: Int) -> [String] {
            let state = ReviewState(ReviewLog())
            return ReviewPlan(week: Samples.book, state, on: Samples.day, minutes: minutes).items.map(\.id.rawValue)
        }
        #expect(week(90) == ["video", "cqrs", "saga"])
        #expect(week(43) == ["video", "cqrs"])
        #expect(week(7) == ["cqrs", "saga"])
        #expect(week(1) == ["cqrs"])
    }

    @Test func `of a week prefers the review that gains most, and takes nothing that was answered today`() {
        let events = [reviewed("cqrs", day: 1, .again), reviewed("saga", day: 22, .easy), reviewed("video", day: 23)]
        let plan = ReviewPlan(
            week: Samples.book, ReviewState(Samples.log(events)), on: Day(daysSince1970: 23), minutes: 3)
        #expect(plan.items.map(\.id.rawValue) == ["cqrs"])
    }
}
