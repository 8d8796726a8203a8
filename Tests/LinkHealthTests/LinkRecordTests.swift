import LinkHealth
import Model
import Testing

/// What runs over time make of a link.
struct LinkRecordTests {
    @Test(arguments: [
        ("1g", LinkState.suspect), ("1g 2g 3g", .suspect), ("1g 9g", .suspect), ("1g 2g 8g", .dead),
        ("1g 2g 7g", .suspect), ("1g 5o 9g 10g", .suspect), ("1g 5t 9g 10g", .dead), ("1g 5b 9g 10g", .dead),
        ("1g 4g 8g 9t", .dead), ("1g 4g 8g 9b", .blocked), ("1g 4g 8g 9o", .ok), ("1o", .ok), ("1t", .suspect),
        ("1b", .blocked), ("1o 2t", .suspect), ("1g 1g 1g", .suspect),
    ])
    func `is judged by all runs together`(runs: String, state: LinkState) throws {
        var history = LinkHistory()
        for run in runs.split(separator: " ") {
            let day = try #require(Day(year: 2026, month: 3, day: Int(run.dropLast()) ?? 0))
            let answer: LinkSighting.Answer =
                switch run.last {
                case "g": .gone
                case "t": .trouble
                case "b": .blocked
                default: .reached
                }
            history.add(LinkSighting(url: "https://a.org/x", answer: answer), on: day)
        }
        #expect(history["https://a.org/x"]?.state == state)
    }

    @Test(
        arguments: [
            ([301], "https://b.org/1", LinkState.moved), ([308, 301], "https://b.org/2", .moved),
            ([301, 302], "https://b.org/1", .moved), ([302], nil, .ok), ([302, 301], nil, .ok), ([], nil, .ok),
        ] as [([Int], String?, LinkState)])
    func `has moved as far as its first redirects are permanent`(statuses: [Int], target: String?, state: LinkState) {
        var sighting = LinkSighting(url: "https://a.org/x", answer: .reached, status: 200)
        sighting.redirects = statuses.enumerated().map { Redirect(status: $1, address: "https://b.org/\($0 + 1)") }
        let record = LinkRecord(sighting, on: .first, after: nil)
        #expect(record.movedTo == target)
        #expect(record.state == state)
        #expect(record.finalUrl == sighting.redirects.last?.address)
    }
}

extension Day {
    static let first = Day(daysSince1970: 20_000)
}
