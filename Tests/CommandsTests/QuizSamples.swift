import Model

/// A book of a long and a short question.
enum QuizSamples {
    static let book = Book(
        title: "Book",
        entries: [
            entry(
                "video", "Video processing",
                Question(
                    form: .long, number: 1, points: 40, problem: "Design it.\n", requirements: ["10x spikes"],
                    tasks: ["Draw", "Count"],
                    rubric: [
                        RubricItem(id: "b-fan", text: "Fan-out", points: 22),
                        RubricItem(id: "b-dlq", text: "Dead letters", points: 13),
                        RubricItem(id: "b-idem", text: "Idempotency", points: 5),
                    ], modelAnswer: "**SNS** and SQS.\n\n```\na -> b\n```\n")),
            entry("cqrs", "What is CQRS?", Question(form: .short, modelAnswer: "Two models.")),
        ])

    static func entry(_ id: String, _ title: String, _ question: Question) -> Entry {
        let source = Source(path: "knowledge/week.md", range: SourceRange(at: .start))
        return Entry(
            id: EntryID(id), title: title, language: .english, source: source, content: .question(question))
    }
}
