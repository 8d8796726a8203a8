package import ArgumentParser
package import Model
import Terminal

/// Lists what the book holds.
package struct ListCommand: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the entries of the book.",
        discussion: """
            Without a kind, everything is listed, in the order of the files.

              $ archbook list patterns --language ru
              $ archbook list links --tag cqrs --json
            """
    )

    @Argument(help: "The kind to list; everything by default.")
    var kind: EntryKind?

    @OptionGroup var filter: FilterOptions
    @OptionGroup var data: DataOptions

    package init() {}

    package func run(in world: World) async throws -> Outcome {
        let output = CommandOutput(world, data.display)
        let book = try await loadBook(in: world).book
        let entries = book.entries.filter { entry in
            (kind == nil || entry.kind == kind) && filter.isWanted(entry)
        }
        // An empty book is no failure; a filter that nothing passes is an answer of "no".
        let outcome = entries.isEmpty && filter.isOn ? Outcome.no : .done
        if data.json {
            output.print(json: ["items": .array(entries.map(JSONValue.init))])
            return outcome
        }
        output.print(EntryRows.lines(entries, width: output.width, style: output.style))
        output.summarize(kind.map { counted(entries.count, $0.rawValue) } ?? countedEntries(entries.count))
        return outcome
    }
}
