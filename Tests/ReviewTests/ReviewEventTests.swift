import Model
import Review
import Testing

@Suite struct `Review events` {
    private let review = GradedAnswer(
        question: EntryID("video"), session: EventID(rawValue: "01S"), score: Score(32.5, of: 40),
        items: ["b-2": 0.5, "b-1": 1], predicted: 35, grade: .good, policy: "p1", milliseconds: 2_280_000)

    @Test func `are one line with sorted keys`() {
        let moment = Timestamp(milliseconds: 1_768_149_727_890, offsetMinutes: 180)
        let event = ReviewEvent(id: EventID(rawValue: "01A"), at: moment, content: .review(review))
        #expect(
            event.line?.text == """
                {"at":"2026-01-11T19:42:07+03:00","grade":3,"hint":false,"id":"01A","items":{"b-1":1,"b-2":0.5},"max":40,\
                "mode":"review","ms":2280000,"policy":"p1","predicted":35,"q":"video","score":32.5,"session":"01S",\
                "t":"review","v":1}
                """)
    }

    @Test(arguments: [
        ReviewEvent.Content.undo(EventID(rawValue: "01A")), .suspend(EntryID("cqrs")), .resume(EntryID("cqrs")),
        .relink(from: EntryID("a"), to: EntryID("b"), because: "answer"),
        .note(EventID(rawValue: "01A"), text: "forgot \"DLQ\""),
        .review(GradedAnswer(question: EntryID("cqrs"), grade: .again)),
    ])
    func `are read as they were written`(content: ReviewEvent.Content) throws {
        let event = ReviewEvent(id: EventID(rawValue: "01B"), at: Timestamp(milliseconds: 1), content: content)
        #expect(try ReviewEvent(line: try #require(event.line)) == event)
    }

    @Test func `keep a whole review`() throws {
        let event = ReviewEvent(id: EventID(rawValue: "01B"), at: .init(milliseconds: 0), content: .review(review))
        #expect(try ReviewEvent(line: try #require(event.line)).review == review)
    }

    @Test func `of unknown types and with unknown members are understood as far as can be`() throws {
        let session = #"{"v":1,"t":"session","id":"01C","at":"2026-01-11T19:42:07Z","from":"a","to":"b"}"#
        #expect(try ReviewEvent(line: Array(session.utf8)).content == .other(type: "session"))
        let later = #"{"v":1,"t":"review","id":"01C","at":"2026-01-11T19:42:07Z","q":"a","grade":1,"fp":{"path":"x"}}"#
        #expect(try ReviewEvent(line: Array(later.utf8)).review?.grade == .again)
    }

    @Test(arguments: [
        (#"{"v":1,"t":"review","id":"01C","at":"yesterday","q":"a","grade":1}"#, ReviewLineError.lacks("at")),
        (
            #"{"v":1,"t":"review","id":"01C","at":"2026-01-11T19:42:07Z","q":"a","grade":5}"#,
            .lacks("a grade of 1 to 4")
        ),
        (#"{"v":1,"t":"review","id":"","at":"2026-01-11T19:42:07Z","q":"a","grade":1}"#, .lacks("id")),
        (#"{"v":2,"t":"review"}"#, .newerVersion(2)), (#"[]"#, .notAnObject),
    ])
    func `that are damaged say what is wrong`(line: String, error: ReviewLineError) {
        #expect(throws: error) { try ReviewEvent(line: Array(line.utf8)) }
    }

    @Test func `are named by time, then by chance`() {
        let early = EventID(at: Timestamp(milliseconds: 1_469_918_176_385), random: { 0 })
        let late = EventID(at: Timestamp(milliseconds: 1_469_918_176_386), random: { .max })
        // The time is the example of the ULID specification.
        #expect(early.rawValue == "01ARYZ6S410000000000000000")
        #expect(late.rawValue == "01ARYZ6S42ZZZZZZZZZZZZZZZZ")
        #expect(early < late)
    }

    @Test func `keep their order within one millisecond`() {
        let moment = Timestamp(milliseconds: 1_469_918_176_385)
        let first = EventID(at: moment, random: { .max })
        let second = EventID(at: Timestamp(milliseconds: 1_469_918_176_386), random: { 31 }, after: first)
        let third = EventID(at: Timestamp(milliseconds: 1_469_918_176_386), random: { 0 }, after: second)
        #expect(second.rawValue == "01ARYZ6S420000000Z0000000Z")
        #expect(third.rawValue == "01ARYZ6S420000000Z00000010")
    }
}
