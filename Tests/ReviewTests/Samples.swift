import Model
import Review

/// A long question of 40 points with three bullets, one with a tag, and two short ones.
enum Samples {
    static let video = entry(
        "video", "Video processing", tags: ["queues"],
        Question(
            form: .long, number: 1, points: 40, problem: "Design it.", tasks: ["Draw", "Count"],
            rubric: [
                RubricItem(id: "b-fan", text: "Fan-out", points: 14),
                RubricItem(id: "b-dlq", text: "Dead letters", points: 13),
                RubricItem(id: "b-idem", text: "Idempotency", points: 13),
            ], modelAnswer: "SNS and SQS."))
    static let cqrs = entry("cqrs", "What is CQRS?", Question(form: .short, modelAnswer: "Two models."))
    static let saga = entry("saga", "What is a saga?", tags: ["saga"], Question(form: .short, modelAnswer: "Steps."))

    static let day = Day(daysSince1970: 20_000)
    static let book = Book(title: "Book", entries: [video, topic, cqrs, saga])

    static func entry(_ id: String, _ title: String, tags: [String] = [], _ question: Question) -> Entry {
        var entry = Entry(
            id: EntryID(id), title: title, language: .english, source: source, content: .question(question))
        entry.tags = tags.map { Tag($0, because: .hashtag) }
        return entry
    }

    static func event(_ id: String, second: Int, _ content: ReviewEvent.Content) -> ReviewEvent {
        ReviewEvent(id: EventID(rawValue: id), at: Timestamp(milliseconds: second * 1000), content: content)
    }

    static func log(_ events: [ReviewEvent]) -> ReviewLog {
        ReviewLog(files: [("a.jsonl", Array(events.compactMap(\.line).joined(separator: [10])))])
    }

    private static let topic = Entry(
        id: EntryID("topic"), title: "Topic", language: .english, source: source, content: .topic)
    private static let source = Source(path: "a.md", range: SourceRange(at: .start))
}
