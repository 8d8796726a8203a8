package import Model

/// Which questions to ask, in which order.
///
/// There is no schedule yet: questions never answered come first, in the order of the book, then the others, the one
/// whose last answer is oldest first.
package struct ReviewPlan: Sendable {
    package var items: [Item]

    /// One question of the plan and what is known of earlier answers to it.
    package struct Item: Sendable, Identifiable {
        package var id: EntryID { entry.id }
        package var entry: Entry
        package var question: Question
        /// The latest answer that counts, and when it was given.
        package var last: (at: Timestamp, review: GradedAnswer)?
    }

    /// Plans the questions of a book that a filter lets through.
    package init(
        _ book: Book,
        log: ReviewLog,
        filter: QuestionFilter = QuestionFilter()
    ) {
        let last = Dictionary(log.reviews.map { ($0.review.question, $0) }) { _, later in later }
        let items = book.entries.compactMap { entry -> Item? in
            guard let question = entry.question else { return nil }
            let item = Item(entry: entry, question: question, last: last[entry.id])
            return filter.matches(item) ? item : nil
        }
        let new = items.filter { $0.last == nil }
        let known = items.enumerated().filter { $0.element.last != nil }.sorted { left, right in
            (left.element.lastMoment, left.offset) < (right.element.lastMoment, right.offset)
        }
        self.items = Array((new + known.map(\.element)).prefix(filter.limit ?? .max))
    }
}

extension ReviewPlan.Item {
    fileprivate var lastMoment: Int { last?.at.milliseconds ?? .min }

    /// How the question is graded: bullet by bullet only where there are bullets.
    package var form: Question.Form { question.rubric.isEmpty ? .short : question.form }

    /// What a full answer is worth; nil for a question that is graded as a whole.
    package var points: Int? {
        form == .short ? nil : question.points ?? question.rubric.reduce(0) { $0 + $1.points }
    }
}

/// Which questions are wanted.
package struct QuestionFilter: Sendable, Equatable {
    /// How the question is graded; either way when nil.
    package var form: Question.Form?
    /// Names of tags, all of which an entry must have.
    package var tags: Set<String>
    /// The questions themselves; any when empty.
    package var ids: Set<EntryID>
    /// How many at most; all when nil.
    package var limit: Int?

    package init(form: Question.Form? = nil, tags: Set<String> = [], ids: Set<EntryID> = [], limit: Int? = nil) {
        self.form = form
        self.tags = tags
        self.ids = ids
        self.limit = limit
    }

    func matches(_ item: ReviewPlan.Item) -> Bool {
        (form == nil || form == item.form)
            && tags.isSubset(of: item.entry.tags.map(\.name))
            && (ids.isEmpty || ids.contains(item.id))
    }
}
