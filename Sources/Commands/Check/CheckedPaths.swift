import Model
import Terminal
import Workspace

/// The files and folders that a check is narrowed down to.
struct CheckedPaths {
    /// Paths relative to the workspace; empty when everything is wanted.
    private let paths: [String]

    /// Takes paths as they were typed in a folder.
    ///
    /// - Throws: when there is nothing at a path, and when it is not in the workspace: a typing error must not pass as a
    ///   clean check.
    init(_ typed: [String], from directory: String, in workspace: OpenWorkspace) throws {
        paths = try typed.map { path in
            let absolute = path.hasPrefix("/") ? path : "\(directory)/\(path)"
            guard try POSIX.exists(absolute) else { throw CommandFailure.nothing(at: path) }
            let real = try POSIX.realPath(absolute)
            if real == workspace.root { return "" }
            guard real.hasPrefix("\(workspace.root)/") else { throw CommandFailure.outside(path) }
            return String(real.dropFirst(workspace.root.count + 1))
        }
    }

    /// Whether nothing was narrowed down.
    var isEverything: Bool { paths.isEmpty || paths.contains("") }

    /// Whether a file of the workspace is one of them or in one of them.
    func contains(_ path: String) -> Bool {
        paths.isEmpty || paths.contains { $0.isEmpty || path == $0 || path.hasPrefix("\($0)/") }
    }
}

extension CommandFailure {
    fileprivate static func nothing(at path: String) -> CommandFailure {
        CommandFailure("there is nothing at \(SafeText.line(path)); name a file or a folder of the workspace")
    }

    fileprivate static func outside(_ path: String) -> CommandFailure {
        CommandFailure("\(SafeText.line(path)) is not in the workspace; go to the workspace that it is in")
    }
}
