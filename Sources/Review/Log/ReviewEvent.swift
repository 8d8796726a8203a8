package import Model

/// One line of the review log: something that happened, never changed afterwards.
///
/// The form is JSON on one line with sorted keys: `v` (1), `t` (the type), `id`, `at`, and what the type adds.
/// A schedule is never written down; it is computed from these.
package struct ReviewEvent: Sendable, Equatable, Identifiable {
    package var id: EventID
    /// When it happened, to the second.
    package var at: Timestamp
    package var content: Content

    package init(id: EventID, at: Timestamp, content: Content) {
        self.id = id
        self.at = at.wholeSeconds
        self.content = content
    }

    /// What happened.
    package enum Content: Sendable, Equatable {
        /// A question was answered and graded.
        case review(GradedAnswer)
        /// An earlier event shall not count.
        case undo(EventID)
        /// The answers to a question that is gone belong to another one, its successor.
        case relink(from: EntryID, to: EntryID, because: String)
        /// A question shall not be asked.
        case suspend(EntryID)
        /// A suspended question shall be asked again.
        case resume(EntryID)
        /// What the reader wrote down about an answer.
        case note(EventID, text: String)
        /// A type that this version does not know; kept in the file, without effect.
        case other(type: String)
    }

    package var review: GradedAnswer? { if case .review(let review) = content { review } else { nil } }

    /// The order in which events take effect.
    package static func precedes(_ left: ReviewEvent, _ right: ReviewEvent) -> Bool {
        (left.at.milliseconds, left.id) < (right.at.milliseconds, right.id)
    }
}

/// One graded answer to one question.
package struct GradedAnswer: Sendable, Equatable {
    package var question: EntryID
    /// The session in which it was given.
    package var session: EventID?
    package var mode: Mode
    /// The points of the answer, and what a full answer is worth; nil for a short question.
    package var score: Score?
    /// The share of its points that each bullet of the rubric got: 1, 0.5 or 0.
    package var items: [String: Double]
    /// The score that the reader expected before seeing the model answer.
    package var predicted: Int?
    package var grade: Grade
    /// The name of the policy that made the grade of the score; nil when the reader chose it.
    package var policy: String?
    package var usedHint: Bool
    /// The time from question to grade.
    package var milliseconds: Int?
    /// The grade that the policy proposed, where the reader chose its neighbour.
    package var proposed: Grade?
    /// What the question was when it was answered, so that it is found again after an edit.
    package var fingerprint: QuestionFingerprint?
    /// The path of the written answer, relative to the workspace.
    package var answerPath: String?

    package init(
        question: EntryID,
        session: EventID? = nil,
        mode: Mode = .review,
        score: Score? = nil,
        items: [String: Double] = [:],
        predicted: Int? = nil,
        grade: Grade,
        policy: String? = nil,
        usedHint: Bool = false,
        milliseconds: Int? = nil
    ) {
        self.question = question
        self.session = session
        self.mode = mode
        self.score = score
        self.items = items
        self.predicted = predicted
        self.grade = grade
        self.policy = policy
        self.usedHint = usedHint
        self.milliseconds = milliseconds
    }

    /// What an answer was given for; an open set, since later versions add to it.
    package struct Mode: RawRepresentable, Hashable, Sendable {
        package let rawValue: String

        package init(rawValue: String) { self.rawValue = rawValue }

        /// The ordinary review, which counts.
        package static let review = Mode(rawValue: "review")
        /// Answers against the clock, graded at the end; they count.
        package static let exam = Mode(rawValue: "exam")
        /// Practice without any effect on the schedule.
        package static let cram = Mode(rawValue: "cram")

        /// Whether an answer changes the schedule.
        package var counts: Bool { self == .review || self == .exam }
    }
}

/// Points reached, and the points that could be.
package struct Score: Sendable, Hashable {
    /// The points reached, to the half.
    package var points: Double
    package var full: Int

    package init(_ points: Double, of full: Int) {
        self.points = points
        self.full = full
    }

    /// The points reached in whole per cent, rounded down so that only a full score is 100 %.
    package var percent: Int { full == 0 ? 100 : Int(points * 100 / Double(full)) }
}

extension Score: CustomStringConvertible {
    /// The form of the notes: `33/40`, `32.5/40`.
    package var description: String { "\(Score.shown(points))/\(full)" }

    /// Points without a needless fraction.
    package static func shown(_ points: Double) -> String {
        Int(exactly: points).map(String.init) ?? "\(points)"
    }
}
