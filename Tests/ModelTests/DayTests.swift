import Model
import Testing

struct DayTests {
    @Test(arguments: [
        "2026-02-30", "2026-13-01", "2026-00-10", "2026-1-1", "2025-02-29", "2026/01/01", "", "2026-01-01T",
    ])
    func `refuses what is no day`(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test(arguments: ["1970-01-01", "2000-02-29", "2024-12-31", "0001-01-01", "9999-12-31"])
    func `reads and prints the ISO form`(text: String) throws {
        let day = try #require(Day(iso: text))
        #expect("\(day)" == text)
        #expect(Day(daysSince1970: day.daysSince1970) == day)
    }

    @Test func `counts days through leap years and month ends`() throws {
        let day = try #require(Day(iso: "2024-02-28"))
        #expect("\(day.adding(days: 1))" == "2024-02-29")
        #expect("\(day.adding(days: 2))" == "2024-03-01")
        #expect("\(day.adding(days: -59))" == "2023-12-31")
        #expect(try #require(Day(iso: "1970-01-02")).daysSince1970 == 1)
    }

    @Test func `follows the calendar one day at a time for eight centuries`() throws {
        var day = try #require(Day(iso: "1600-01-01"))
        for _ in 0..<292_194 {
            let next = day.adding(days: 1)
            #expect(next > day)
            #expect(Day(year: next.year, month: next.month, day: next.day) == next)
            day = next
        }
        #expect("\(day)" == "2400-01-01")
    }
}
