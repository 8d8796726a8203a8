package import ArgumentParser
import Diagrams
package import Model
import Terminal
import Workspace

/// The languages and pictures that a diagram is written in.
enum DiagramFormat: String, CaseIterable, ExpressibleByArgument {
    case dsl, json, c4plantuml, mermaid, d2, dot, svg, text, ascii, prose
    case flowchart = "mermaid-flowchart"

    /// A view in the language.
    func text(of view: DiagramView) -> String {
        switch self {
        case .c4plantuml: C4MacroWriter.plantUML(view)
        case .mermaid: C4MacroWriter.mermaid(view)
        case .flowchart: FlowchartWriter.text(of: view)
        case .d2: D2Writer.text(of: view)
        case .dot: DOTWriter.text(of: view)
        case .svg: SVGDrawing.svg(of: DiagramLayout.arrange(view))
        case .text: TextDrawing.text(of: view)
        case .ascii: TextDrawing.text(of: view, isASCII: true)
        case .prose, .dsl, .json: DiagramProse.text(of: view)
        }
    }
}

extension DiagramCommand {
    /// `archbook diagram export`: a diagram for other tools.
    package struct Export: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "export",
            abstract: "Write a diagram in another tool's language.",
            discussion: """
                The formats dsl (Structurizr's, in a normal form) and json (Structurizr's workspace) hold the whole model; \
                the others hold views, one after the other.

                  $ archbook diagram export archbook-containers --format svg
                  $ archbook diagram export archbook-containers --format mermaid
                  $ archbook diagram export knowledge/diagrams/archbook.dsl --format json
                """
        )

        @Argument(help: "The key of a view, or a file; - reads the Structurizr DSL from standard input.")
        var name: String

        @Option(help: ArgumentHelp("Only the view with this key.", valueName: "key"))
        var view: String?

        @Option(help: "The format: \(DiagramFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
        var format = DiagramFormat.dsl

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let shelf = try DiagramShelf(in: world)
            let choices = try shelf.choose(name, view: view)
            let errors = choices.flatMap(\.document.findings).filter { $0.severity == .error }
            shelf.tell(errors)
            for choice in choices { world.writeOutput(Array(text(of: choice).utf8)) }
            return errors.isEmpty && !choices.isEmpty ? .done : .no
        }

        private func text(of choice: DiagramShelf.Choice) -> String {
            switch format {
            case .dsl: return DSLWriter.text(of: choice.document.workspace)
            case .json: return WorkspaceJSONWriter.value(of: choice.document.workspace).document.text
            default:
                let resolver = choice.resolver
                return choice.views.compactMap { resolver.resolve($0).map(format.text) }.joined(separator: "\n")
            }
        }
    }
}
