import Model
import Records
import Terminal
import Workspace

/// Finds the folder of the decisions of the workspace that a world is in, after an interrupted change is finished there.
///
/// A folder that is no workspace yet becomes one by its first decision, as users of adr-tools expect.
func decisionFolder(in world: World) throws -> DecisionFolder {
    do {
        return DecisionFolder(workspace: try openWorkspace(in: world), world: world)
    } catch WorkspaceError.notFound(let folder) {
        return DecisionFolder(workspace: try OpenWorkspace(root: folder), world: world)
    }
}

/// The folder of the decisions and what the commands of `adr` do with it.
struct DecisionFolder {
    let workspace: OpenWorkspace
    let world: World

    private static let largestTemplate = 1 << 20

    /// The absolute path of the workspace.
    var root: String { workspace.root }
    /// The path of the decisions relative to the workspace.
    var path: String { workspace.settings.decisions }

    /// Reads all records with the bytes of their files; a file that cannot be read is a finding.
    func read() throws -> (set: RecordSet, findings: [Finding]) {
        try workspace.readRecords(in: path, kind: .decision, isReadable: false)
    }

    /// The template for decisions: that of the workspace, else the one built in.
    func template() throws -> RecordTemplate {
        let file = workspace.path("\(workspace.settings.templates)/decision.md")
        guard try POSIX.exists(file) else { return .decision }
        return RecordTemplate(bytes: try POSIX.readFile(file, limit: DecisionFolder.largestTemplate))
    }

    /// Makes changes, or shows them as a difference.
    ///
    /// - Parameter paths: the files to name on the stream of results once they are written.
    func commit(_ changes: [FileChange], isDryRun: Bool, naming paths: [String]) throws {
        guard isDryRun else {
            try FileTransaction.commit(changes, in: root)
            world.writeOutput(Array(paths.map { SafeText.line(pathFromHere($0)) + "\n" }.joined().utf8))
            return
        }
        for change in changes {
            let difference = UnifiedDiff.bytes(old: change.before, new: change.after, path: change.path)
            let isTerminal = world.terminal.outputIsTerminal
            world.writeOutput(
                isTerminal ? Array(UnifiedDiff.styled(difference.text, with: world.styler()).utf8) : difference)
        }
    }

    /// Says something beside the results.
    func tell(_ text: String) { world.writeError(Array(text.utf8)) }

    /// Tells findings beside the results.
    func tell(_ findings: [Finding]) { tell(FindingPrinter(style: world.styler(for: .error)).text(findings)) }

    /// A path of the workspace as it is named in the current folder.
    private func pathFromHere(_ path: String) -> String {
        guard world.directory.hasPrefix("\(root)/") else { return path }
        let depth = world.directory.dropFirst(root.count).split(separator: "/").count
        return String(repeating: "../", count: depth) + path
    }
}
