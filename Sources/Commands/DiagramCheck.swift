package import ArgumentParser
import Diagrams
package import Model
import Terminal
import Workspace

extension DiagramCommand {
    /// `archbook diagram check`: what is wrong in diagrams.
    package struct Check: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Tell what is wrong in diagrams.",
            discussion: """
                Without a name, all diagrams of the book are looked over. Errors make the exit code 1.

                  $ archbook diagram check
                  $ archbook diagram check knowledge/diagrams/archbook.dsl --json
                """
        )

        @Argument(help: "The key of a view, or a file; everything by default.")
        var name: String?

        @Option(help: ArgumentHelp("Only the view with this key.", valueName: "key"))
        var view: String?

        @OptionGroup var data: DataOptions

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let output = CommandOutput(world, data.display)
            let shelf = try DiagramShelf(in: world)
            let choices = try choices(shelf)
            let findings = (choices.flatMap(\.document.findings) + choices.flatMap(Self.faults)).sorted()
            let isFailed = findings.contains { $0.severity < .note }
            if data.json {
                output.print(json: ["items": .array(findings.map(JSONValue.init))])
                return isFailed ? .no : .done
            }
            let lines = SourceLines(shelf.workspace, of: findings.map(\.path))
            let printer = FindingPrinter(style: output.style) { path, number in lines.line(number, of: path) }
            world.writeOutput(Array(printer.text(findings).utf8))
            let sources = Set(choices.map(\.document.path)).count
            output.print((findings.isEmpty ? [] : [""]) + [FindingPrinter.summary(of: findings, sources: sources)])
            return isFailed ? .no : .done
        }

        /// The faults of the drawings; crossings cannot always be avoided, so they are notes.
        private static func faults(_ choice: DiagramShelf.Choice) -> [Finding] {
            let resolver = choice.resolver
            return choice.views.flatMap { view -> [Finding] in
                guard let resolved = resolver.resolve(view) else { return [] }
                let arranged = DiagramLayout.arrange(resolved)
                let place = choice.document.viewPlaces[view.key]
                let path = place?.path ?? choice.document.path
                if arranged.isPlainGrid { return [tooLarge(view.key, path, place?.range)] }
                return arranged.faults.map { fault in
                    Finding(
                        rule: "diagram.layout-fault", severity: fault.kind == .crossing ? .note : .warning,
                        path: path, range: place?.range,
                        message: "in the drawing of `\(view.key)` \(fault.kind.words) "
                            + "(\(fault.subjects.joined(separator: ", "))); show less in it, or name a direction")
                }
            }
        }

        private static func tooLarge(_ key: String, _ path: String, _ range: SourceRange?) -> Finding {
            Finding(
                rule: "diagram.layout-fault", severity: .warning, path: path, range: range,
                message:
                    "`\(key)` is too large to be laid out, so its boxes stand in plain rows without lines; show less in it"
            )
        }

        private func choices(_ shelf: DiagramShelf) throws -> [DiagramShelf.Choice] {
            if let name { return try shelf.choose(name, view: view) }
            return shelf.workspace.readDiagrams().documents.map { document in
                DiagramShelf.Choice(document: document, views: ViewResolver(document.workspace).views)
            }
        }
    }
}
