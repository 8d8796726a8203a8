package import ArgumentParser
package import Model
import Records
import Terminal
import Workspace

extension ADR {
    /// `archbook adr renumber`: gives decisions that share a number numbers of their own.
    package struct Renumber: BookCommand {
        package static let configuration = CommandConfiguration(
            commandName: "renumber",
            abstract: "Give decisions that share a number numbers of their own.",
            discussion: """
                Where two branches gave out one number, the decision that most others link to keeps it. The other gets \
                the next free number of all branches: its file, its title, and whatever names that file change, in all \
                text files of the repository, and a line tells the old number. A place that gives nothing but the number \
                follows where its file names the one decision and not the other; else it is told and left alone. Shows \
                the change as a difference; --write makes it.

                  $ archbook adr renumber
                  $ archbook adr renumber --write
                """
        )

        @Flag(help: "Make the change.")
        var write = false

        package init() {}

        package func run(in world: World) async throws -> Outcome {
            let folder = try decisionFolder(in: world)
            let set = try folder.read().set
            let renumbering = Renumbering(
                set, taken: folder.namesElsewhere(), documents: try folder.namingDocuments())
            if renumbering.moves.isEmpty {
                folder.tell("Every decision has a number of its own; nothing to do.\n")
                return .done
            }
            let changes = renumbering.changes
            try folder.commit(
                changes, isDryRun: !write, naming: changes.filter { !$0.isRemoval }.map(\.path))
            for move in renumbering.moves {
                let survivor = move.survivor.map { "; \($0) keeps \(move.old ?? 0)" } ?? ""
                let verb = write ? "is now" : "becomes"
                folder.tell(SafeText.line("\(move.path) \(verb) \(move.newPath)\(survivor)") + "\n")
            }
            for path in renumbering.withoutFormer {
                folder.tell(SafeText.line("\(path) has no place for a line that tells its old number") + "\n")
            }
            for doubt in renumbering.doubts {
                folder.tell(
                    SafeText.line(
                        "\(doubt.path):\(doubt.line) has \(doubt.text), which may mean either; name the file there")
                        + "\n")
            }
            if !write { folder.tell("Nothing is written yet; --write makes the change.\n") }
            return .done
        }
    }
}

extension DecisionFolder {
    /// The text files of the workspace, which may name records: those that git keeps, else all that are not hidden.
    func namingDocuments() throws -> [(path: String, bytes: [UInt8])] {
        let git = GitHistory(workspace: workspace, environment: world.environment)
        var documents: [(path: String, bytes: [UInt8])] = []
        for path in try git?.files() ?? visibleFiles() {
            guard try POSIX.exists(workspace.path(path)) else { continue }
            guard try POSIX.linkStatus(workspace.path(path)).kind == .file else { continue }
            let bytes = try POSIX.readFile(workspace.path(path), limit: Self.largestDocument)
            if !bytes.prefix(8192).contains(0) { documents.append((path, bytes)) }
        }
        return documents
    }

    private static let largestDocument = 64 << 20
    /// Folders of tools that hold copies of what others wrote.
    private static let foreign: Set<String> = ["node_modules", "vendor", "target", "build"]

    private func visibleFiles() throws -> [String] {
        var found: [String] = []
        var open = [""]
        while let folder = open.popLast() {
            for item in try POSIX.listDirectory(workspace.path(folder)) where item.isWellFormed {
                guard !item.name.hasPrefix("."), !Self.foreign.contains(item.name) else { continue }
                let name = folder.isEmpty ? item.name : "\(folder)/\(item.name)"
                if item.kind == .directory { open.append(name) }
                if item.kind == .file { found.append(name) }
            }
        }
        return found.sorted()
    }
}
