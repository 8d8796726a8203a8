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
        guard flock(directory, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
        _ = close(directory)
        return nil
    }

    deinit { _ = close(directory) }
}

extension POSIX {
    /// Makes a folder and those above it, up to a folder that is there.
    ///
    /// - Parameters:
    ///   - path: the path relative to `base`.
    ///   - base: the absolute path of a folder that exists.
    static func makeDirectories(_ path: String, in base: String) throws(FileError) {
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
            try syncDirectory(parent)
        }
    }
}
