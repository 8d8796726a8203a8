package import ArgumentParser
package import Model
import Terminal
import Workspace

/// Makes a workspace.
package struct InitCommand: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a workspace: archbook.yml and the folders for knowledge and decisions.",
        discussion: """
            Files that are there already stay as they are, save that .gitattributes and .gitignore get the lines that \
            they lack: how git merges the review logs, and what is not worth keeping.

              $ archbook init
              $ archbook init ~/books/payments --dry-run
            """
    )

    @Argument(help: "The folder; the current one by default.")
    var directory = "."

    @Flag(help: "Print what would be written, and write nothing.")
    var dryRun = false

    package init() {}

    package func run(in world: World) async throws -> Outcome {
        let root = directory.hasPrefix("/") ? directory : "\(world.directory)/\(directory)"
        let changes = try Self.newFiles(in: root) + Self.gitLines(in: root)
        guard !changes.isEmpty else {
            world.writeError(Array("This is a workspace already; nothing to do.\n".utf8))
            return .done
        }
        if dryRun {
            for change in changes {
                world.writeOutput(UnifiedDiff.bytes(old: change.before, new: change.after, path: change.path))
            }
            return .done
        }
        try Folders.make(root)
        try FileTransaction.commit(changes, in: root)
        world.writeOutput(Array(changes.map { "\($0.path)\n" }.joined().utf8))
        world.writeError(Array("Next: put Markdown into knowledge/, then `archbook list`.\n".utf8))
        return .done
    }

    private static func newFiles(in root: String) throws(FileError) -> [FileChange] {
        var changes: [FileChange] = []
        // A folder of sources that is there already needs no example in it.
        let hasSources = try POSIX.exists("\(root)/knowledge")
        for (path, text) in files where try !POSIX.exists("\(root)/\(path)") {
            if hasSources, path.hasPrefix("knowledge/") { continue }
            changes.append(FileChange(path: path, before: nil, after: Array(text.utf8)))
        }
        return changes
    }

    /// What git has to know, added to what it knows already.
    private static func gitLines(in root: String) throws(FileError) -> [FileChange] {
        var changes: [FileChange] = []
        for (path, lines) in linesForGit {
            let before = try POSIX.exists("\(root)/\(path)") ? try POSIX.readFile("\(root)/\(path)") : nil
            let known = Set((before ?? []).split(whereSeparator: \.isLineEnd).map { $0.trimmed.text })
            let missing = lines.filter { !known.contains($0) }
            guard !missing.isEmpty else { continue }
            var after = before ?? []
            if let last = after.last, last != .lineFeed { after.append(.lineFeed) }
            after += Array((missing.joined(separator: "\n") + "\n").utf8)
            changes.append(FileChange(path: path, before: before, after: after))
        }
        return changes
    }

    private static let linesForGit = [
        (".gitattributes", [".archbook/reviews/*.jsonl text eol=lf merge=union"]),
        (".gitignore", [".archbook/cache/", ".archbook/session/", ".archbook/journal*"]),
    ]

    private static let files = [
        (
            "archbook.yml",
            """
            # The settings of this book; every key is optional. See docs/settings.md.
            title: Architecture book
            knowledge: knowledge
            decisions: adr

            """
        ),
        (
            "knowledge/start.md",
            """
            # Links

            Put link collections, pattern notes and review questions into this folder, as Markdown. For example:

            - [C4 model](https://c4model.com/) - four levels of diagrams for software architecture

            """
        ),
    ]
}
