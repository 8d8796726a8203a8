import Model
import Review
import Testing

@Suite struct `Review reports` {
    private func answer(_ id: String, day: Int, _ answer: GradedAnswer) -> ReviewEvent {
        Samples.event(id, second: day * 86_400 + 43_200, .review(answer))
    }

    private var log: ReviewLog {
        let first = GradedAnswer(
            question: EntryID("video"), score: Score(27, of: 40), items: ["b-fan": 1, "b-dlq": 0, "b-idem": 1],
            predicted: 36,
            grade: .hard, milliseconds: 2_400_000)
        var second = first
        second.items["b-fan"] = 0.5
        second.score = Score(20, of: 40)
        second.grade = .again
        return Samples.log([
            answer("A", day: 4, first), answer("B", day: 11, second),
            answer("C", day: 11, GradedAnswer(question: EntryID("saga"), grade: .good)),
        ])
    }

    @Test func `sum up weeks, tags, calibration and weak bullets`() throws {
        let statistics = ReviewStatistics(log, Samples.book, ReviewState(log))
        #expect(statistics.weeks.map(\.monday.description) == ["1970-01-05", "1970-01-12"])
        #expect(statistics.weeks.map(\.group.answers) == [1, 2])
        #expect(statistics.weeks[1].group.success == 0.5 && statistics.weeks[1].group.score == Score(20, of: 40))
        #expect(statistics.tags.map(\.name) == ["queues", "saga"])
        #expect(statistics.weakBullets.map(\.bullet.id) == ["b-dlq"])
        #expect(statistics.calibration.predictions == 2 && statistics.calibration.predictedPercent == 90)
        #expect(statistics.calibration.reachedPercent == 58.75)
        #expect(statistics.calibration.reviews == 1 && statistics.calibration.recalled == 0)
        #expect(abs(statistics.calibration.expectedRecall - 75.28) < 0.1)
        #expect(statistics.days.values.reduce(0, +) == 3)
    }

    @Test func `export answers as a table and as py-fsrs has them`() throws {
        let lines = ReviewExport.table(log.answers).text.split(separator: "\r\n")
        #expect(lines[0] == "id,at,question,mode,grade,score,max,predicted,hint,policy,ms")
        #expect(lines[1] == "A,1970-01-05T12:00:00+00:00,video,review,2,27,40,36,false,,2400000")
        let items = try #require(ReviewExport.reviewLogs(log.answers).array)
        let first = try #require(items.first?.object)
        #expect(first["rating"] == 2 && first["review_duration"] == 2_400_000)
        #expect(first["review_datetime"] == "1970-01-05T12:00:00+00:00")
        #expect(first["card_id"] == items[1].object?["card_id"] && first["card_id"] != items[2].object?["card_id"])
    }

    @Test func `export notes for Anki with the guid first and nothing that breaks a line`() {
        let question = Question(form: .short, problem: "a < b\tand\nc", modelAnswer: "\"x\" & y\n")
        let items = [Samples.entry("id", "T\tt", tags: ["two words"], question)].compactMap(ReviewPlan.Item.init)
        let text = ReviewExport.ankiNotes(items, deck: "My\tbook").text
        #expect(
            text == """
                #separator:tab
                #html:true
                #guid column:1
                #notetype:Basic
                #deck:My book
                #tags column:4
                id\tT t<br><br>a &lt; b and<br>c\t&quot;x&quot; &amp; y\ttwo-words

                """)
    }

    @Test func `simulate a row of grades`() {
        let simulation = Simulation(
            [.good, .good, .again], from: Samples.day, every: 7, ReviewSchedule())
        #expect(simulation.rows.map(\.day) == [0, 7, 14].map(Samples.day.adding))
        #expect(simulation.rows.map { $0.due.daysSince1970 - $0.day.daysSince1970 } == [7, 21, 7])
        let onTime = Simulation([.good, .good], from: Samples.day, every: nil, ReviewSchedule(rhythm: .daily))
        #expect(onTime.rows[1].day == Samples.day.adding(days: 2))
    }
}

@Suite struct `Evidence terms` {
    private let evidence = EvidenceTerms([
        Question(form: .long, modelAnswer: "Workers scale with the queue."),
        Question(form: .long, modelAnswer: "Workers retry."),
    ])

    @Test func `are names, numbers and rare words first`() {
        #expect(
            evidence.terms(of: "Dead letters go to SQS with an alarm after 10x retries, about every worker")
                == ["letters", "SQS", "alarm", "after", "10x", "retries"].filter { $0 != "after" } + ["worker"])
    }

    @Test func `are found in other forms of the word, in both languages`() {
        let found = evidence.evidence(
            for: "Idempotent consumers; компенсация шагов", in: "a consumer is idempotently; компенсации")
        #expect(found.found == ["Idempotent", "consumers", "компенсация"])
        #expect(found.missing == ["шагов"])
    }

    @Test func `of an empty text are all missing`() {
        #expect(evidence.evidence(for: "Fan-out through SNS", in: "").found.isEmpty)
    }
}
