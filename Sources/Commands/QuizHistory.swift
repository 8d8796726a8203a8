package import ArgumentParser
package import Model
import Review
import Terminal
import Workspace

/// `archbook quiz history`: all answers to one question, side by side.
package struct QuizHistory: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Show all answers to a question, side by side.",
        discussion: """
              $ archbook quiz history q-7k3f9c
              $ archbook quiz history 1 --json

            For a long question a row for each bullet of the rubric shows what every answer had: x in full, ~ in half, \
            . not at all. Answers in writing are named with their files.
            """
    )

    @Argument(help: "The question, by its id or its number in the book.")
    var question: String

    @OptionGroup var data: DataOptions

    package init() {}

    package func run(in world: World) async throws -> Outcome {
        try run(on: await QuizMaterial.load(in: world), in: world)
    }

    /// Runs on a book that has been read.
    package func run(on loaded: QuizMaterial, in world: World) throws -> Outcome {
        var material = loaded
        let output = CommandOutput(world, data.display)
        material.tellFindings(through: output)
        material.relink(through: output)
        let id = try material.question(named: question)
        let answers = material.log.answers.filter { $0.question == id }
        let notes = material.log.notes
        if data.json {
            output.print(json: ["id": .string(id.rawValue), "items": .array(answers.map { json($0, notes) })])
            return answers.isEmpty ? .no : .done
        }
        guard !answers.isEmpty,
            let item = material.book.entries.first(where: { $0.id == id }).flatMap(ReviewPlan.Item.init)
        else {
            output.tell("\(id) was never answered. `archbook quiz \(id)` asks it.")
            return .no
        }
        output.print([output.style(.strong, SafeText.line(item.entry.title)), ""] + table(answers, output))
        output.print(rubric(item.question.rubric, answers, output) + remarks(answers, notes))
        output.summarize(counted(answers.count, "answer"))
        return .done
    }

    private func table(_ answers: [KeptAnswer], _ output: CommandOutput) -> [String] {
        let rows = answers.enumerated().map { index, kept in row(kept, number: index + 1) }
        return TableLayout([.right, .left, .left, .right, .left, .right, .left, .left]).lines(
            rows, width: output.width)
    }

    private func row(_ kept: KeptAnswer, number: Int) -> [String] {
        let answer = kept.answer
        var row = ["\(number)", kept.at.day.description, answer.grade.word]
        row.append(answer.score.map { "\($0)  \($0.percent) %" } ?? "")
        row.append(answer.predicted.map { "expected \($0)" } ?? "")
        row.append(answer.milliseconds.map { "\(max(1, $0 / 60_000)) min" } ?? "")
        row.append(answer.mode == .review ? "" : answer.mode.rawValue)
        row.append(answer.usedHint ? "hint" : "")
        return row
    }

    /// A row for each bullet with a mark for each answer; nothing for a question without a rubric.
    private func rubric(_ bullets: [RubricItem], _ answers: [KeptAnswer], _ output: CommandOutput) -> [String] {
        let graded = answers.filter { !$0.answer.items.isEmpty }
        guard !bullets.isEmpty, !graded.isEmpty else { return [] }
        let rows = bullets.map { bullet in
            let marks = graded.map { kept in
                kept.answer.items[bullet.id].map { $0 >= 1 ? "x" : $0 > 0 ? "~" : "." } ?? " "
            }
            let text = SafeText.line(bullet.textWithoutPoints)
            return [marks.joined(separator: " "), text, counted(bullet.points, "point")]
        }
        return [""] + TableLayout([.left, .flexible, .right]).lines(rows, width: output.width)
    }

    private func remarks(_ answers: [KeptAnswer], _ notes: [EventID: [String]]) -> [String] {
        let lines = answers.enumerated().flatMap { index, kept in
            (notes[kept.id] ?? []).map { "\(index + 1)  note: \(SafeText.line($0))" }
                + (kept.answer.answerPath.map { ["\(index + 1)  text: \(SafeText.line($0))"] } ?? [])
        }
        return lines.isEmpty ? [] : [""] + lines
    }

    private func json(_ kept: KeptAnswer, _ notes: [EventID: [String]]) -> JSONValue {
        let answer = kept.answer
        return .object(present: [
            "id": .string(kept.id.rawValue), "at": .string(kept.at.description), "mode": .string(answer.mode.rawValue),
            "grade": .int(answer.grade.rawValue), "score": answer.score.map { .double($0.points) },
            "max": answer.score.map { .int($0.full) }, "predicted": answer.predicted.map { .int($0) },
            "items": answer.items.isEmpty ? nil : .object(answer.items.mapValues { .double($0) }),
            "hint": .bool(answer.usedHint), "ms": answer.milliseconds.map { .int($0) },
            "answer": answer.answerPath.map { .string($0) }, "notes": notes[kept.id].map { JSONValue($0) },
        ])
    }
}
