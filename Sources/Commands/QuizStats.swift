package import ArgumentParser
package import Model
import Review
import Terminal

/// `archbook quiz stats`: how the practice goes.
package struct QuizStats: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Show how the practice goes: weeks, tags, calibration, weak bullets.",
        discussion: """
              $ archbook quiz stats
              $ archbook quiz stats --json

            Calibration compares the score that you expected with the one that you reached, and the recall that the \
            schedule expected with what you knew. The map has a column for each of the last weeks, Monday on top.
            """
    )

    @OptionGroup var data: DataOptions

    package init() {}

    package func run(in world: World) async throws -> Outcome {
        run(on: try await QuizMaterial.load(in: world), in: world)
    }

    /// Runs on a book that has been read.
    package func run(on loaded: QuizMaterial, in world: World) -> Outcome {
        var material = loaded
        let output = CommandOutput(world, data.display)
        material.tellFindings(through: output)
        material.relink(through: output)
        let state = material.state(on: world.studyDay)
        let statistics = ReviewStatistics(material.log, material.book, state)
        let text = QuizStatsText(statistics, output)
        if data.json {
            output.print(json: text.json)
            return statistics.weeks.isEmpty ? .no : .done
        }
        guard !statistics.weeks.isEmpty else {
            output.tell("Nothing was answered yet. `archbook quiz week` begins.")
            return .no
        }
        output.print(text.lines(until: world.studyDay))
        output.summarize(counted(statistics.days.values.reduce(0, +), "answer"))
        return .done
    }
}

/// The statistics as text and as data.
struct QuizStatsText {
    private let statistics: ReviewStatistics
    private let output: CommandOutput

    init(_ statistics: ReviewStatistics, _ output: CommandOutput) {
        self.statistics = statistics
        self.output = output
    }

    /// The parts that have something to show, with a blank line between them.
    func lines(until day: Day) -> [String] {
        let parts = [weeks, tags, calibration, weakBullets, map(until: day)]
        return Array(parts.filter { !$0.isEmpty }.joined(separator: [""]))
    }

    private var weeks: [String] {
        let rows = statistics.weeks.suffix(12).map { week in row(week.monday.description, week.group) }
        return heading("Weeks") + table(rows)
    }

    private var tags: [String] {
        guard !statistics.tags.isEmpty else { return [] }
        return heading("Tags, the hardest first") + table(statistics.tags.prefix(12).map { row($0.name, $0) })
    }

    private var calibration: [String] {
        let values = statistics.calibration
        var lines: [String] = []
        if values.predictions > 0 {
            lines.append(
                "expected score \(rounded(values.predictedPercent)) %, reached \(rounded(values.reachedPercent)) % "
                    + "(\(counted(values.predictions, "answer")))")
        }
        if values.reviews > 0 {
            lines.append(
                "expected recall \(rounded(values.expectedRecall)) %, recalled \(rounded(values.recalled)) % "
                    + "(\(counted(values.reviews, "repeated answer")))")
        }
        return lines.isEmpty ? [] : heading("Calibration") + lines
    }

    private var weakBullets: [String] {
        let rows = statistics.weakBullets.prefix(10).map { weak in
            [
                "\(weak.misses) of \(weak.count)", SafeText.line(weak.bullet.text),
                output.style(.quiet, SafeText.line(weak.title)),
            ]
        }
        guard !rows.isEmpty else { return [] }
        let lines = TableLayout([.right, .flexible, .flexible]).lines(Array(rows), width: output.width)
        return heading("Missed again and again") + lines
    }

    /// A column for each week, a row for each day; the more answers, the fuller the sign.
    private func map(until day: Day) -> [String] {
        let width = min((output.width ?? 80) - 5, 52)
        let first = day.monday.adding(days: -7 * (max(width, 8) - 1))
        let names = ["Mon", "   ", "Wed", "   ", "Fri", "   ", "Sun"]
        let rows = names.enumerated().map { weekday, name in
            let signs = (0..<max(width, 8)).map { week -> String in
                let cell = first.adding(days: week * 7 + weekday)
                return cell > day ? " " : sign(statistics.days[cell] ?? 0)
            }
            return String("\(name)  \(signs.joined())".reversed().drop { $0 == " " }.reversed())
        }
        return heading("Answers a day: · none, ░ 1 to 2, ▒ 3 to 5, ▓ 6 to 10, █ more") + rows
    }

    private func sign(_ count: Int) -> String {
        switch count {
        case 0: "·"
        case 1...2: "░"
        case 3...5: "▒"
        case 6...10: "▓"
        default: "█"
        }
    }

    private func row(_ name: String, _ group: ReviewStatistics.Group) -> [String] {
        [
            output.style(.tag, SafeText.line(name)), counted(group.answers, "answer"),
            "\(Int((group.success * 100).rounded())) % right",
            group.score.full == 0 ? "" : "\(group.score) points",
            group.milliseconds == 0 ? "" : "\(max(1, group.milliseconds / 60_000)) min",
        ]
    }

    private func table(_ rows: [[String]]) -> [String] {
        TableLayout([.left, .right, .right, .right, .right]).lines(rows, width: output.width)
    }

    private func heading(_ text: String) -> [String] { [output.style(.strong, text)] }

    // MARK: Data

    /// The members of the JSON value.
    var json: [String: JSONValue] {
        let values = statistics.calibration
        return [
            "weeks": .array(statistics.weeks.map { json($0.group, named: "monday") }),
            "tags": .array(statistics.tags.map { json($0, named: "tag") }),
            "calibration": .object([
                "predictions": .int(values.predictions), "predictedPercent": .double(values.predictedPercent),
                "reachedPercent": .double(values.reachedPercent), "reviews": .int(values.reviews),
                "expectedRecallPercent": .double(values.expectedRecall), "recalledPercent": .double(values.recalled),
            ]),
            "weakBullets": .array(
                statistics.weakBullets.map { weak in
                    .object([
                        "question": .string(weak.question.rawValue), "bullet": .string(weak.bullet.id),
                        "text": .string(weak.bullet.text), "misses": .int(weak.misses), "answers": .int(weak.count),
                    ])
                }),
            "days": .object(
                Dictionary(statistics.days.map { ($0.key.description, JSONValue.int($0.value)) }) { first, _ in first }),
        ]
    }

    private func json(_ group: ReviewStatistics.Group, named key: String) -> JSONValue {
        .object([
            key: .string(group.name), "answers": .int(group.answers), "right": .int(group.passed),
            "points": .double(group.score.points), "max": .int(group.score.full), "ms": .int(group.milliseconds),
        ])
    }
}
