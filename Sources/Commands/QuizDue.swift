package import ArgumentParser
package import Model
import Review
import Terminal

/// `archbook quiz due`: the questions in the order in which they would be asked.
package struct QuizDue: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "due",
        abstract: "List the questions in the order in which they would be asked.",
        discussion: """
              $ archbook quiz due
              $ archbook quiz due --kind short --json

            There is no schedule yet: every question is due. Those never answered come first, in the order of the book; \
            then the others, the longest unseen first.
            """
    )

    @OptionGroup var selection: QuizSelection
    @OptionGroup var data: DataOptions

    package init() {}

    package func run(in world: World) async throws -> Outcome {
        run(on: try await QuizMaterial.load(in: world), in: world)
    }

    /// Runs on a book that has been read.
    package func run(on material: QuizMaterial, in world: World) -> Outcome {
        let output = CommandOutput(world, data.display)
        material.tellFindings(through: output)
        let plan = material.plan(selection.filter)
        if data.json {
            output.print(json: ["items": .array(plan.items.map(QuizDue.json))])
            return plan.items.isEmpty ? .no : .done
        }
        guard !plan.items.isEmpty else { return QuizPlanText.tellNothingToAsk(of: material, through: output) }
        output.print(QuizPlanText(plan, output).lines)
        output.summarize(counted(plan.items.count, "question"))
        return .done
    }

    /// A question of the plan; `due`, `stability` and their like are absent until there is a schedule.
    private static func json(_ item: ReviewPlan.Item) -> JSONValue {
        .object(present: [
            "id": .string(item.id.rawValue),
            "kind": .string(item.form.rawValue),
            "title": .string(item.entry.title),
            "points": item.points.map { .int($0) },
            "lastScore": item.last?.review.score.map { score in
                Int(exactly: score.points).map(JSONValue.int) ?? .double(score.points)
            },
            "lastGrade": item.last.map { .int($0.review.grade.rawValue) },
            "lastAt": item.last.map { .string($0.at.description) },
        ])
    }
}
