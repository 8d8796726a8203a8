import Model

/// Finds the files of the book below a folder, without leaving the workspace or going round in circles.
struct SourceWalk {
    /// Paths relative to the workspace, sorted by their bytes.
    private(set) var files: [String] = []
    private(set) var findings: [Finding] = []
    /// What the file system tells of each file, where it was asked; nil for one that is gone meanwhile.
    private(set) var statuses: [FileStatus?] = []

    private let root: String
    private let isWanted: (String) -> Bool
    private let needsStatus: Bool
    private var found: [(path: String, status: FileStatus?)] = []

    /// Walks a folder of the workspace; a folder that is not there has no files.
    ///
    /// - Parameter needsStatus: whether the file system is asked for the size and the times of every file.
    init(
        _ folder: String, in root: String, needsStatus: Bool = false, where isWanted: @escaping (String) -> Bool
    ) {
        self.root = root
        self.isWanted = isWanted
        self.needsStatus = needsStatus
        guard (try? POSIX.exists("\(root)/\(folder)")) == true else { return }
        var visited: Set<FileIdentity> = []
        var pending = [folder]
        while let next = pending.popLast() {
            pending += visit(next, visited: &visited)
        }
        // The files of one folder are sorted as they come.
        if visited.count > 1 { found.sort { $0.path.precedes($1.path) } }
        files = found.map(\.path)
        if needsStatus { statuses = found.map(\.status) }
        found = []
    }

    /// Whether a name is that of a source: Markdown or plain text, not hidden.
    static func isSource(_ name: String) -> Bool { endings.contains { ends(name, in: $0) } }

    /// Whether a name ends so, in small letters or capitals.
    static func ends(_ name: String, in ending: [UInt8]) -> Bool {
        name.utf8.suffix(ending.count).elementsEqual(ending) { $0.lowercased == $1 }
    }

    private static let endings = [".md", ".markdown", ".txt"].map { Array($0.utf8) }

    /// Takes up the files of one folder and returns the folders in it.
    private mutating func visit(_ folder: String, visited: inout Set<FileIdentity>) -> [String] {
        do throws(FileError) {
            let status = try POSIX.status("\(root)/\(folder)")
            guard status.kind == .directory else { return [] }
            guard visited.insert(status.identity).inserted else { return [] }
            var folders: [String] = []
            let items = try POSIX.listDirectory("\(root)/\(folder)") { item in
                needsStatus && item.kind == .file && isWanted(item.name)
            }
            for item in items where item.bytes.first != UInt8(ascii: ".") {
                try take(item, in: folder, folders: &folders)
            }
            return folders
        } catch {
            report(folder, .error, "\(error)")
            return []
        }
    }

    private mutating func take(_ item: DirectoryItem, in folder: String, folders: inout [String]) throws(FileError) {
        let path = folder + "/" + item.name
        guard item.isWellFormed else {
            if isWanted(item.name) {
                report(path, .error, "the name of this file is not UTF-8; rename it so that it can be read")
            }
            return
        }
        switch item.kind {
        case .directory: folders.append(path)
        case .file: if isWanted(item.name) { found.append((path, item.status)) }
        case .symlink: takeLink(path, name: item.name, folders: &folders)
        default:
            if isWanted(item.name) { report(path, .warning, "this is not a regular file and was not read") }
        }
    }

    /// Follows a symbolic link that stays in the workspace.
    private mutating func takeLink(_ path: String, name: String, folders: inout [String]) {
        do throws(FileError) {
            let target = try POSIX.realPath("\(root)/\(path)")
            let status = try POSIX.status(target)
            let kind = status.kind
            guard kind == .directory || isWanted(name) else { return }
            guard target.hasPrefix(root == "/" ? "/" : "\(root)/") else {
                report(path, .warning, "this symbolic link leads out of the workspace and was not followed")
                return
            }
            if kind == .directory { folders.append(path) } else { found.append((path, status)) }
        } catch {
            report(path, .warning, "this symbolic link leads nowhere: \(error)")
        }
    }

    private mutating func report(_ path: String, _ severity: Severity, _ message: String) {
        findings.append(Finding(rule: "source.unreadable", severity: severity, path: path, message: message))
    }
}
