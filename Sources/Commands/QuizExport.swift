package import ArgumentParser
package import Model
import Review
import Terminal

/// `archbook quiz export`: questions and answers for other programs.
package struct QuizExport: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print the questions for Anki, or the answers for a spreadsheet or py-fsrs.",
        discussion: """
              $ archbook quiz export --format anki-tsv > questions.txt
              $ archbook quiz export --format csv --tag saga > answers.csv
              $ archbook quiz export --format json > history.json

            anki-tsv: one note for each question. Its first column is the guid, so that a second import updates the \
            notes and leaves their schedule alone.
            csv: one line for each answer, all modes.
            json: the answers that count; each of `items` is what `ReviewLog.from_dict` of py-fsrs takes, and names the \
            question besides.
            """
    )

    /// The forms that there are.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case ankiTSV = "anki-tsv"
        case csv, json
    }

    @Option(help: "The form: anki-tsv, csv or json.")
    var format: Format

    @Option(help: "The deck that anki-tsv names; the title of the book when left out.")
    var deck: String?

    @OptionGroup var selection: QuizSelection
    @OptionGroup var display: DisplayOptions

    package init() {}

    package func run(in world: World) async throws -> Outcome {
        run(on: try await QuizMaterial.load(in: world), in: world)
    }

    /// Runs on a book that has been read.
    package func run(on loaded: QuizMaterial, in world: World) -> Outcome {
        var material = loaded
        let output = CommandOutput(world, display)
        material.tellFindings(through: output)
        material.relink(through: output)
        let day = world.studyDay
        let items = ReviewPlan(all: material.book, material.state(on: day), on: day, filter: selection.filter).items
        let wanted = Set(items.map(\.id))
        let answers = material.log.answers.filter { selection.isEmpty || wanted.contains($0.question) }
        switch format {
        case .ankiTSV: world.writeOutput(ReviewExport.ankiNotes(items, deck: deck ?? material.book.title))
        case .csv: world.writeOutput(ReviewExport.table(answers))
        case .json: output.print(json: ["items": ReviewExport.reviewLogs(answers)])
        }
        return .done
    }
}
