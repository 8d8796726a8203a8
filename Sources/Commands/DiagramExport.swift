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
                  $ archbook diagram export archbook-context --format svg --output a.svg
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

        @Option(help: ArgumentHelp("Write to this file of the workspace.", valueName: "file"))
        var output: String?

        @Flag(help: "Replace the file of --output where it is there with other contents.")
        var force = false

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let shelf = try DiagramShelf(in: world)
            let choices = try shelf.choose(name, view: view)
            let errors = choices.flatMap(\.document.findings).filter { $0.severity == .error }
            shelf.tell(errors)
            let bytes = choices.flatMap { Array(text(of: $0).utf8) }
            if let output {
                try write(bytes, to: output, shelf)
            } else {
                world.writeOutput(bytes)
            }
            return errors.isEmpty && !choices.isEmpty ? .done : .no
        }

        private func write(_ bytes: [UInt8], to name: String, _ shelf: DiagramShelf) throws {
            let full = name.hasPrefix("/") ? name : "\(shelf.world.directory)/\(name)"
            let before = try POSIX.exists(full) ? POSIX.readFile(full) : nil
            guard before != bytes else { return }
            guard before == nil || force else { throw CommandFailure.thereAlready(name) }
            let inside = "\(shelf.workspace.root)/"
            let path = full.hasPrefix(inside) ? String(full.dropFirst(inside.utf8.count)) : full
            let change = FileChange(path: path, before: before, after: bytes)
            try FileTransaction.commit([change], in: shelf.workspace.root)
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

extension CommandFailure {
    fileprivate static func thereAlready(_ name: String) -> CommandFailure {
        CommandFailure("\(SafeText.line(name)) is there already, with other contents. --force replaces it")
    }
}
