package import ArgumentParser
package import Model
import Review
import Terminal

/// `archbook quiz week`: the weekly review, chosen to fit the time there is.
package struct QuizWeek: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "week",
        abstract: "Hold the weekly review: as much as fits the time, chosen by what it adds.",
        discussion: """
              $ archbook quiz week
              $ archbook quiz week --minutes 45
              $ archbook quiz week --minutes 90 --json

            Two thirds of the time go to questions that were answered before, those first whose review adds most to \
            what will be known in four weeks, for each minute; the rest to new ones. Subjects alternate. A long \
            question counts a minute for each of its points, or as long as it took last time.

            The plan is shown first. --json prints it and asks nothing.
            """
    )

    @Option(help: "The minutes there are.")
    var minutes = 90

    @OptionGroup var selection: QuizSelection
    @OptionGroup var conduct: QuizConduct
    @OptionGroup var data: DataOptions

    package init() {}

    package mutating func validate() throws {
        guard (1...1440).contains(minutes) else { throw ValidationError("--minutes must be from 1 to 1440.") }
    }

    package func run(in world: World) async throws -> Outcome {
        try run(on: await QuizMaterial.load(in: world), in: world)
    }

    /// Runs on a book that has been read.
    package func run(on material: QuizMaterial, in world: World) throws -> Outcome {
        let output = CommandOutput(world, data.display)
        material.tellFindings(through: output)
        let day = world.studyDay
        if data.json {
            var material = material
            material.relink(through: output)
            let plan = plan(material, material.state(on: day), day)
            output.print(json: ["items": .array(plan.items.map(QuizDue.json)), "minutes": .int(plan.minutes)])
            return plan.items.isEmpty ? .no : .done
        }
        var quiz = QuizRun(material, conduct, through: output)
        if selection.isEmpty, let outcome = try quiz.goOn() { return outcome }
        let state = quiz.material.state(on: day)
        let plan = plan(quiz.material, state, day)
        guard !plan.items.isEmpty else {
            return QuizPlanText.tellNothingToAsk(of: quiz.material, state, on: day, selection.filter, through: output)
        }
        let headline = "Week \(day.weekOfYear). \(QuizPlanText(plan, output).headline)"
        return try quiz.begin(plan, introducedBy: [headline] + rows(plan, output))
    }

    private func plan(_ material: QuizMaterial, _ state: ReviewState, _ day: Day) -> ReviewPlan {
        ReviewPlan(week: material.book, state, on: day, minutes: minutes, filter: selection.filter)
    }

    private func rows(_ plan: ReviewPlan, _ output: CommandOutput) -> [String] {
        let rows = plan.items.enumerated().map { index, item in
            [
                "  \(index + 1)", output.style(.strong, SafeText.line(item.entry.title)),
                QuizPlanText.worth(of: item), QuizPlanText.recall(of: item),
                output.style(.quiet, QuizPlanText.history(of: item)),
            ]
        }
        return TableLayout([.right, .flexible, .left, .left, .flexible]).lines(rows, width: output.width)
    }
}

extension Day {
    /// The number of the day's week, as ISO 8601 counts them: week 1 has the year's first Thursday.
    var weekOfYear: Int {
        let thursday = monday.adding(days: 3)
        let first = Day(year: thursday.year, month: 1, day: 1) ?? thursday
        return (thursday.daysSince1970 - first.daysSince1970) / 7 + 1
    }
}
