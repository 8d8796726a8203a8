import Checks
import Model
import Terminal
import Workspace

/// The file of the findings that a check passes over.
struct BaselineFile {
    /// The path relative to the workspace.
    private let path: String
    private let workspace: OpenWorkspace

    /// The path as it is shown.
    var name: String { SafeText.line(path) }

    /// Takes a path as it was typed in a folder.
    ///
    /// - Throws: `CommandFailure` when it is not in the workspace: a baseline is committed with the book.
    init(_ typed: String, from directory: String, in workspace: OpenWorkspace) throws {
        let folder = try POSIX.realPath(directory)
        let absolute = typed.hasPrefix("/") ? typed : "\(folder)/\(typed)"
        let parts = PagePath.resolve(absolute, in: "").map { "/\($0)" } ?? absolute
        guard parts.hasPrefix(workspace.root == "/" ? "/" : "\(workspace.root)/") else {
            throw CommandFailure("\(SafeText.line(typed)) is not in the workspace; a baseline is kept with its book")
        }
        path = String(parts.dropFirst(workspace.root == "/" ? 1 : workspace.root.utf8.count + 1))
        self.workspace = workspace
    }

    /// Reads the file.
    ///
    /// - Throws: `CommandFailure` when it is not there or is no baseline.
    func read() throws -> Baseline {
        guard let bytes = try bytes() else {
            throw CommandFailure(
                "there is no baseline at \(name); --write-baseline makes one of the findings there are")
        }
        do throws(BaselineError) {
            return try Baseline(parsing: bytes.text)
        } catch {
            throw CommandFailure("\(name):\(error.line): this is no line of a baseline; correct it, or write it anew")
        }
    }

    /// Writes the findings of a report in place of what the file has of the paths that were looked at.
    func write(_ report: CheckReport, _ wanted: CheckedPaths, _ output: CommandOutput) throws -> Outcome {
        let before = try bytes()
        let old = wanted.isEverything || before == nil ? Baseline([]) : try read()
        let baseline = old.replacing(with: report.fingerprints) { wanted.contains($0) }
        let after = Array(baseline.text.utf8)
        if before != after {
            try FileTransaction.commit([FileChange(path: path, before: before, after: after)], in: workspace.root)
        }
        output.tell("\(name) now passes over \(counted(baseline.known.count, "finding")).")
        return .done
    }

    private func bytes() throws -> [UInt8]? {
        try POSIX.exists(workspace.path(path)) ? try POSIX.readFile(workspace.path(path), limit: 64 << 20) : nil
    }
}
