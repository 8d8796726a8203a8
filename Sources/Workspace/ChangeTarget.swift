import Model

/// The file that a change means, found on the disk and proven to lie in the workspace.
struct ChangeTarget {
    let change: FileChange
    /// The path relative to the workspace's real path, symbolic links followed.
    let path: String
    /// The folders above the file that do not exist yet, outermost first, relative to the workspace.
    let missingFolders: [String]
    /// The permission bits of the file that is there.
    let permissions: UInt32?

    /// Finds the file of a change.
    ///
    /// - Parameter root: the workspace's real path.
    /// - Throws: also when the path leads out of the workspace, by `..` or by a symbolic link.
    init(_ change: FileChange, in root: String) throws(FileError) {
        let operation: FileError.Operation = change.before == nil ? .create : .write
        guard ChangeTarget.isInside(change.path) else {
            throw FileError(change.path, operation, .leavesWorkspace)
        }
        self.change = change
        if change.before != nil {
            let real = try POSIX.realPath("\(root)/\(change.path)")
            guard let path = ChangeTarget.relative(real, to: root), !path.isEmpty else {
                throw FileError(change.path, operation, .leavesWorkspace)
            }
            self.path = path
            missingFolders = []
            permissions = try POSIX.status(real).permissions
        } else {
            let place = try ChangeTarget.place(ofNew: change.path, in: root)
            path = place.path
            missingFolders = place.missing
            permissions = nil
        }
    }

    /// Refuses when the file is no longer as the command read it.
    func verify(in root: String) throws(FileError) {
        if let before = change.before {
            guard try POSIX.readFile("\(root)/\(path)") == before else {
                throw FileError(change.path, .write, .hasChanged)
            }
        } else if try POSIX.exists("\(root)/\(path)") {
            throw FileError(change.path, .create, .existsAlready)
        }
    }

    /// Whether a relative path stays below where it begins, symbolic links apart.
    static func isInside(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.allSatisfy { $0 != "" && $0 != "." && $0 != ".." }
    }

    /// The part of an absolute path below a folder; nil when it is not below it.
    static func relative(_ path: String, to folder: String) -> String? {
        if path == folder { return "" }
        let start = folder == "/" ? "/" : "\(folder)/"
        return path.hasPrefix(start) ? String(path.dropFirst(start.count)) : nil
    }

    private static func place(
        ofNew path: String,
        in root: String
    ) throws(FileError) -> (path: String, missing: [String]) {
        let parts = path.split(separator: "/").map(String.init)
        var existing = parts.count - 1
        while existing > 0, try !POSIX.exists("\(root)/\(parts[..<existing].joined(separator: "/"))") { existing -= 1 }
        let real = try POSIX.realPath(([root] + parts[..<existing]).joined(separator: "/"))
        guard let folder = relative(real, to: root) else { throw FileError(path, .create, .leavesWorkspace) }
        let base = folder.isEmpty ? [] : [folder]
        let missing = (existing..<parts.count - 1).map { (base + parts[existing...$0]).joined(separator: "/") }
        return ((base + parts[existing...]).joined(separator: "/"), missing)
    }
}
