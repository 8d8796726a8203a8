import Model

/// A small book with every kind of entry, for tests that look at a whole site.
enum SampleBook {
    static let book = Book(
        title: "Archbook",
        entries: decisions + proposals + patterns + questions + links,
        passages: passages,
        weeks: [week],
        documents: documents
    )

    /// A place in a source, one line long.
    static func source(_ path: String, _ line: Int) -> Source {
        let start = SourcePosition(line: line, column: 1)
        return Source(path: path, range: SourceRange(start: start, end: SourcePosition(line: line + 1, column: 1)))
    }

    static let decisions: [Entry] = [
        decision(
            7, "publish-after-commit", "Publish after commit", .superseded, Day(iso: "2025-08-20"),
            relations: [
                RecordRelation(
                    kind: .supersededBy, verb: "Superseded by", target: "0012-outbox",
                    targetText: "12. Publish order events")
            ],
            body: """
                ## Context

                Events are published after the transaction commits; a crash between the two loses one.

                ## Decision

                We accept the loss, see [ADR 12](0012-outbox.md#decision).
                """),
        decision(
            9, "idempotent-consumers", "Consumers are idempotent by event id", .accepted, Day(iso: "2025-11-03"),
            body: "## Context\n\nThe broker delivers at least once.\n\n## Decision\n\nConsumers keep ids.\n"),
        decision(
            12, "outbox", "Publish order events through a transactional outbox", .accepted, Day(iso: "2026-01-12"),
            relations: [
                RecordRelation(
                    kind: .supersedes, verb: "Supersedes", target: "0007-publish-after-commit",
                    targetText: "7. Publish after commit"),
                RecordRelation(kind: .other, verb: "From", target: "rfc-0003-order-events", targetText: "RFC 3"),
            ],
            body: outboxBody),
    ]

    static let outboxBody = """
        # 12. Publish order events through a transactional outbox

        Date: 2026-01-12

        ## Status

        Accepted
        Supersedes [7. Publish after commit](0007-publish-after-commit.md)

        ## Context

        The order service writes to PostgreSQL and then publishes to Kafka. Between the two writes a crash loses the
        event: in the last quarter 41 of 2.3 million orders had no `OrderPaid` event, and each needed a manual replay.

        Two writes to two systems cannot be made atomic without a distributed transaction, which Kafka does not offer
        and which we would not want on the path of a payment.

        ## Decision

        We will write each event to an `outbox` table in the same transaction as the order, and let a relay read the
        table and publish to Kafka at least once. Consumers stay idempotent by event id, as
        [ADR 9](0009-idempotent-consumers.md) already asks.[^1] See [the saga](../knowledge/patterns.md#saga-pattern).

        ```c4 Order events after this decision
        orders = softwareSystem "Order service" {
            api    = container "Order API" "takes orders" "Swift"
            outbox = container "Orders + outbox" "one transaction" "PostgreSQL"
            relay  = container "Relay" "" "Swift"
        }
        ```

        [^1]: The id is the primary key of the outbox row.

        ## Consequences

        - An event may arrive twice; it is never lost.
        - The relay adds 50 to 200 ms before consumers see an order.
        - The outbox table needs pruning; a job keeps seven days.

        ### What it costs

        | Part | Before | After |
        |:-----|-------:|:-----:|
        | Rows written per order | 1 | 2 |
        | Delay of an event, ms | 5 | 50 to 200 |

        - [x] Migrate the order service
        - [ ] Prune the table

        ## Prior art

        ![The relay](images/relay.png) and [a talk](https://example.org/outbox?a=1&b=2 "Forty minutes").
        """

    static let proposals: [Entry] = {
        var entry = Entry(
            id: EntryID("rfc-3-order-events"), title: "Order events", language: .english,
            source: source("adr/rfc/rfc-0003-order-events.md", 1),
            content: .proposal(
                Record(
                    stem: "rfc-0003-order-events", number: 3, status: .discussion, statusText: "Discussion",
                    date: Day(iso: "2025-12-01"), deciders: ["Platform team", "Payments"], dialect: .nygard)))
        entry.body = "## Problem\n\nOther services ask the order service again and again.\n"
        return [entry]
    }()

    static let patterns: [Entry] = [
        pattern("saga", "Saga", 3, .english, "One business transaction in local ones.", sagaBody),
        pattern("cqrs", "CQRS", 30, .russian, "Разделение записи и чтения.", cqrsBody),
        pattern("retry", "Retry", 52, .english, nil, "Try again, later and later.\n"),
        {
            var topic = Entry(
                id: EntryID("bulkhead"), title: "Bulkhead", language: .english,
                source: source("knowledge/patterns.md", 60), content: .topic)
            topic.section = ["Stability patterns"]
            return topic
        }(),
    ]

    static let sagaBody = """
        Each local transaction has a compensation. A saga is [orchestrated](#orchestration) or choreographed.

        ## Orchestration

        One coordinator tells the others what to do:

        ```swift
        func place(_ order: Order) async throws {
            try await reserve(order)   // compensated by release(order)
        }
        ```

        > Compensations must be idempotent as well.

        See [Retry](#retry), [the decision](../adr/0012-outbox.md) and [a page that is gone](gone.md).
        """

    static let cqrsBody = """
        Модель записи и модель чтения разделены.

        ### База одна или две

        1. Запись идёт в **Write Model**.
        2. Чтение идёт из ~~кэша~~ *Read Model*.
        """

