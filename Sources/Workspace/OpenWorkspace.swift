package import Model

/// A workspace that was found on disk.
package struct OpenWorkspace: Sendable {
    /// The absolute path of the folder, symbolic links resolved.
    package let root: String
    package let settings: WorkspaceSettings
    /// What is wrong in `archbook.yml`.
    package let findings: [Finding]
    /// Why the folder that another tool's settings name for the decisions is not used, as a sentence for the user.
    package let decisionsNote: String?
    /// Notes what is asked for beside the folders of the book, for those who want to know.
    package var asked: AskedPaths?

    /// Finds the workspace that a folder is in: the folder itself, or the nearest one above it.
    ///
    /// - Throws: `WorkspaceError.notFound` when there is none, and `FileError` when its settings cannot be read.
    package static func find(from directory: String) throws -> OpenWorkspace {
        let start = try POSIX.realPath(directory)
        for folder in folders(from: start) where try isWorkspace(folder) {
            return try OpenWorkspace(root: folder).outermost()
        }
        throw WorkspaceError.notFound(start)
    }

    /// A folder and those above it, up to the root of the file system.
    package static func folders(from start: String) -> [String] {
        var folders = [start]
        while let last = folders.last, last != "/", let slash = last.lastIndex(of: "/") {
            folders.append(slash == last.startIndex ? "/" : String(last[..<slash]))
        }
        return folders
    }

    /// The workspace around this one that keeps its decisions in the same folder, else this one.
    ///
    /// In `project/doc`, the folder `adr` looks like that of a workspace `doc`; but it is the `doc/adr` of `project`, and
    /// whoever writes there has to hold the same lock wherever the command was called. What has settings or a repository
    /// of its own stands for itself.
    private func outermost() throws -> OpenWorkspace {
        var inner = root
        guard try !POSIX.exists(path(WorkspaceSettings.fileName)) else { return self }
        for folder in OpenWorkspace.folders(from: root).dropFirst() {
            if try POSIX.exists("\(inner)/.git") { return self }
            inner = folder
            guard try OpenWorkspace.isWorkspace(folder) else { continue }
            let outer = try OpenWorkspace(root: folder)
            let folders = [outer.settings.decisions] + outer.settings.packages.map(\.folder)
            if folders.contains(where: { outer.path($0) == path(settings.decisions) }) {
                return try outer.outermost()
            }
        }
        return self
    }

    /// Opens a folder as a workspace, whatever is in it.
    package init(root: String) throws(FileError) {
        self.root = root
        let file = "\(root)/\(WorkspaceSettings.fileName)"
        guard try POSIX.exists(file) else {
            var settings = WorkspaceSettings()
            let found = try DecisionFolders.find(in: root)
            settings.decisions = found.folder ?? settings.decisions
            (settings.decisionDialect, settings.decisionStatus) = (found.dialect, found.status)
            settings.packages = found.packages
            (self.settings, findings, decisionsNote) = (settings, [], found.note)
            return
        }
        let text = try POSIX.readFile(file, limit: WorkspaceSettings.largestFile).text
        (settings, findings) = WorkspaceSettings.read(text)
        decisionsNote = nil
    }

    /// The title of the book.
    package var title: String {
        settings.title ?? root.split(separator: "/").last.map(String.init) ?? "Architecture"
    }

    /// The absolute path of something in the workspace.
    package func path(_ relative: String) -> String { root == "/" ? "/\(relative)" : "\(root)/\(relative)" }

    private static func isWorkspace(_ folder: String) throws(FileError) -> Bool {
        if try POSIX.exists("\(folder)/\(WorkspaceSettings.fileName)") { return true }
        return try DecisionFolders.isWorkspace(folder)
    }
}

/// Why there is no workspace to work in.
package enum WorkspaceError: Error, Equatable, CustomStringConvertible {
    /// Neither the folder nor one above it is a workspace.
    case notFound(String)

    package var description: String {
        switch self {
        case .notFound(let folder):
            "no workspace at \(folder) or above it. `archbook init` makes one here; "
                + "a folder named knowledge or adr is enough"
        }
    }
}
