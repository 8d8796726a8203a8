import Model
import Workspace

/// Where adr-tools would look for the decisions; all that `adr list` needs.
struct ADRToolsPlace {
    /// The folder by which the decisions were found.
    let home: String
    /// The path of the decisions relative to the current folder, such as `../doc/adr`.
    let name: String
    /// Their absolute path.
    let path: String

    /// The nearest `.adr-dir`, else the nearest `doc/adr`, from the current folder upwards; else the folder in which the
    /// workspace has its decisions, which adr-tools would not find; else `doc/adr` here.
    ///
    /// A change that was interrupted in a folder around them, by whichever command, is finished or undone first.
    init(in world: World) throws {
        let start = try POSIX.realPath(world.directory)
        let around = OpenWorkspace.folders(from: start)
        _ = try ADRToolsPlace.finishChanges(in: around, world)
        let found = try ADRToolsPlace.search(from: start)
        let isElsewhere = try POSIX.exists(found.path) && !found.path.hasPrefix("\(found.home)/")
        let others = OpenWorkspace.folders(from: isElsewhere ? try POSIX.realPath(found.path) : found.path)
        let isRecovered = try ADRToolsPlace.finishChanges(in: others.filter { !around.contains($0) }, world)
        (home, name, path) = isRecovered ? try ADRToolsPlace.search(from: start) : found
    }

    /// Finishes the changes that were interrupted in some folders, and tells whether there were any.
    private static func finishChanges(in folders: [String], _ world: World) throws -> Bool {
        var isRecovered = false
        for folder in folders where try POSIX.exists("\(folder)/.archbook") {
            isRecovered = try finishInterruptedChange(in: folder, world) || isRecovered
        }
        return isRecovered
    }

    /// The folder by which the decisions are found, their name as seen from `start`, and their path.
    private static func search(from start: String) throws -> (home: String, name: String, path: String) {
        var prefix = ""
        for folder in OpenWorkspace.folders(from: start) where folder != "/" {
            let pointer = "\(folder)/.adr-dir"
            if try POSIX.exists(pointer) {
                let named = try POSIX.readFile(pointer, limit: 4096).text.trimmed
                return (folder, prefix + named, named.hasPrefix("/") ? named : "\(folder)/\(named)")
            }
            if try isFolder("\(folder)/doc/adr") { return (folder, "\(prefix)doc/adr", "\(folder)/doc/adr") }
            prefix += "../"
        }
        do {
            let workspace = try OpenWorkspace.find(from: start)
            let decisions = workspace.path(workspace.settings.decisions)
            if try isFolder(decisions) {
                return (
                    workspace.root, relative(workspace.settings.decisions, in: workspace.root, from: start), decisions
                )
            }
        } catch is WorkspaceError {
            // No workspace is needed; adr-tools begins one wherever it is called.
        }
        return (start, "doc/adr", "\(start)/doc/adr")
    }

    private static func relative(_ folder: String, in root: String, from start: String) -> String {
        let depth = start.split(separator: "/").count - root.split(separator: "/").count
        return String(repeating: "../", count: depth) + folder
    }

    static func isFolder(_ path: String) throws(FileError) -> Bool {
        guard try POSIX.exists(path) else { return false }
        return try POSIX.status(path).kind == .directory
    }

    /// The names of the decisions in a folder as the file system has them, sorted by their bytes.
    static func fileNames(in path: String) throws(FileError) -> [[UInt8]] {
        try POSIX.listNames(path) { isDecision($0) && String(validating: $0, as: UTF8.self) != nil }
    }

    private static func isDecision(_ name: [UInt8]) -> Bool {
        let name = name.span
        var index = 0
        while index < name.count, name[index].isDigit { index += 1 }
        guard index > 0, index < name.count, name[index] == UInt8(ascii: "-") else { return false }
        while index + 2 < name.count {
            let isEnding = name[index + 1] == UInt8(ascii: "m") && name[index + 2] == UInt8(ascii: "d")
            if name[index] == UInt8(ascii: "."), isEnding { return true }
            index += 1
        }
        return false
    }
}
