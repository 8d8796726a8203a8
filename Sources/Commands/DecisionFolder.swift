import Model
import Records
import Terminal
import Workspace

/// Finds the folder of the decisions of the workspace that a world is in, after an interrupted change is finished there.
///
/// A folder that is no workspace yet becomes one by its first decision, as users of adr-tools expect.
func decisionFolder(in world: World) throws -> DecisionFolder {
    do {
        let folder = DecisionFolder(workspace: try openWorkspace(in: world), world: world)
        if let note = folder.workspace.decisionsNote { folder.tell(SafeText.line(note) + "\n") }
        return folder
    } catch WorkspaceError.notFound(let folder) {
        return DecisionFolder(workspace: try OpenWorkspace(root: folder), world: world)
    }
}

/// As above, for the proposals.
func proposalFolder(in world: World) throws -> DecisionFolder {
    var folder = try decisionFolder(in: world)
    folder.kind = .proposal
    return folder
}

/// The folder of the decisions, or of the proposals, and what the commands of `adr` and `rfc` do with it.
struct DecisionFolder {
    let workspace: OpenWorkspace
    let world: World
    var kind = RecordKind.decision
    /// What readers call one of the records.
    var noun: String { kind == .decision ? "decision" : "proposal" }
    /// A folder that is named instead of the one in the settings.
    var otherPath: String?
    /// The package or the category that new decisions go to; nil for the folder of the settings.
    var package: DecisionPackage?

    private static let largestTemplate = 1 << 20

    /// The absolute path of the workspace.
    var root: String { workspace.root }
    /// The path of the records relative to the workspace.
    var path: String {
        otherPath ?? package?.folder
            ?? (kind == .decision ? workspace.settings.decisions : workspace.settings.proposals)
    }

    /// Reads all records with the bytes of their files; a file that cannot be read is a finding.
    func read() throws -> (set: RecordSet, findings: [Finding]) {
        let others = otherPath == nil ? workspace.recordFolders(kind).filter { $0 != path } : []
        return try workspace.readRecords(in: path, beside: others, kind: kind, isReadable: false)
    }

    /// Each folder of the records by itself.
    var parts: [DecisionFolder] {
        workspace.recordFolders(kind).map { folder in
            var part = self
            part.otherPath = folder
            return part
        }
    }

    /// The names in the folder on all branches of the repository and in their past, so that no number is given out twice.
    func namesElsewhere() -> [String] {
        guard let git = GitHistory(workspace: workspace, environment: world.environment) else { return [] }
        return git.names(in: path) + git.removedNames(in: path)
    }

    /// The template for new decisions: the one that is named, else that of the workspace, else that of the dialect.
    ///
    /// - Parameter set: the neighbours whose manner the dialect's template takes over.
    /// - Throws: when there is no template of that name.
    func template(named name: String?, for dialect: Dialect, in set: RecordSet? = nil) throws -> RecordTemplate {
        let folder = workspace.settings.templates
        if let name {
            let file = name.hasSuffix(".md") ? name : "\(folder)/\(name).md"
            if try POSIX.exists(workspace.path(file)) { return RecordTemplate(bytes: try readTemplate(file)) }
            if let template = RecordTemplate.builtIn[name] { return template }
            let names = RecordTemplate.builtIn.keys.sorted().joined(separator: ", ")
            throw CommandFailure("there is no template \(file), and none of that name is built in; there are \(names)")
        }
        let own = kind == .decision ? "\(folder)/decision.md" : "\(folder)/proposal.md"
        if try POSIX.exists(workspace.path(own)) { return RecordTemplate(bytes: try readTemplate(own)) }
        let old = "\(path)/templates/template.md"
        if try POSIX.exists(workspace.path(old)) {
            let bytes = try readTemplate(old)
            return RecordTemplate(bytes: bytes, marks: bytes.text.contains("{{title}}") ? .braces : .capitals)
        }
        return set?.template(for: dialect) ?? dialect.template
    }

    private func readTemplate(_ file: String) throws -> [UInt8] {
        try POSIX.readFile(workspace.path(file), limit: DecisionFolder.largestTemplate)
    }

    /// Works changes out and makes them while no other command does, or shows them as a difference.
    ///
    /// - Parameter prepare: gives the changes; the files that are named are those of the first `count`.
    func commit(isDryRun: Bool, naming count: Int = .max, _ prepare: () throws -> [FileChange]) throws -> [FileChange] {
        if isDryRun {
            let changes = try prepare()
            show(try changes + indexChanges(for: changes))
            return changes
        }
        let changes = try FileTransaction.commit(in: root) {
            let changes = try prepare()
            return (try changes + indexChanges(for: changes), changes)
        }
        name(changes.prefix(count).map(\.path))
        return changes
    }

    /// Names files on the stream of results, as they are called from the current folder.
    private func name(_ paths: [String]) {
        world.writeOutput(Array(paths.map { SafeText.line(pathFromHere($0)) + "\n" }.joined().utf8))
    }

    /// Makes changes, or shows them as a difference.
    ///
    /// - Parameter paths: the files to name on the stream of results once they are written.
    func commit(_ changes: [FileChange], isDryRun: Bool, naming paths: [String]) throws {
        if isDryRun { return show(changes) }
        try FileTransaction.commit(changes, in: root)
        name(paths)
    }

    /// Shows changes as a difference.
    private func show(_ changes: [FileChange]) {
        for change in changes {
            let difference = UnifiedDiff.bytes(
                old: change.before, new: change.isRemoval ? nil : change.after, path: change.path)
            let isTerminal = world.terminal.outputIsTerminal
            world.writeOutput(
                isTerminal ? Array(UnifiedDiff.styled(difference.text, with: world.styler()).utf8) : difference)
        }
    }

    /// Opens a file in the user's editor, where there is one and somebody to use it.
    func edit(_ path: String) {
        guard world.terminal.inputIsTerminal, world.terminal.outputIsTerminal else { return }
        let named = ["VISUAL", "EDITOR"].compactMap { world.environment[$0] }.first { !$0.isEmpty }
        guard let editor = named else { return }
        if world.runProgram(editor, [workspace.path(path)]) != .exited(0) {
            tell("The editor \(SafeText.line(editor)) did not end well; the file is written.\n")
        }
    }

    /// Says something beside the results.
    func tell(_ text: String) { world.writeError(Array(text.utf8)) }

    /// Tells findings beside the results.
    func tell(_ findings: [Finding]) { tell(FindingPrinter(style: world.styler(for: .error)).text(findings)) }

    /// A path of the workspace as it is named in the current folder.
    func pathFromHere(_ path: String) -> String {
        guard world.directory.hasPrefix("\(root)/") else { return path }
        let depth = world.directory.dropFirst(root.count).split(separator: "/").count
        return String(repeating: "../", count: depth) + path
    }
}
