package import ArgumentParser
import Diagrams
package import Model
import Terminal
import Workspace

extension DiagramCommand {
    /// `archbook diagram show`: a view on the terminal.
    package struct Show: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Show a view on the terminal.",
            discussion: """
                The view is drawn with the characters of the terminal, every label whole; --prose tells it in words, for \
                screen readers.

                  $ archbook diagram show archbook-context
                  $ archbook diagram show archbook-context --prose
                  $ archbook diagram show knowledge/diagrams/archbook.dsl --view archbook-containers
                """
        )

        @Argument(help: "The key of a view, or a file; - reads the Structurizr DSL from standard input.")
        var name: String

        @Option(help: ArgumentHelp("Only the view with this key.", valueName: "key"))
        var view: String?

        @Flag(help: "Draw lines and boxes with ASCII alone.")
        var ascii = false

        @Flag(help: "Tell the view in words.")
        var prose = false

        @OptionGroup var data: DataOptions

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let output = CommandOutput(world, data.display)
            let shelf = try DiagramShelf(in: world)
            let choices = try shelf.choose(name, view: view)
            shelf.tell(choices.flatMap(\.document.findings).filter { $0.severity == .error })
            let views = choices.flatMap { choice in choice.views.compactMap(choice.resolver.resolve) }
            if data.json {
                output.print(json: ["items": .array(views.map(JSONValue.init))])
                return .done
            }
            let width = world.terminal.width
            let texts = views.map { view in
                prose ? DiagramProse.text(of: view) : TextDrawing.text(of: view, width: width, isASCII: ascii)
            }
            world.writeOutput(Array(SafeText.block(texts.joined(separator: "\n")).utf8))
            return views.isEmpty ? .no : .done
        }
    }
}

extension JSONValue {
    /// A view as it is drawn: absent values are absent keys.
    init(_ view: DiagramView) {
        self = .object(present: [
            "key": .string(view.key), "kind": .string(view.kind.rawValue), "title": .string(view.title),
            "description": view.description.isEmpty ? nil : .string(view.description),
            "elements": .array(view.elements.map(JSONValue.init)),
            "relationships": .array(view.relationships.map(JSONValue.init)),
            "boundaries": .array(
                view.boundaries.map { boundary in
                    .object(present: [
                        "id": .string(boundary.id), "name": .string(boundary.name), "type": .string(boundary.typeLine),
                        "parent": boundary.parent.map(JSONValue.string),
                    ])
                }),
        ])
    }

    private init(_ element: DiagramElement) {
        self = .object(present: [
            "id": .string(element.id), "name": .string(element.name),
            "type": element.typeLine.isEmpty ? nil : .string(element.typeLine),
            "description": element.description.isEmpty ? nil : .string(element.description),
            "boundary": element.boundary.map(JSONValue.string), "link": element.link.map(JSONValue.string),
            "shape": .string(element.style.shape.rawValue),
        ])
    }

    private init(_ line: DiagramRelationship) {
        self = .object(present: [
            "id": .string(line.id), "source": .string(line.source), "target": .string(line.target),
            "description": line.description.isEmpty ? nil : .string(line.description),
            "technology": line.technology.isEmpty ? nil : .string(line.technology),
            "order": line.order.map(JSONValue.string), "response": line.isResponse ? true : nil,
        ])
    }
}
