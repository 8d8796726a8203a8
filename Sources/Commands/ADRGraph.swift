package import ArgumentParser
import Diagrams
package import Model
import Records
import Terminal
import Workspace

extension ADR {
    /// `archbook adr graph`: how decisions relate.
    package struct Graph: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "graph",
            abstract: "Show how the decisions relate to each other.",
            discussion: """
                As text, as a drawing, or for Graphviz and Mermaid. Each relation is shown once, from the decision \
                that was written later; decisions that no longer hold are grey.

                  $ archbook adr graph
                  $ archbook adr graph --format svg > decisions.svg
                  $ archbook adr graph --format dot | dot -Tpng > decisions.png
                  $ archbook adr graph --format mermaid

                In the drawing every decision leads to its file, by its path from the current folder.
                """
        )

        /// The forms of graphs.
        enum Format: String, CaseIterable, ExpressibleByArgument {
            case text, svg, dot, mermaid
        }

        @Option(help: "The form of the graph: text, svg, dot or mermaid.")
        var format = Format.text

        @OptionGroup var display: DisplayOptions

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let folder = try decisionFolder(in: world)
            let graph = DecisionGraph(try folder.read().set)
            let output = CommandOutput(world, display)
            switch format {
            case .svg:
                let drawing = DecisionDrawing(graph, title: folder.workspace.title) { folder.pathFromHere($0) }
                world.writeOutput(Array(drawing.svg().utf8))
            case .dot: world.writeOutput(Array(graph.dot.utf8))
            case .mermaid: world.writeOutput(Array(graph.mermaid.utf8))
            case .text:
                output.print(
                    graph.nodes.flatMap { node in
                        let state = output.style(node.status.style, node.status.rawValue)
                        return [SafeText.line("\(node.label)") + "  " + state]
                            + node.edges.map { SafeText.line("  \($0.verb.lowercased()) \($0.target)") }
                    })
            }
            return .done
        }
    }
}
