#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A folder that this process holds until the value goes away or the process ends.
final class FolderLock: Sendable {
    private let directory: CInt

    /// Takes a folder; nil while another process has it.
    ///
    /// Where the file system has no locks, every process gets it.
    init?(_ path: String) throws(FileError) {
        directory = try POSIX.openFile(path, .lock, O_RDONLY | O_DIRECTORY)
        // The descriptor is closed with the value, which has been made by now, also where nil is returned.
        if flock(directory, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { return nil }
    }

    deinit {
        // A process that was started meanwhile may share the descriptor until it runs its program; closing would leave it locked.
        flock(directory, LOCK_UN)
        _ = close(directory)
    }
}

extension POSIX {
    /// Makes a folder and those above it, up to a folder that is there.
    ///
    /// - Parameters:
    ///   - path: the path relative to `base`.
    ///   - base: the absolute path of a folder that exists; "" for the root.
    ///   - durable: whether the names are to be safely on the disk; what can be made again at any time need not be.
    static func makeDirectories(_ path: String, in base: String, durable: Bool = true) throws(FileError) {
        var directory = base
        for name in path.split(separator: "/") {
            let parent = directory
            directory += "/\(name)"
            if try exists(directory) { continue }
            do throws(FileError) {
                try makeDirectory(directory)
            } catch {
                // Another process may have made it meanwhile.
                guard try exists(directory) else { throw error }
            }
            if durable { try syncDirectory(parent.isEmpty ? "/" : parent) }
        }
    }
}
