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
            Nothing that is there already is changed.

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
        let changes = try Self.files.compactMap { path, text in
            try POSIX.exists("\(root)/\(path)") ? nil : FileChange(path: path, before: nil, after: Array(text.utf8))
        }
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
