/// A review question: a long one with tasks, a rubric and points, or a short one with an answer.
package struct Question: Sendable, Equatable {
    package var form: Form
    /// The number in the source, where it has one.
    package var number: Int?
    /// What a full answer is worth; nil for a short question.
    package var points: Int?
    /// The problem to solve, as Markdown, without the list of tasks; empty for a short question.
    package var problem: String
    /// The requirements that the problem lists, as plain text.
    package var requirements: [String]
    /// What to do, one task an element, as plain text.
    package var tasks: [String]
    /// What the model answer is judged by.
    package var rubric: [RubricItem]
    /// The answer to hold one's own against, as Markdown.
    package var modelAnswer: String?
    /// The review week that the question belongs to.
    package var week: ReviewWeek.Name?

    package init(
        form: Form,
        number: Int? = nil,
        points: Int? = nil,
        problem: String = "",
        requirements: [String] = [],
        tasks: [String] = [],
        rubric: [RubricItem] = [],
        modelAnswer: String? = nil,
        week: ReviewWeek.Name? = nil
    ) {
        self.form = form
        self.number = number
        self.points = points
        self.problem = problem
        self.requirements = requirements
        self.tasks = tasks
        self.rubric = rubric
        self.modelAnswer = modelAnswer
        self.week = week
    }

    /// How a question is asked and graded.
    package enum Form: String, Sendable {
        /// Worked out in writing and graded bullet by bullet.
        case long
        /// Answered in the head and graded as a whole.
        case short
    }
}

/// One bullet of a rubric.
package struct RubricItem: Sendable, Equatable, Identifiable {
    /// The name of the bullet in the review log: `b-` and a hash of its text.
    package var id: String
    package var text: String
    /// The bullet's share of the question's points; the shares of a rubric sum to them.
    package var points: Int

    package init(id: String, text: String, points: Int) {
        self.id = id
        self.text = text
        self.points = points
    }

    /// The text without the worth in brackets at its end, such as `(6 pts)`, for where the points stand beside it.
    package var textWithoutPoints: String {
        let bytes = Array(text.utf8)
        guard bytes.last == UInt8(ascii: ")"), let open = bytes.lastIndex(of: UInt8(ascii: "(")) else { return text }
        let inside = bytes[(open + 1)..<(bytes.count - 1)].trimmed
        let unit = inside.drop(while: \.isDigit).trimmed.text.lowercased()
        let isWorth =
            inside.first?.isDigit == true && ["pt", "pts", "point", "points", "балл", "балла", "баллов"].contains(unit)
        return isWorth && open > 0 ? bytes[..<open].trimmed.text : text
    }
}

/// Something to build or to try, without an answer to hold it against.
package struct Exercise: Sendable, Equatable {
    /// The problem, as Markdown.
    package var problem: String
    package var requirements: [String]
    package var week: ReviewWeek.Name?

    package init(problem: String, requirements: [String] = [], week: ReviewWeek.Name? = nil) {
        self.problem = problem
        self.requirements = requirements
        self.week = week
    }
}

/// The questions of one week, and what the week taught.
package struct ReviewWeek: Sendable, Equatable {
    package var name: Name
    package var source: Source
    /// The total that the summary states for the model answers, as written; never the reader's score.
    package var statedTotal: String?
    /// What the summary says was learnt, by subject.
    package var learnings: [Learning]

    package init(name: Name, source: Source, statedTotal: String? = nil, learnings: [Learning] = []) {
        self.name = name
        self.source = source
        self.statedTotal = statedTotal
        self.learnings = learnings
    }

    /// The number and the title of a week.
    package struct Name: Sendable, Hashable {
        package var number: Int
        package var title: String

        package init(number: Int, title: String) {
            self.number = number
            self.title = title
        }
    }

    /// What was learnt of one subject.
    package struct Learning: Sendable, Equatable {
        package var subject: String
        package var points: [String]

        package init(subject: String, points: [String]) {
            self.subject = subject
            self.points = points
        }
    }
}
