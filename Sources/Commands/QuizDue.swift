package import ArgumentParser
package import Model
import Review
import Terminal

/// `archbook quiz due`: the questions that are due, in the order in which they would be asked.
package struct QuizDue: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "due",
        abstract: "List the questions that are due, in the order in which they would be asked.",
        discussion: """
              $ archbook quiz due
              $ archbook quiz due --kind short --json
              $ archbook quiz due --as-of 2026-03-01

            The longest overdue come first, then the questions never answered, in the order of the book. Recall is the \
            chance of a right answer that the schedule expects today.
            """
    )

    @OptionGroup var selection: QuizSelection

    @Option(help: ArgumentHelp("What would be due on that day, as YYYY-MM-DD.", valueName: "date"))
    var asOf: Day?

    @OptionGroup var data: DataOptions

    package init() {}

    package func run(in world: World) async throws -> Outcome {
        run(on: try await QuizMaterial.load(in: world, questionsOnly: true), in: world)
    }

    /// Runs on a book that has been read.
    package func run(on loaded: QuizMaterial, in world: World) -> Outcome {
        var material = loaded
        let output = CommandOutput(world, data.display)
        material.tellFindings(through: output)
        material.relink(through: output)
        let day = asOf ?? world.studyDay
        let state = material.state(on: day)
        let plan = ReviewPlan(due: material.book, state, on: day, filter: selection.filter)
        if data.json {
            output.print(json: ["items": .array(plan.items.map(QuizDue.json))])
            return plan.items.isEmpty ? .no : .done
        }
        guard !plan.items.isEmpty else {
            return QuizPlanText.tellNothingToAsk(of: material, state, on: day, selection.filter, through: output)
        }
        output.print(QuizPlanText(plan, output).lines())
        output.summarize(counted(plan.items.count, "question"))
        return .done
    }

    /// A question of the plan; what only an answered question has is absent before the first answer.
    static func json(_ item: ReviewPlan.Item) -> JSONValue {
        .object(present: [
            "id": .string(item.id.rawValue),
            "kind": .string(item.kind.rawValue),
            "title": .string(item.entry.title),
            "points": item.points.map { .int($0) },
            "due": item.due.map { .string($0.description) },
            "stability": item.state.map { .double($0.memory.stability) },
            "difficulty": item.state.map { .double($0.memory.difficulty) },
            "retrievability": item.retrievability.map { .double($0) },
            "lastScore": item.last?.answer.score.map { score in
                Int(exactly: score.points).map(JSONValue.int) ?? .double(score.points)
            },
            "lastGrade": item.last.map { .int($0.answer.grade.rawValue) },
            "lastAt": item.last.map { .string($0.at.description) },
        ])
    }
}
