import Model
import Reading
import Testing

/// Review weeks in all their variations.
@Suite struct ReviewTests {
    private func question(_ text: String) throws -> (Entry, Question) {
        let entry = try #require(entries(.question, text).first { $0.question?.form == .long })
        return (entry, try #require(entry.question))
    }

    static let plain = """
        # Week 7: Asynchronous Systems - Weekly Review

        ### Question 3: Order Saga (40 points)

        **Problem:**
        Design a saga. Requirements:
        - Fast
        - Safe

        **Tasks:**
        1. Choose
        2. Compensate

        **Model Answer (40/40):**

        **Architecture:**
        ```
        **Score: 1/1**
        ```

        | a | b |
        |---|---|
        | 1 | 2 |

        **Score: 40/40** ✅
        - Choice
        - Compensation

        ---
        """

    @Test func `reads all parts of a long question`() throws {
        let (entry, question) = try question(Self.plain)
        #expect(entry.title == "Order Saga")
        #expect(question.number == 3)
        #expect(question.points == 40)
        #expect(question.requirements == ["Fast", "Safe"])
        #expect(question.tasks == ["Choose", "Compensate"])
        #expect(question.rubric.map(\.text) == ["Choice", "Compensation"])
        #expect(question.rubric.map(\.points) == [20, 20])
        #expect(question.week == ReviewWeek.Name(number: 7, title: "Asynchronous Systems"))
        #expect(question.problem == "Design a saga. Requirements:\n\n- Fast\n- Safe")
        let answer = try #require(question.modelAnswer)
        #expect(answer.hasPrefix("**Architecture:**\n```\n**Score: 1/1**"))
        #expect(answer.hasSuffix("| 1 | 2 |"))
    }

    @Test(arguments: [
        ("**Model Answer (40/40):**", "**Your Answer (40/40 - Perfect!):** 🏆"), ("**Problem:**", "#### Problem"),
        ("**Tasks:**", "**Tasks**:"), ("**Problem:**", "**Scenario:**"), ("**Model Answer (40/40):**", "#### Solution"),
        ("**Tasks:**", "Tasks:"), ("**Tasks:**", "Tasks (20 points):"), ("**Problem:**", "Problem:"),
        ("**Model Answer (40/40):**", "Model answer:"), ("**Score: 40/40** ✅", "Rubric:\n"),
        ("**Tasks:**", "**Задания:**"), ("**Problem:**", "**Условие:**"),
        ("**Model Answer (40/40):**", "**Эталонный ответ:**"),
        ("**Score: 40/40** ✅", "**Оценка: 40/40**"), ("**Score: 40/40** ✅", "**Rubric:**"), ("(40 points)", "[40 pts]"),
        ("### Question 3: Order Saga (40 points)", "### Вопрос 3. Order Saga (40 баллов)"),
        ("### Question 3: Order Saga (40 points)", "## Question 3 - Order Saga (40 points)"),
    ])
    func `reads the same with other labels`(label: String, other: String) throws {
        let (entry, question) = try question(Self.plain.replacing(label, with: other))
        let (expectedEntry, expected) = try self.question(Self.plain)
        #expect(entry.title == expectedEntry.title)
        #expect(entry.id == expectedEntry.id)
        #expect(question == expected)
    }

    @Test func `takes the points of the rubric's bullets`() throws {
        let text = Self.plain.replacing("- Choice", with: "- Choice (30 pts)").replacing("(40 points)", with: "")
        let (_, question) = try question(text)
        #expect(question.points == 40)
        #expect(question.rubric.map(\.points) == [30, 10])
    }

    @Test func `reads a question without a score line or an answer`() throws {
        let (_, question) = try question("### Question 1: X (10 points)\n\nDo it.\n\n**Tasks:**\n- a\n- b\n")
        #expect(question.modelAnswer == nil)
        #expect(question.rubric.isEmpty)
        #expect(question.problem == "Do it.")
        #expect(question.tasks == ["a", "b"])
    }

    @Test func `names a question by its marker, or by its text but not its answer`() throws {
        let marked = Self.plain.replacing("**Problem:**", with: "<!-- q: saga-1 -->\n\n**Problem:**")
        #expect(try question(marked).0.id.rawValue == "saga-1")
        let edited = Self.plain.replacing("| 1 | 2 |", with: "| 3 | 4 |").replacing("- Choice", with: "- Other")
        #expect(try question(edited).0.id == question(Self.plain).0.id)
        #expect(try question(Self.plain.replacing("Design", with: "Draw")).0.id != question(Self.plain).0.id)
    }

    @Test func `takes no link or work out of code, and every link out of an answer`() {
        let text = Self.plain.replacing("| 1 | 2 |", with: "| 1 | [x](https://a.org) |")
        #expect(entries(.link, text).map(\.title) == ["x"])
    }

    @Test func `reads the exercise and the summary`() throws {
        let text =
            Self.plain + """


                ## Weekly Review Summary

                **Total Score: 200/200 (100%)** 🏆

                ### Key Learnings:

                **Queues:**
                - At least once
                - DLQ

                ## Practice Exercise

                Design an order system. It is big.

                **Problem:**
                Design it so that:
                - it works

                **Requirements:**
                1. Fast

                ## Resources & References

                - [Saga](https://a.org/saga)
                - Martin Kleppmann - "Designing Data-Intensive Applications" (Chapters 10-11)
                """
        let document = read(text)
        let exercise = try #require(document.entries.first { $0.kind == .exercise })
        #expect(exercise.title == "Design an order system")
        guard case .exercise(let content) = exercise.content else { return }
        #expect(content.requirements == ["it works", "Fast"])
        let week = try #require(document.weeks.first)
        #expect(week.name.number == 7)
        #expect(week.statedTotal == "200/200")
        #expect(week.learnings == [ReviewWeek.Learning(subject: "Queues", points: ["At least once", "DLQ"])])
        let works = document.entries.filter { $0.kind == .link }
        #expect(works.map(\.title) == ["Saga", "Designing Data-Intensive Applications"])
        #expect(works.last?.link?.part == "Chapters 10-11")
        #expect(works.last?.link?.medium == .book)
        #expect(document.document.shape == .reviewWeek)
        #expect(document.document.coverage.unread == 0)
    }

    @Test(arguments: [
        (40, ["a", "b", "c"], [14, 13, 13]), (10, ["a (4 pts)", "b"], [4, 6]),
        (10, ["a (8 pts)", "b (8 pts)"], [5, 5]),
        (0, ["a"], [0]), (5, [], []), (40, ["+5 x", "8/8 y", "z"], [5, 8, 27]), (10, ["99.9% up", "b"], [5, 5]),
    ])
    func `shares points so that they sum exactly`(total: Int, texts: [String], shares: [Int]) {
        #expect(RubricPoints.share(total, among: texts) == shares)
    }

    @Test func `shares parts of a point by their weight, to the exact sum`() {
        #expect(RubricPoints.share(10, among: ["a (2.5 points)", "b (7.5 points)"]) == [3, 7])
        #expect(RubricPoints.share(4, among: ["a (1,5 pts)", "b (2.5 pts)"]) == [2, 2])
    }

    @Test func `makes an exercise of every item under one heading`() {
        let text = "# Notes\n\n## Practice exercises\n\n1. Sketch it. Then stop.\n2. Compare both\n"
        let found = entries(.exercise, text)
        #expect(found.map(\.title) == ["Sketch it", "Compare both"])
        #expect(found.map(\.source.range.start.line) == [5, 6])
    }
}
