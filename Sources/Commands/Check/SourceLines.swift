import Model
import Workspace

/// Gives single lines of the files of a workspace, for showing them under findings.
struct SourceLines: Sendable {
    private struct Text: Sendable {
        let bytes: [UInt8]
        let lines: LineTable
    }

    private let texts: [String: Text]

    /// Reads the files once; the lines of one that cannot be read are not shown.
    init(_ workspace: OpenWorkspace, of paths: [String]) {
        var texts: [String: Text] = [:]
        for path in Set(paths) {
            guard let bytes = try? POSIX.readFile(workspace.path(path), limit: 16 * 1024 * 1024) else { continue }
            texts[path] = Text(bytes: bytes, lines: LineTable(bytes))
        }
        self.texts = texts
    }

    /// A line of a file without its ending, counted from 1; nil when it cannot be read.
    func line(_ number: Int, of path: String) -> String? {
        guard let text = texts[path], (1...max(text.lines.count, 1)).contains(number) else { return nil }
        return text.bytes[text.lines.content(ofLine: number, in: text.bytes)].text
    }
}
