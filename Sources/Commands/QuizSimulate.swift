package import ArgumentParser
package import Model
import Review
import Terminal
import Workspace

/// `archbook quiz simulate`: what the schedule would do with a row of grades.
package struct QuizSimulate: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Show what the schedule would do with a row of grades.",
        discussion: """
              $ archbook quiz simulate --grades good,good,again
              $ archbook quiz simulate --grades good,good,again --every 7d

            Without --every each answer is given on the day on which the question is due. Stability is the number of \
            days after which nine of ten answers would still be right; difficulty goes from 1 to 10.
            """
    )

    @Option(help: ArgumentHelp("The grades, joined by commas: again, hard, good, easy, or 1 to 4.", valueName: "list"))
    var grades: String

    @Option(help: ArgumentHelp("The time between two answers, such as 7d or 2w.", valueName: "time"))
    var every: String?

    @OptionGroup var data: DataOptions

    package init() {}

    package mutating func validate() throws {
        guard !parsedGrades.isEmpty, parsedGrades.allSatisfy({ $0 != nil }) else {
            throw ValidationError("--grades takes again, hard, good and easy, or 1 to 4, joined by commas.")
        }
        if every != nil, step == nil { throw ValidationError("--every takes days or weeks, such as 7d or 2w.") }
    }

    package func run(in world: World) async throws -> Outcome {
        let settings = (try? openWorkspace(in: world))?.settings.review ?? ReviewSettings()
        let output = CommandOutput(world, data.display)
        let simulation = Simulation(
            parsedGrades.compactMap { $0 }, from: world.studyDay, every: step, ReviewSchedule(settings))
        if data.json {
            output.print(json: ["items": .array(simulation.rows.map(json))])
            return .done
        }
        let rows = simulation.rows.enumerated().map { index, row in
            [
                "\(index + 1)", row.day.description, row.grade.word,
                row.retrievability.map { "recall \(Int(($0 * 100).rounded())) %" } ?? "new",
                "stability \(rounded(row.memory.stability))", "difficulty \(rounded(row.memory.difficulty))",
                "due \(row.due)", "+\(row.due.daysSince1970 - row.day.daysSince1970) days",
            ]
        }
        output.print(
            TableLayout([.right, .left, .left, .right, .right, .right, .left, .right]).lines(rows, width: output.width))
        return .done
    }

    private var parsedGrades: [Grade?] {
        grades.split(separator: ",", omittingEmptySubsequences: false).map { word in
            let word = word.trimmed.lowercased()
            return Grade.allCases.first { $0.word.lowercased() == word || String($0.rawValue) == word }
        }
    }

    private var step: Int? {
        guard let every = every?.trimmed.lowercased(), let unit = every.last, let count = Int(every.dropLast()),
            (1...3650).contains(count)
        else { return nil }
        return unit == "d" ? count : unit == "w" ? count * 7 : nil
    }

    private func json(_ row: Simulation.Row) -> JSONValue {
        .object(present: [
            "day": .string(row.day.description), "grade": .int(row.grade.rawValue),
            "retrievability": row.retrievability.map { .double($0) }, "stability": .double(row.memory.stability),
            "difficulty": .double(row.memory.difficulty), "due": .string(row.due.description),
        ])
    }
}

/// A number with at most one digit after the point.
func rounded(_ number: Double) -> String {
    let tenths = (number * 10).rounded() / 10
    return Int(exactly: tenths).map(String.init) ?? "\(tenths)"
}
