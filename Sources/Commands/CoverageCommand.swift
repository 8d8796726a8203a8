package import ArgumentParser
package import Model
import Terminal
import Workspace

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
        let documents =
            (loaded.book.documents.map { Account(path: $0.path, shape: $0.shape.rawValue, coverage: $0.coverage) }
            + loaded.workspace.diagramCoverage().map { Account(path: $0.path, shape: "diagram", coverage: $0.coverage) })
            .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        if data.json {
            output.print(
                json: JSONValue.members(of: documents.map(\.coverage).total).merging(items(documents)) { _, own in own }
            )
            return .done
        }
        if unread {
            listUnread(documents, loaded.workspace, output)
        } else {
            output.print(CoverageTable.lines(documents.map { ($0.path, $0.coverage) }, style: output.style))
        }
        output.summarize(counted(documents.count, "source"))
        return .done
    }

    /// The account of one source.
    private struct Account {
        var path: String
        var shape: String
        var coverage: Coverage
    }

    private func items(_ documents: [Account]) -> [String: JSONValue] {
        let items = documents.map { document in
            var members = JSONValue.members(of: document.coverage)
            members["path"] = .string(document.path)
            members["shape"] = .string(document.shape)
            members["unreadLines"] = .array(document.coverage.unreadLines.map(JSONValue.int))
            return JSONValue.object(members)
        }
        return ["items": .array(items)]
    }

    private func listUnread(_ documents: [Account], _ workspace: OpenWorkspace, _ output: CommandOutput) {
        for document in documents where document.coverage.unread > 0 {
            let lines = SourceLines(workspace, of: [document.path])
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
