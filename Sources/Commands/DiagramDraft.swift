package import ArgumentParser
import Diagrams
package import Model
import Terminal
import Workspace

extension DiagramCommand {
    /// `archbook diagram draft`: a diagram from the arrows in a text.
    package struct Draft: BookCommand {
        package static let configuration = CommandConfiguration(
            abstract: "Propose a diagram from the arrows in an entry's text.",
            discussion: """
                Arrows such as → and ->, and flows that go on further in, become a block that you can put into the note \
                and correct. Nothing is written.

                  $ archbook diagram draft cqrs
                """
        )

        @Argument(help: "The id of an entry, the beginning of one, or its title.")
        var id: String

        @OptionGroup var data: DataOptions

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let output = CommandOutput(world, data.display)
            let book = try await loadBook(in: world).book
            let entry = try EntryLookup(book).entry(named: id)
            let lines = ArrowDraft.lines(of: Self.text(of: entry))
            if data.json {
                output.print(json: ["id": .string(entry.id.rawValue), "items": JSONValue(lines)])
                return lines.isEmpty ? .no : .done
            }
            guard !lines.isEmpty else {
                output.tell(
                    "\(SafeText.line(entry.title)) has no arrows to draw; write some as `Client -> Server: what happens`."
                )
                return .no
            }
            output.print(["```c4"] + lines.map(SafeText.line) + ["```"])
            return .done
        }

        private static func text(of entry: Entry) -> String {
            [entry.body, entry.question?.problem, entry.question?.modelAnswer].compactMap { $0 }.joined(separator: "\n")
        }
    }
}
