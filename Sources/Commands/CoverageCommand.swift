package import ArgumentParser
package import Model
import Terminal

/// Tells what became of every line of every source.
package struct CoverageCommand: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Account for every line of every source.",
        discussion: """
            A non-blank line is catalogued (part of an entry), context (prose or a heading that belongs to one), or unread.

              $ archbook coverage
              $ archbook coverage --unread
            """
    )

    @Flag(help: "List the unread lines with their places and text.")
    var unread = false

    @OptionGroup var data: DataOptions

    package init() {}

    package func run(in world: World) async throws -> Outcome {
        let output = CommandOutput(world, data.display)
        let loaded = try await loadBook(in: world)
        let documents = loaded.book.documents
        if data.json {
            output.print(
                json: JSONValue.members(of: documents.map(\.coverage).total).merging(items(documents)) { _, own in own }
            )
            return .done
        }
        if unread {
            listUnread(loaded, output)
        } else {
            output.print(CoverageTable.lines(documents, style: output.style))
        }
        output.summarize(counted(documents.count, "source"))
        return .done
    }

    private func items(_ documents: [Document]) -> [String: JSONValue] {
        let items = documents.map { document in
            var members = JSONValue.members(of: document.coverage)
            members["path"] = .string(document.path)
            members["shape"] = .string(document.shape.rawValue)
            members["unreadLines"] = .array(document.coverage.unreadLines.map(JSONValue.int))
            return JSONValue.object(members)
        }
        return ["items": .array(items)]
    }

    private func listUnread(_ loaded: LoadedBook, _ output: CommandOutput) {
        for document in loaded.book.documents where document.coverage.unread > 0 {
            let lines = SourceLines(loaded.workspace, of: [document.path])
            output.print(
                document.coverage.unreadLines.map { number in
                    let text = lines.line(number, of: document.path) ?? ""
                    return output.style(.path, SafeText.line("\(document.path):\(number):")) + " " + SafeText.line(text)
                })
        }
    }
}

extension JSONValue {
    fileprivate static func members(of coverage: Coverage) -> [String: JSONValue] {
        [
            "total": .int(coverage.total), "catalogued": .int(coverage.catalogued), "context": .int(coverage.context),
            "unread": .int(coverage.unread),
        ]
    }
}
