package import Model

/// Which questions to ask, in which order.
package struct ReviewPlan: Sendable {
    package var items: [Item]

    /// One question of the plan, and what is known of earlier answers to it.
    package struct Item: Sendable, Identifiable {
        package var id: EntryID { entry.id }
        package var entry: Entry
        package var question: Question
        package var kind: Kind
        /// What the log says of the question; nil when it was never answered.
        package var state: QuestionState?
        /// The day on which the question is to be asked again; nil when it was never answered.
        package var due: Day?
        /// The chance of a right answer on the day of the plan; nil when it was never answered.
        package var retrievability: Double?

        /// The latest answer that counts.
        package var last: KeptAnswer? { state?.last }

        /// The bullets of the rubric that the latest answer was not graded by, and how many of its bullets are gone; nil
        /// when the rubric is the same, or there is no answer to compare with.
        package var rubricChange: (added: [RubricItem], removed: Int)? {
            guard let graded = last?.answer.items, !graded.isEmpty else { return nil }
            let present = Set(question.rubric.map(\.id))
            let added = question.rubric.filter { graded[$0.id] == nil }
            let removed = graded.keys.count { !present.contains($0) }
            return added.isEmpty && removed == 0 ? nil : (added, removed)
        }
    }

    /// The three sorts of question that a quiz knows.
    package enum Kind: String, Sendable, CaseIterable {
        /// Worked out in writing and graded bullet by bullet.
        case long
        /// Answered in the head and graded as a whole.
        case short
        /// Something to build, without an answer to hold it against.
        case exercise
    }

    package init(items: [Item]) { self.items = items }

    /// The questions that are due on a day and pass a filter: the longest overdue first, then those never answered in
    /// the order of the book.
    package init(due book: Book, _ state: ReviewState, on day: Day, filter: QuestionFilter = QuestionFilter()) {
        let items = ReviewPlan.items(of: book, state, on: day).filter(filter.matches)
        let dueDays = items.map { $0.due?.daysSince1970 }
        let due = items.indices.filter { dueDays[$0].map { $0 <= day.daysSince1970 } ?? false }
            .sorted { (dueDays[$0] ?? 0, $0) < (dueDays[$1] ?? 0, $1) }
        let new = items.indices.filter { dueDays[$0] == nil }
        self.items = (due + new).prefix(filter.limit ?? .max).map { items[$0] }
    }

    /// The questions that pass a filter, due or not, in the order of the book.
    package init(all book: Book, _ state: ReviewState, on day: Day, filter: QuestionFilter = QuestionFilter()) {
        let items = ReviewPlan.items(of: book, state, on: day).filter(filter.matches)
        self.items = Array(items.prefix(filter.limit ?? .max))
    }

    /// Every question of a book that is not suspended, with what the log says of it.
    package static func items(of book: Book, _ state: ReviewState, on day: Day) -> [Item] {
        book.entries.compactMap { entry in
            guard var item = Item(entry), !state.suspended.contains(entry.id) else { return nil }
            if let known = state.questions[entry.id] {
                item.state = known
                item.due = known.due(state.schedule)
                item.retrievability = known.retrievability(on: day, state.schedule.algorithm)
            }
            return item
        }
    }
}

extension ReviewPlan.Item {
    /// The question that an entry is; nil when it is none.
    package init?(_ entry: Entry) {
        switch entry.content {
        case .question(let question):
            self.init(entry: entry, question: question, kind: question.rubric.isEmpty ? .short : .long)
            if question.form == .short { kind = .short }
        case .exercise(let exercise):
            let question = Question(
                form: .long, problem: exercise.problem, requirements: exercise.requirements, week: exercise.week)
            self.init(entry: entry, question: question, kind: .exercise)
        default: return nil
        }
    }

    /// What a full answer is worth; nil for a question that is graded as a whole.
    package var points: Int? {
        kind == .long ? question.points ?? question.rubric.reduce(0) { $0 + $1.points } : nil
    }

    /// How long an answer takes: as long as the last one, or what its kind and its points let expect.
    package var minutes: Int {
        let expected =
            switch kind {
            case .long: max(points ?? 0, 5)
            case .short: 3
            case .exercise: 30
            }
        guard let time = last?.answer.milliseconds, time >= 10_000 else { return expected }
        return min(max(time / 60_000, max(expected / 4, 1)), expected * 2)
    }

    /// What the question is about, for sessions that change subjects: its first tag, else its file.
    package var topic: String { entry.tags.first?.name ?? entry.source.path }
}

/// Which questions are wanted.
package struct QuestionFilter: Sendable, Equatable {
    /// The kind of question; any when nil.
    package var kind: ReviewPlan.Kind?
    /// Names of tags, all of which an entry must have.
    package var tags: Set<String>
    /// The questions themselves; any when empty.
    package var ids: Set<EntryID>
    /// How many at most; all when nil.
    package var limit: Int?

    package init(kind: ReviewPlan.Kind? = nil, tags: Set<String> = [], ids: Set<EntryID> = [], limit: Int? = nil) {
        self.kind = kind
        self.tags = tags
        self.ids = ids
        self.limit = limit
    }

    func matches(_ item: ReviewPlan.Item) -> Bool {
        (kind == nil || kind == item.kind)
            && tags.isSubset(of: item.entry.tags.map(\.name))
            && (ids.isEmpty || ids.contains(item.id))
    }
}
