import Model

/// The second copy of the review log, outside the workspace, where no checkout of another branch can hide it.
package struct ReviewLogCopy: Sendable {
    /// The absolute path of the folder.
    package let folder: String

    /// The absolute path of the file.
    package var path: String { "\(folder)/\(Self.file)" }

    /// The copy that belongs to a workspace; nil when the user has no folder for such things.
    ///
    /// - Parameter environment: `XDG_STATE_HOME`, else `HOME`, tells where it lies (XDG Base Directory Specification).
    package init?(of root: String, _ environment: [String: String]) {
        let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        guard let base = state ?? home.map({ "\($0)/.local/state" }) else { return nil }
        let name = ReviewLogFile.device(root.split(separator: "/").last.map(String.init) ?? "root")
        folder = "\(base)/archbook/\(name)-\(StableHash(root).name(length: 8))"
    }

    /// Adds an event.
    package func append(_ line: [UInt8]) throws(FileError) {
        try POSIX.makeDirectories(String(folder.dropFirst()), in: "")
        if try POSIX.appendLine(line, to: path) { try POSIX.syncDirectory(folder) }
    }

    /// The bytes of the copy; empty when there is none yet.
    package func read() throws(FileError) -> [UInt8] { try POSIX.exists(path) ? try POSIX.readFile(path) : [] }

    private static let file = "reviews.jsonl"
}
