package import Model

/// A workspace that was found on disk.
package struct OpenWorkspace: Sendable {
    /// The absolute path of the folder, symbolic links resolved.
    package let root: String
    package let settings: WorkspaceSettings
    /// What is wrong in `archbook.yml`.
    package let findings: [Finding]

    /// Folders that tell a workspace without `archbook.yml`.
    private static let signs = ["knowledge"] + DecisionFolders.signs

    /// Finds the workspace that a folder is in: the folder itself, or the nearest one above it.
    ///
    /// - Throws: `WorkspaceError.notFound` when there is none, and `FileError` when its settings cannot be read.
    package static func find(from directory: String) throws -> OpenWorkspace {
        let start = try POSIX.realPath(directory)
        var folder = start
        while true {
            if try isWorkspace(folder) { return try OpenWorkspace(root: folder) }
            guard folder != "/", let slash = folder.lastIndex(of: "/") else { throw WorkspaceError.notFound(start) }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
    }

    /// Opens a folder as a workspace, whatever is in it.
    package init(root: String) throws(FileError) {
        self.root = root
        let file = "\(root)/\(WorkspaceSettings.fileName)"
        guard try POSIX.exists(file) else {
            var settings = WorkspaceSettings()
            settings.decisions = try DecisionFolders.find(in: root) ?? settings.decisions
            (self.settings, findings) = (settings, [])
            return
        }
        let text = try POSIX.readFile(file, limit: WorkspaceSettings.largestFile).text
        (settings, findings) = WorkspaceSettings.read(text)
    }

    /// The title of the book.
    package var title: String {
        settings.title ?? root.split(separator: "/").last.map(String.init) ?? "Architecture"
    }

    /// The absolute path of something in the workspace.
    package func path(_ relative: String) -> String { root == "/" ? "/\(relative)" : "\(root)/\(relative)" }

    private static func isWorkspace(_ folder: String) throws(FileError) -> Bool {
        if try POSIX.exists("\(folder)/\(WorkspaceSettings.fileName)") { return true }
        for sign in signs where try POSIX.exists("\(folder)/\(sign)") { return true }
        return false
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