    static let questions: [Entry] = {
        let name = ReviewWeek.Name(number: 7, title: "Asynchronous systems")
        var long = Entry(
            id: EntryID("week-7-order-saga"), title: "E-commerce order saga", language: .english,
            source: source("knowledge/reviews/week-07.md", 5),
            content: .question(
                Question(
                    form: .long, number: 3, points: 40, problem: "Design an order workflow with a saga.",
                    requirements: ["Payment can fail", "10,000 orders per day"],
                    tasks: ["Name the local transactions", "Name their compensations"],
                    rubric: [
                        RubricItem(id: "b-1", text: "Every step has a compensation", points: 25),
                        RubricItem(id: "b-2", text: "Compensations are idempotent", points: 15),
                    ],
                    modelAnswer: "**Steps:** reserve, charge.\n\n| Step | Undo |\n|---|---|\n| reserve | release |\n",
                    week: name)))
        long.tags = [Tag("saga", because: .hashtag)]
        var short = Entry(
            id: EntryID("what-is-cqrs"), title: "Что такое CQRS?", language: .russian,
            source: source("knowledge/patterns.md", 30),
            content: .question(Question(form: .short, modelAnswer: cqrsBody)))
        short.section = ["Data patterns"]
        let exercise = Entry(
            id: EntryID("build-a-relay"), title: "Build a relay", language: .english,
            source: source("knowledge/reviews/week-07.md", 90),
            content: .exercise(Exercise(problem: "Read a table in order and publish it.", week: name)))
        return [long, short, exercise]
    }()

    static let links: [Entry] = [
        link("cqrs-in-practice", "CQRS in practice", "https://example.org/cqrs", .article, 5, note: "with figures"),
        link("outbox-ru", "Паттерн Outbox: как не растерять сообщения", "https://habr.com/ru/678932/", .article, 6),
        link("ddia", "Designing Data-Intensive Applications", nil, .book, 7, note: "Chapters 10-11"),
        link("talk", "Let's talk about Kafka", "https://www.youtube.com/watch?v=1&t=2", .video, 12),
    ]

    static let passages: [Passage] = [
        Passage(
            section: [], text: "What we read, and why. It begins with the [patterns](patterns.md).", language: .english,
            source: source("knowledge/links.md", 3)),
        Passage(
            section: ["Software architecture", "Links"], text: "### Not read yet\n\nTwo more.", language: .english,
            source: source("knowledge/links.md", 9)),
        Passage(
            section: ["Data patterns"], text: "Микросервисы отвечают за одну задачу.", language: .russian,
            source: source("knowledge/patterns.md", 29)),
    ]

    static let week = ReviewWeek(
        name: ReviewWeek.Name(number: 7, title: "Asynchronous systems"),
        source: source("knowledge/reviews/week-07.md", 1), statedTotal: "200/200",
        learnings: [ReviewWeek.Learning(subject: "Queues", points: ["Scale workers by the depth of the queue"])])

    static let documents: [Document] = [
        document("knowledge/links.md", "Reading list", .linkCollection),
        document("knowledge/patterns.md", "Pattern notes", .patternNotes),
        document("knowledge/reviews/week-07.md", "Week 7: Asynchronous systems", .reviewWeek),
    ]
}

extension SampleBook {
    private static func document(_ path: String, _ title: String, _ shape: Document.Shape) -> Document {
        Document(path: path, title: title, shape: shape, language: .english, coverage: Coverage())
    }

    private static func decision(
        _ number: Int,
        _ name: String,
        _ title: String,
        _ status: RecordStatus,
        _ day: Day?,
        relations: [RecordRelation] = [],
        body: String
    ) -> Entry {
        let stem = "\(padded(number, to: 4))-\(name)"
        var entry = Entry(
            id: EntryID("adr-\(number)"), title: title, language: .english, source: source("adr/\(stem).md", 1),
            content: .decision(
                Record(
                    stem: stem, number: number, status: status, statusText: nil, date: day,
                    deciders: ["Platform team"], relations: relations, dialect: .nygard)))
        entry.body = body
        entry.tags = [Tag("kafka", because: .record), Tag("at-least-once", because: .frontMatter)]
        return entry
    }

    private static func pattern(
        _ id: String,
        _ title: String,
        _ line: Int,
        _ language: Language,
        _ note: String?,
        _ body: String
    ) -> Entry {
        var entry = Entry(
            id: EntryID(id), title: title, language: language, source: source("knowledge/patterns.md", line),
            content: .pattern(Pattern()))
        entry.section = [line < 50 ? "Data patterns" : "Stability patterns"]
        entry.aliases = id == "cqrs" ? ["Command and Query Responsibility Segregation"] : ["\(title) pattern"]
        entry.tags = [Tag(id, because: .hashtag), Tag("stability", because: .section("Stability patterns"))]
        entry.note = note
        entry.body = body
        return entry
    }

    private static func link(
        _ id: String,
        _ title: String,
        _ url: String?,
        _ medium: Medium,
        _ line: Int,
        note: String? = nil
    ) -> Entry {
        var entry = Entry(
            id: EntryID(id), title: title, language: id.hasSuffix("ru") ? .russian : .english,
            source: source("knowledge/links.md", line),
            content: .link(Link(url: url, key: nil, medium: medium, author: url == nil ? "Martin Kleppmann" : nil)))
        entry.section = ["Software architecture", line < 10 ? "Links" : "Talks"]
        entry.tags = [Tag("cqrs", because: .section("Links"))]
        entry.note = note
        return entry
    }
}
