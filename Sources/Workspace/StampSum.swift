import Model

/// A hash over what the file system tells of files, so that one number tells whether any of them has changed.
struct StampSum {
    private var sum = StableHash()
    /// When the latest change was, in nanoseconds since 1970.
    private(set) var latest = 0

    /// The hash as a name.
    var name: String { sum.name(length: 13) }

    /// Adds a text that the files were read with.
    mutating func add(_ circumstance: String) { sum.combine(circumstance) }

    /// Adds a file or a folder; nil stands for one that is not there.
    mutating func add(_ path: String, _ status: FileStatus?) {
        sum.combine(path)
        guard let status else { return sum.combine(-1) }
        latest = max(latest, status.modified, status.changed)
        sum.combine(status.size)
        sum.combine(status.modified)
        sum.combine(status.changed)
        sum.combine(Int(truncatingIfNeeded: status.identity.number))
        sum.combine(Int(truncatingIfNeeded: status.identity.device))
    }

    /// Adds a folder of a workspace with all that is in it and below; hidden files are no part of a book.
    ///
    /// - Parameter left: The absolute path of a folder that is left out.
    mutating func add(folder: String, of workspace: OpenWorkspace, without left: String) {
        var visited: Set<FileIdentity> = []
        var pending = [folder]
        while let next = pending.popLast() {
            let path = workspace.path(next)
            guard path != left else { continue }
            let status = try? POSIX.status(path)
            add(next, status)
            guard let status, status.kind == .directory, visited.insert(status.identity).inserted else { continue }
            let items = (try? POSIX.listDirectory(path) { $0.kind == .file }) ?? []
            for item in items where item.bytes.first != UInt8(ascii: ".") {
                let inner = "\(next)/\(item.name)"
                switch item.kind {
                case .file: add(inner, item.status)
                case .directory: pending.append(inner)
                default: if add(link: inner, of: workspace) { pending.append(inner) }
                }
            }
        }
    }

    /// Adds what a symbolic link leads to, and tells whether that is a folder of the workspace.
    private mutating func add(link path: String, of workspace: OpenWorkspace) -> Bool {
        let full = workspace.path(path)
        let (target, status) = (try? POSIX.realPath(full), try? POSIX.status(full))
        add(target ?? "")
        add(path, status)
        let root = workspace.root == "/" ? "/" : "\(workspace.root)/"
        return status?.kind == .directory && target?.hasPrefix(root) == true
    }
}
