import Model
import Records
import Terminal
import Workspace

/// Finds the folder of the decisions.
///
/// The one place that knows where it is: `adr` in the current folder, until `archbook.yml` is read.
func decisionFolder(in world: World) throws -> DecisionFolder {
    DecisionFolder(root: world.directory, path: "adr", templates: "templates", world: world)
}

/// The folder of the decisions and what the commands of `adr` do with it.
struct DecisionFolder {
    /// The absolute path of the workspace.
    let root: String
    /// The path of the decisions relative to the workspace.
    let path: String
    /// The path of the templates relative to the workspace.
    let templates: String
    let world: World

    private static let largestRecord = 16 << 20

    /// Reads all records, after an interrupted change has been finished; a file that cannot be read is a finding.
    func read() throws -> (set: RecordSet, findings: [Finding]) {
        try finishInterruptedChange()
        guard try POSIX.exists("\(root)/\(path)") else { return (RecordSet([], names: []), []) }
        let items = try POSIX.listDirectory("\(root)/\(path)")
        var files: [RecordFile] = []
        var findings: [Finding] = []
        for item in items where item.kind != .directory && RecordName.isRecord(file: item.name) {
            do throws(FileError) {
                files.append(try read(item))
            } catch {
                findings.append(unreadable(item, error))
            }
        }
        findings += files.flatMap(\.findings)
        return (RecordSet(files, names: items.map(\.name)), findings.sorted())
    }

    /// The template for decisions: that of the workspace, else the one built in.
    func template() throws -> RecordTemplate {
        let file = "\(root)/\(templates)/decision.md"
        guard try POSIX.exists(file) else { return .decision }
        return RecordTemplate(bytes: try POSIX.readFile(file, limit: DecisionFolder.largestRecord))
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

    private func finishInterruptedChange() throws {
        switch try FileTransaction.recover(in: root) {
        case .nothing: break
        case .discarded: tell("An interrupted change was undone; no file had been touched.\n")
        case .finished(let paths):
            tell("An interrupted change was finished: \(paths.map(SafeText.line).joined(separator: ", "))\n")
        }
    }

    private func read(_ item: DirectoryItem) throws(FileError) -> RecordFile {
        let name = "\(path)/\(item.name)"
        let real = try POSIX.realPath("\(root)/\(name)")
        guard real.hasPrefix("\(try POSIX.realPath(root))/") else { throw FileError(name, .read, .leavesWorkspace) }
        return RecordFile(
            path: name, bytes: try POSIX.readFile(real, limit: DecisionFolder.largestRecord), kind: .decision)
    }

    private func unreadable(_ item: DirectoryItem, _ error: FileError) -> Finding {
        let message =
            item.isWellFormed
            ? error.description : "the name of this file is not UTF-8; rename it so that it can be read"
        return Finding(
            rule: RuleID("record.unreadable"), severity: .error, path: "\(path)/\(item.name)", message: message)
    }

    /// A path of the workspace as it is named in the current folder.
    private func pathFromHere(_ path: String) -> String {
        guard world.directory.hasPrefix("\(root)/") else { return path }
        let depth = world.directory.dropFirst(root.count).split(separator: "/").count
        return String(repeating: "../", count: depth) + path
    }
}
