package import ArgumentParser
package import Model
import Review
import Terminal
import Workspace

/// `archbook quiz ids`: the names of the questions, and markers that keep them.
package struct QuizIDs: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "ids",
        abstract: "List the ids of the questions, or write them into the notes.",
        discussion: """
              $ archbook quiz ids
              $ archbook quiz ids --dry-run
              $ archbook quiz ids --write --path knowledge/reviews

            A question without a marker is named by its text; an edit gives it another name, and its answers are made \
            to follow. A marker, <!-- q: id --> in the line below the heading, makes the name last. Readers of the \
            notes do not see it. --write adds one line for each question that has none and changes no other byte.
            """
    )

    @Flag(help: "Write a marker below the heading of each question that has none.")
    var write = false

    @Flag(help: "Show what --write would change, and write nothing.")
    var dryRun = false

    @Option(help: ArgumentHelp("Only questions whose source path begins so.", valueName: "path"))
    var path: String?

    @OptionGroup var data: DataOptions

    package init() {}

    package func run(in world: World) async throws -> Outcome {
        let output = CommandOutput(world, data.display)
        let loaded = try await loadBook(in: world)
        let entries = loaded.book.entries.filter { entry in
            entry.kind == .question && (path.map { entry.source.path.hasPrefix($0) } ?? true)
        }
        guard write || dryRun else { return list(entries, output) }
        let changes = try changes(entries, in: loaded.workspace)
        guard !changes.isEmpty else {
            output.tell("Every question has its marker already.")
            return .done
        }
        for change in changes {
            let difference = UnifiedDiff.text(old: change.before, new: change.after, path: change.path)
            world.writeOutput(Array(UnifiedDiff.styled(difference, with: output.style).utf8))
        }
        if dryRun { return .done }
        try FileTransaction.commit(changes, in: loaded.workspace.root)
        output.tell("Wrote markers into \(counted(changes.count, "file")).")
        return .done
    }

    private func list(_ entries: [Entry], _ output: CommandOutput) -> Outcome {
        if data.json {
            let items = entries.map { entry in
                JSONValue.object(["id": .string(entry.id.rawValue), "title": .string(entry.title)])
            }
            output.print(json: ["items": .array(items)])
            return entries.isEmpty ? .no : .done
        }
        let rows = entries.map { entry in
            [
                output.style(.kind, SafeText.line(entry.id.rawValue)), SafeText.line(entry.title),
                output.style(.path, SafeText.line("\(entry.source)")),
            ]
        }
        output.print(TableLayout([.left, .flexible, .left]).lines(rows, width: output.width))
        output.summarize(counted(entries.count, "question"))
        return entries.isEmpty ? .no : .done
    }

    private func changes(_ entries: [Entry], in workspace: OpenWorkspace) throws -> [FileChange] {
        try Dictionary(grouping: entries, by: \.source.path).sorted { $0.key < $1.key }.compactMap { path, entries in
            let before = try POSIX.readFile(workspace.path(path))
            let markers = entries.map { QuestionMarker(id: $0.id, headingLine: $0.source.range.start.line) }
            let after = QuestionMarker.stamped(before, with: markers)
            return after == before ? nil : FileChange(path: path, before: before, after: after)
        }
    }
}
