import Model
import Records
import Terminal
import Workspace

/// What `adr renumber` and `rfc renumber` have in common.
extension DecisionFolder {
    /// Shows or makes the change, and tells what it could not do or has left to the reader.
    func make(_ renumbering: Renumbering, write: Bool) throws {
        guard !renumbering.moves.isEmpty else {
            return tell("Every \(noun) has a number of its own; nothing to do.\n")
        }
        let changes = renumbering.changes
        try commit(changes, isDryRun: !write, naming: changes.filter { !$0.isRemoval }.map(\.path))
        for line in Self.report(renumbering, write: write) { tell(SafeText.line(line) + "\n") }
        if !write { tell("Nothing is written yet; --write makes the change.\n") }
    }

    private static func report(_ renumbering: Renumbering, write: Bool) -> [String] {
        let moves = renumbering.moves.map { move in
            let survivor = move.survivor.map { "; \($0) keeps \(move.old ?? 0)" } ?? ""
            return "\(move.path) \(write ? "is now" : "becomes") \(move.newPath)\(survivor)"
        }
        let silent = renumbering.withoutFormer.map { "\($0) has no place for a line that tells its old number" }
        let doubts = renumbering.doubts.map { doubt in
            "\(doubt.path):\(doubt.line) has \(doubt.text), which may mean either; name the file there"
        }
        return moves + silent + doubts
    }

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
