#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension POSIX {
    /// Does something while no other process does so in the same folder; waits for its turn.
    ///
    /// It is a `flock` on the folder itself, which leaves no file behind and ends with the process. Where the file
    /// system has no locks, two processes are not kept apart.
    static func whileLocking<Value>(
        _ path: String,
        _ body: () throws(FileError) -> Value
    ) throws(FileError) -> Value {
        let directory = try lock(path)
        defer { _ = close(directory) }
        return try body()
    }

    /// As above, for work that fails in other ways too.
    static func whileLocking<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        let directory = try lock(path)
        defer { _ = close(directory) }
        return try body()
    }

    private static func lock(_ path: String) throws(FileError) -> CInt {
        let directory = try openFile(path, .lock, O_RDONLY | O_DIRECTORY)
        while flock(directory, LOCK_EX) != 0, errno == EINTR {}
        return directory
    }
}
