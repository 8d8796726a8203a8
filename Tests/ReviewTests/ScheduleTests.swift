import Model
import Review
import Testing

@Suite struct `Review schedule` {
    @Test(arguments: [
        ("2026-01-11T19:42:07+03:00", "2026-01-11"), ("2026-01-12T03:59:59+03:00", "2026-01-11"),
        ("2026-01-12T04:00:00+03:00", "2026-01-12"), ("2026-01-12T02:00:00-05:00", "2026-01-11"),
        ("2026-01-01T03:00:00Z", "2025-12-31"),
    ])
    func `counts days from four in the morning on the reader's clock`(moment: String, day: String) throws {
        #expect(try #require(Timestamp(rfc3339: moment)).studyDay == Day(iso: day))
    }

    @Test func `asks at weekly sessions, nearest to the wanted recall, never beyond the cap`() {
        let schedule = ReviewSchedule()
        func interval(_ stability: Double) -> Int {
            schedule.interval(after: Memory(stability: stability, difficulty: 5))
        }
        #expect([0.2, 2.3, 8, 9.9, 12, 30, 179, 5000].map(interval) == [7, 7, 7, 7, 14, 28, 175, 175])
        var daily = schedule
        daily.rhythm = .daily
        #expect(daily.interval(after: Memory(stability: 12, difficulty: 5)) == 12)
    }

    @Test func `gives the gaps of a reader who is always right`() {
        let schedule = ReviewSchedule(maximumInterval: 36_500)
        var memory: Memory?
        var gaps: [Int] = []
        var days = 0
        for _ in 0..<5 {
            let next = schedule.algorithm.memory(after: .good, memory, days: days)
            memory = next
            days = schedule.interval(after: next)
            gaps.append(days / 7)
        }
        #expect(gaps == [1, 3, 12, 39, 113])
    }
}
