import Model
import Search

/// The file that keeps the index of a workspace between commands.
///
/// It stands in the workspace under `.archbook/cache/`, or where the workspace cannot be written, in the reader's own
/// cache folder. It is always replaced as a whole, so that a command that dies leaves the old one or the new one.
struct SearchCache {
    /// The folders in which the file may be, the preferred one first.
    private let folders: [String]
    private static let fileName = "search.index"
    /// Bytes.
    private static let smallFile = 2 << 20

    init(root: String, environment: [String: String]) {
        var folders = ["\(root)/.archbook/cache"]
        let home = environment["HOME"].map { "\($0)/.cache" }
        if let caches = environment["XDG_CACHE_HOME"].flatMap({ $0.hasPrefix("/") ? $0 : nil }) ?? home {
            folders.append("\(caches)/archbook/\(StableHash(root).name())")
        }
        self.folders = folders
    }

    /// The index of the first folder that has one for this fingerprint; nil when there is none, or it is damaged.
    func open(fingerprint: UInt64) -> IndexSegment? {
        for folder in folders {
            guard let file = try? PieceFile("\(folder)/\(Self.fileName)"),
                let segment = try? IndexSegment(Self.bytes(of: file)), segment.fingerprint == fingerprint
            else { continue }
            return segment
        }
        return nil
    }

    /// A small file is read at once, which costs less than hundreds of pieces; of a large one only what a search needs.
    private static func bytes(of file: PieceFile) -> IndexBytes {
        if file.size <= smallFile, let bytes = file.read(0..<file.size) { return IndexBytes(bytes) }
        return IndexBytes(count: file.size, read: file.read)
    }

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

    /// Replaces the file in the first folder that can be written; a cache that cannot be written is done without.
    func write(_ bytes: [UInt8]) {
        for folder in folders {
            do {
                try make(folder)
                try POSIX.whileLocking(folder) { () throws(FileError) in
                    let staged = "\(folder)/\(Self.fileName).new"
                    try POSIX.removeFile(staged)
                    try POSIX.createFile(staged, bytes, durable: false)
                    try POSIX.moveFile(staged, to: "\(folder)/\(Self.fileName)")
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
