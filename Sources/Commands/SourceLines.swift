import Model
import Workspace

/// Gives single lines of the files of a workspace, for showing them under findings.
struct SourceLines: Sendable {
    private let workspace: OpenWorkspace

    init(_ workspace: OpenWorkspace) { self.workspace = workspace }

    /// A line of a file without its ending, counted from 1; nil when it cannot be read.
    func line(_ number: Int, of path: String) -> String? {
        guard let bytes = try? POSIX.readFile(workspace.path(path), limit: 16 * 1024 * 1024) else { return nil }
        let lines = LineTable(bytes)
        guard (1...max(lines.count, 1)).contains(number) else { return nil }
        return bytes[lines.content(ofLine: number, in: bytes)].text
    }
}
