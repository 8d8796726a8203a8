package import ArgumentParser
import Diagrams
package import Model
import Terminal
import Workspace

extension DiagramCommand {
    /// `archbook diagram draft`: a diagram from the arrows in a text.
    package struct Draft: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "draft",
            abstract: "Propose a diagram from the arrows in a text.",
            discussion: """
                Arrows such as → and ->, and flows that go on further in, become a block that you can put into the note \
                and correct. Nothing is written.

                  $ archbook diagram draft cqrs
                  $ archbook diagram draft knowledge/patterns/cqrs.md
                """
        )

        @Argument(help: "A file, or an entry: its id, the beginning of one, or its title.")
        var id: String

        @OptionGroup var data: DataOptions

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let output = CommandOutput(world, data.display)
            let (name, text) = try await text(in: world)
            let lines = ArrowDraft.lines(of: text)
            if data.json {
                output.print(json: ["id": .string(name), "items": JSONValue(lines)])
                return lines.isEmpty ? .no : .done
            }
            guard !lines.isEmpty else {
                output.tell(
                    "\(SafeText.line(name)) has no arrows to draw; write some as `Client -> Server: what happens`."
                )
                return .no
            }
            output.print(["```c4"] + lines.map(SafeText.line) + ["```"])
            return .done
        }

        /// What the argument names, and its text.
        private func text(in world: World) async throws -> (name: String, text: String) {
            let full = id.hasPrefix("/") ? id : "\(world.directory)/\(id)"
            if let bytes = try? POSIX.readFile(full, limit: DSLReader.largestText) { return (id, bytes.text) }
            var book = try await loadBook(in: world).book
            book.entries.removeAll { $0.kind == .diagram }
            let entry = try EntryLookup(book).entry(named: id)
            let parts = [entry.body, entry.question?.problem, entry.question?.modelAnswer]
            return (entry.id.rawValue, parts.compactMap { $0 }.joined(separator: "\n"))
        }
    }
}
