package import ArgumentParser
import Diagrams
package import Model
import Terminal
import Workspace

extension DiagramCommand {
    /// `archbook diagram list`: the views of the book.
    package struct List: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List the views of the book.",
            discussion: """
                The key of each view, its kind, how many elements and relationships it shows, its title and its place.

                  $ archbook diagram list
                  $ archbook diagram list --json
                """
        )

        @OptionGroup var data: DataOptions

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let output = CommandOutput(world, data.display)
            let shelf = try DiagramShelf(in: world)
            let rows = shelf.workspace.readDiagrams().documents.flatMap(Self.rows)
            if data.json {
                output.print(json: ["items": .array(rows.map(\.json))])
                return .done
            }
            let table = TableLayout([.left, .left, .right, .right, .flexible, .left])
            let cells = rows.map { row in
                [
                    SafeText.line(row.key), row.kind, String(row.elements), String(row.relationships),
                    SafeText.line(row.title), output.style(.path, SafeText.line(row.place.description)),
                ]
            }
            output.print(table.lines(cells, width: output.width))
            output.summarize(counted(rows.count, "view"))
            return .done
        }

        private struct Row {
            let key: String
            let kind: String
            let title: String
            let elements: Int
            let relationships: Int
            let place: Source

            var json: JSONValue {
                .object([
                    "key": .string(key), "kind": .string(kind), "title": .string(title), "elements": .int(elements),
                    "relationships": .int(relationships), "source": JSONValue(place),
                ])
            }
        }

        private static func rows(_ document: DiagramDocument) -> [Row] {
            let resolver = ViewResolver(document.workspace)
            return resolver.views.compactMap { view in
                guard let resolved = resolver.resolve(view) else { return nil }
                let top = Source(path: document.path, range: SourceRange(at: .start))
                return Row(
                    key: view.key, kind: view.kind.rawValue, title: resolved.title, elements: resolved.elements.count,
                    relationships: resolved.relationships.count, place: document.viewPlaces[view.key] ?? top)
            }
        }
    }
}
