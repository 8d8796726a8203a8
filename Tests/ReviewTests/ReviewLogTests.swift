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
        #expect(Samples.log(events).answers.map(\.at.milliseconds) == [3000])
    }

    @Test func `schedules by reviews and exams alone`() {
        for (mode, counts) in [(GradedAnswer.Mode.review, true), (.exam, true), (.cram, false)] {
            var answer = review
            answer.mode = mode
            let state = ReviewState(Samples.log([Samples.event("A", second: 1, .review(answer))]))
            #expect(state.questions.isEmpty != counts)
        }
    }

    @Test(arguments: 0..<20) func `reads every line alike, by the fast scanner and by the general reader`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        for _ in 0..<50 {
            guard var line = randomAnswer(&random).line else { continue }
            if Int.random(in: 0..<3, using: &random) == 0 {
                // Damage: a byte that is changed, removed or doubled.
                let index = Int.random(in: 0..<line.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: line[index] = UInt8.random(in: 0x20...0x7E, using: &random)
                case 1: line.remove(at: index)
                default: line.insert(line[index], at: index)
                }
            }
            let expected = try? ReviewEvent(line: line)
            #expect(ReviewLog(files: [("a", line)]).events == (expected.map { [$0] } ?? []), "\(line.text)")
        }
    }

    private func randomAnswer(_ random: inout SeededRandom) -> ReviewEvent {
        let words = ["cqrs", "Сага", "a \"b\"", "q-7", "x\ty"]
        func word() -> String { words.randomElement(using: &random) ?? "x" }
        var answer = GradedAnswer(
            question: EntryID(word()), session: EventID(rawValue: word()),
            mode: Bool.random(using: &random) ? .exam : .cram,
            score: Bool.random(using: &random)
                ? Score(Double(Int.random(in: 0...80, using: &random)) / 2, of: 40) : nil,
            items: Dictionary([(word(), 1), (word(), 0.5), (word(), 0)]) { first, _ in first },
            predicted: Bool.random(using: &random) ? 30 : nil,
            grade: .hard, policy: "p1", usedHint: Bool.random(using: &random), milliseconds: 12_345_678)
        answer.proposed = Bool.random(using: &random) ? .good : nil
        answer.answerPath = Bool.random(using: &random) ? word() : nil
        if Bool.random(using: &random) {
            answer.fingerprint = QuestionFingerprint(
                path: word(), heading: word(), question: "qh", answer: Bool.random(using: &random) ? "ah" : "",
                sketch: random.next())
        }
        return Samples.event("E\(word())", second: Int.random(in: 0..<2_000_000_000, using: &random), .review(answer))
    }

    @Test func `is the same when it is read in pieces, damaged lines and their numbers included`() async throws {
        var random = SeededRandom(seed: 7)
        var bytes: [UInt8] = []
        for number in 0..<4000 {
            bytes += number.isMultiple(of: 501) ? Array("{\n".utf8) : (randomAnswer(&random).line ?? []) + [10]
        }
        #expect(bytes.count > 1 << 20)
        let files = [(path: "a", bytes: bytes), (path: "b", bytes: bytes)]
        let (whole, pieces) = (ReviewLog(files: files), await ReviewLog.read(files))
        #expect(pieces.events == whole.events && pieces.findings == whole.findings)
        #expect(whole.findings.count == 16)
    }

    @Test func `follows a question that was renamed, and renamed back`() {
        func relink(_ id: String, _ second: Int, _ from: String, _ to: String) -> ReviewEvent {
            Samples.event(id, second: second, .relink(from: EntryID(from), to: EntryID(to), because: "answer"))
        }
        let answer = Samples.event("A", second: 1, .review(review))
        let first = relink("B", 2, "cqrs", "two")
        #expect(Samples.log([answer, first]).answers.map(\.question.rawValue) == ["two"])
        let third = relink("C", 3, "two", "three")
        #expect(Samples.log([third, first, answer]).answers.map(\.question.rawValue) == ["three"])
        let back = relink("D", 4, "three", "cqrs")
        #expect(Samples.log([back, third, answer, first]).answers.map(\.question.rawValue) == ["cqrs"])
        let undo = Samples.event("E", second: 5, .undo(EventID(rawValue: "C")))
        #expect(Samples.log([undo, third, answer, first]).answers.map(\.question.rawValue) == ["two"])
    }

    @Test func `knows what is suspended, and what can be undone`() {
        let suspend = Samples.event("A", second: 1, .suspend(EntryID("cqrs")))
        let resume = Samples.event("B", second: 2, .resume(EntryID("cqrs")))
        #expect(Samples.log([suspend]).suspended == [EntryID("cqrs")])
        #expect(Samples.log([resume, suspend]).suspended.isEmpty)
        let undo = Samples.event("C", second: 3, .undo(EventID(rawValue: "B")))
        let log = Samples.log([resume, suspend, undo])
        #expect(log.suspended == [EntryID("cqrs")])
        #expect(log.latestUndoable?.id.rawValue == "A")
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
        let states = [merged, whole].map { ReviewState($0) }
        for id in Set(states.flatMap(\.questions.keys)) {
            let (left, right) = (states[0].questions[id], states[1].questions[id])
            #expect(left?.memory == right?.memory && left?.bullets == right?.bullets && left?.last == right?.last)
        }
        #expect(states[0].suspended == states[1].suspended)
    }

    /// Events of three questions with moments that coincide, undone events, ids that collide, and damaged lines.
    private func randomLines(_ random: inout SeededRandom) -> [[UInt8]] {
        (0..<30).compactMap { _ -> [UInt8]? in
            let id = "E\(Int.random(in: 0..<24, using: &random))"
            let second = Int.random(in: 0..<8, using: &random)
            let name = ["cqrs", "saga", "video"][Int.random(in: 0..<3, using: &random)]
            switch Int.random(in: 0..<8, using: &random) {
            case 0: return Array("{\"v\":1,\"t\":".utf8)
            case 2: return Samples.event(id, second: second, .suspend(EntryID(name))).line
            case 3:
                let content = ReviewEvent.Content.relink(from: EntryID(name), to: EntryID("saga"), because: "user")
                return Samples.event(id, second: second, content).line
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
