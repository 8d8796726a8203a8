import Model
import Review
import TestSupport
import Testing

@Suite struct `Review log` {
    private let review = GradedAnswer(question: EntryID("cqrs"), grade: .good)

    @Test func `orders by time and then by id, whatever the offset of the clock`() {
        let early = ReviewEvent(
            id: EventID(rawValue: "B"), at: Timestamp(milliseconds: 0, offsetMinutes: 180), content: .review(review))
        let late = Samples.event("A", second: 1, .review(review))
        let same = Samples.event("C", second: 1, .review(review))
        #expect(Samples.log([same, late, early]).events.map(\.id.rawValue) == ["B", "A", "C"])
    }

    @Test func `does not count what was undone, also when the undo comes first`() {
        let events = [
            Samples.event("A", second: 2, .review(review)),
            Samples.event("B", second: 1, .undo(EventID(rawValue: "A"))),
            Samples.event("C", second: 3, .review(review)),
        ]
        #expect(Samples.log(events).reviews.map(\.at.milliseconds) == [3000])
    }

    @Test func `counts the ordinary reviews alone`() {
        var cram = review
        cram.mode = GradedAnswer.Mode(rawValue: "cram")
        #expect(Samples.log([Samples.event("A", second: 1, .review(cram))]).reviews.isEmpty)
    }

    @Test func `reports damaged lines, conflict markers and later versions with their places, and reads on`() throws {
        let good = try #require(Samples.event("A", second: 1, .review(review)).line).text
        let text = """
            <<<<<<< HEAD
            \(good)
            =======
            \(good.prefix(30))

            {"v": 9, "t": "review"}
            \(good.replacing("\"A\"", with: "\"B\""))\r
            >>>>>>> branch
            """
        let log = ReviewLog(files: [(".archbook/reviews/laptop.jsonl", Array(text.utf8))])
        #expect(log.events.map(\.id.rawValue) == ["A", "B"])
        #expect(
            log.findings.map { "\($0.path):\($0.position.line) \($0.rule)" } == [
                ".archbook/reviews/laptop.jsonl:1 review.conflict-marker",
                ".archbook/reviews/laptop.jsonl:3 review.conflict-marker",
                ".archbook/reviews/laptop.jsonl:4 review.damaged-line",
                ".archbook/reviews/laptop.jsonl:6 review.newer-event",
                ".archbook/reviews/laptop.jsonl:8 review.conflict-marker",
            ])
    }

    @Test(arguments: 0..<40) func `is the same for any order, split and repetition of the files`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let lines = randomLines(&random)
        let whole = ReviewLog(files: [("a", Array(lines.joined(separator: [10])))])

        var shuffled = lines + lines.filter { _ in Bool.random(using: &random) }
        shuffled.shuffle(using: &random)
        var files: [(path: String, bytes: [UInt8])] = ["a", "b", "c"].map { ($0, []) }
        for line in shuffled { files[Int.random(in: 0..<3, using: &random)].bytes += line + [10] }
        files.shuffle(using: &random)
        let merged = ReviewLog(files: files)

        #expect(merged.events == whole.events)
        #expect(
            ReviewPlan(Samples.book, log: merged).items.map(\.id)
                == ReviewPlan(Samples.book, log: whole).items.map(\.id))
    }

    /// Events of three questions with moments that coincide, undone events, ids that collide, and damaged lines.
    private func randomLines(_ random: inout SeededRandom) -> [[UInt8]] {
        (0..<30).compactMap { _ -> [UInt8]? in
            let id = "E\(Int.random(in: 0..<24, using: &random))"
            let second = Int.random(in: 0..<8, using: &random)
            let name = ["cqrs", "saga", "video"][Int.random(in: 0..<3, using: &random)]
            switch Int.random(in: 0..<6, using: &random) {
            case 0: return Array("{\"v\":1,\"t\":".utf8)
            case 1:
                let reference = EventID(rawValue: "E\(Int.random(in: 0..<24, using: &random))")
                return Samples.event(id, second: second, .undo(reference)).line
            default:
                let grade = Grade(rawValue: Int.random(in: 1...4, using: &random)) ?? .good
                return Samples.event(id, second: second, .review(GradedAnswer(question: EntryID(name), grade: grade)))
                    .line
            }
        }
    }
}
