import Model

/// Finds the files of the book below a folder, without leaving the workspace or going round in circles.
struct SourceWalk {
    /// Paths relative to the workspace, sorted by their bytes.
    private(set) var files: [String] = []
    private(set) var findings: [Finding] = []

    private let root: String
    private let isWanted: (String) -> Bool

    /// Walks a folder of the workspace; a folder that is not there has no files.
    init(_ folder: String, in root: String, where isWanted: @escaping (String) -> Bool) {
        self.root = root
        self.isWanted = isWanted
        guard (try? POSIX.exists("\(root)/\(folder)")) == true else { return }
        var visited: Set<[UInt64]> = []
        var pending = [folder]
        while let next = pending.popLast() {
            pending += visit(next, visited: &visited)
        }
        files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Whether a name is that of a source: Markdown or plain text, not hidden.
    static func isSource(_ name: String) -> Bool {
        let lower = name.lowercased()
        return [".md", ".markdown", ".txt"].contains { lower.hasSuffix($0) }
    }

    /// Takes up the files of one folder and returns the folders in it.
    private mutating func visit(_ folder: String, visited: inout Set<[UInt64]>) -> [String] {
        do throws(FileError) {
            let status = try POSIX.status("\(root)/\(folder)")
            guard status.kind == .directory else { return [] }
            guard visited.insert(status.identity).inserted else { return [] }
            var folders: [String] = []
            for item in try POSIX.listDirectory("\(root)/\(folder)") where item.bytes.first != UInt8(ascii: ".") {
                try take(item, in: folder, folders: &folders)
            }
            return folders
        } catch {
            report(folder, .error, "\(error)")
            return []
        }
    }

    private mutating func take(_ item: DirectoryItem, in folder: String, folders: inout [String]) throws(FileError) {
        let path = "\(folder)/\(item.name)"
        guard item.isWellFormed else {
            if isWanted(item.name) {
                report(path, .error, "the name of this file is not UTF-8; rename it so that it can be read")
            }
            return
        }
        switch item.kind {
        case .directory: folders.append(path)
        case .file: if isWanted(item.name) { files.append(path) }
        case .symlink: takeLink(path, name: item.name, folders: &folders)
        default:
            if isWanted(item.name) { report(path, .warning, "this is not a regular file and was not read") }
        }
    }

    /// Follows a symbolic link that stays in the workspace.
    private mutating func takeLink(_ path: String, name: String, folders: inout [String]) {
        do throws(FileError) {
            let target = try POSIX.realPath("\(root)/\(path)")
            let kind = try POSIX.status(target).kind
            guard kind == .directory || isWanted(name) else { return }
            guard target.hasPrefix(root == "/" ? "/" : "\(root)/") else {
                report(path, .warning, "this symbolic link leads out of the workspace and was not followed")
                return
            }
            if kind == .directory { folders.append(path) } else { files.append(path) }
        } catch {
            report(path, .warning, "this symbolic link leads nowhere: \(error)")
        }
    }

    private mutating func report(_ path: String, _ severity: Severity, _ message: String) {
        findings.append(Finding(rule: "source.unreadable", severity: severity, path: path, message: message))
    }
}
