import Model

/// The folder that keeps what commands remember of a workspace; all of it can be made again.
///
/// It is `.archbook/cache/` in the workspace, or where the workspace cannot be written, the reader's own cache folder.
/// Files are always replaced as a whole, so that a command that dies leaves the old one or the new one.
struct CacheFolder: Sendable {
    /// The folders in which a file may be, the preferred one first.
    private let folders: [String]

    init(root: String, environment: [String: String]) {
        var folders = ["\(root)/.archbook/cache"]
        let home = environment["HOME"].map { "\($0)/.cache" }
        if let caches = environment["XDG_CACHE_HOME"].flatMap({ $0.hasPrefix("/") ? $0 : nil }) ?? home {
            folders.append("\(caches)/archbook/\(StableHash(root).name())")
        }
        self.folders = folders
    }

    /// Where a file may be, the preferred place first.
    func places(of name: String) -> [String] { folders.map { "\($0)/\(name)" } }

    /// The present moment by the clock of the file system that holds the cache, in nanoseconds since 1970; 0 when none
    /// of the folders can be written.
    func moment() -> Int {
        for folder in folders {
            let clock = "\(folder)/clock"
            do {
                try make(folder)
                try POSIX.removeFile(clock)
                try POSIX.createFile(clock, [], durable: false)
                return try POSIX.status(clock).modified
            } catch { continue }
        }
        return 0
    }

    /// Replaces a file in the first folder that can be written; a cache that cannot be written is done without.
    func write(_ bytes: [UInt8], as name: String) {
        for folder in folders {
            do {
                try make(folder)
                try POSIX.whileLocking(folder) { () throws(FileError) in
                    let staged = "\(folder)/\(name).new"
                    try POSIX.removeFile(staged)
                    try POSIX.createFile(staged, bytes, durable: false)
                    try POSIX.moveFile(staged, to: "\(folder)/\(name)")
                }
                return
            } catch { continue }
        }
    }

    /// Makes a folder with those above it, and has git pass it over.
    private func make(_ folder: String) throws(FileError) {
        guard try !POSIX.exists(folder) else { return }
        var path = ""
        for part in folder.split(separator: "/") {
            path += "/\(part)"
            if try !POSIX.exists(path) { try POSIX.makeDirectory(path) }
        }
        try POSIX.createFile("\(folder)/.gitignore", Array("*\n".utf8), durable: false)
    }
}
