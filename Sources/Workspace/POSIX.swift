package import Model

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The calls of the operating system that the workspace needs, with typed errors; one that a signal ends is repeated.
package enum POSIX {
    /// The bytes of a regular file, as they were at one moment.
    ///
    /// A file whose size or time of change moves while it is read is read again, three times at most.
    ///
    /// - Throws: also when the path is a folder or no regular file, or the file is larger than `limit` bytes.
    package static func readFile(_ path: String, limit: Int = .max) throws(FileError) -> [UInt8] {
        for _ in 0..<3 {
            if let bytes = try readOnce(path, limit: limit) { return bytes }
        }
        throw FileError(path, .read, .keepsChanging)
    }

    /// What a path leads to, symbolic links followed.
    package static func status(_ path: String) throws(FileError) -> FileStatus {
        try refuseNUL(path, .inspect)
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { throw FileError(path, .inspect, .system(errno)) }
        return FileStatus(status)
    }

    /// What stands at a path, a symbolic link itself included.
    package static func linkStatus(_ path: String) throws(FileError) -> FileStatus {
        try refuseNUL(path, .inspect)
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { throw FileError(path, .inspect, .system(errno)) }
        return FileStatus(status)
    }

    /// Whether anything stands at a path, be it a symbolic link that leads nowhere.
    package static func exists(_ path: String) throws(FileError) -> Bool {
        do throws(FileError) {
            _ = try linkStatus(path)
            return true
        } catch {
            if error.reason == .system(ENOENT) || error.reason == .system(ENOTDIR) { return false }
            throw error
        }
    }

    /// The absolute path without symbolic links, `.` and `..`.
    package static func realPath(_ path: String) throws(FileError) -> String {
        try refuseNUL(path, .find)
        guard let resolved = unsafe realpath(path, nil) else { throw FileError(path, .find, .system(errno)) }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }

    /// Whether an `errno` says that something may not be written here.
    static func meansNoPermission(_ code: CInt) -> Bool { [EACCES, EPERM, EROFS].contains(code) }

    /// The system's words for an `errno`, with a small first letter; glibc keeps them per thread.
    static func message(of code: CInt) -> String {
        guard let message = unsafe strerror(code) else { return "error \(code)" }
        let text = unsafe String(cString: message)
        return text.prefix(1).lowercased() + text.dropFirst()
    }
}

// MARK: - Writing

extension POSIX {
    /// Makes a file that does not exist yet, with all its bytes safely on the disk.
    ///
    /// Without `permissions` the file gets those that the user's mask allows. What can be made again at any time need
    /// not be `durable`: the file may then be empty after a loss of power.
    static func createFile(
        _ path: String,
        _ bytes: [UInt8],
        permissions: UInt32? = nil,
        durable: Bool = true
    ) throws(FileError) {
        let file = try openFile(path, .create, O_WRONLY | O_CREAT | O_EXCL)
        defer { _ = close(file) }
        if let permissions, fchmod(file, mode_t(permissions)) != 0 { throw FileError(path, .create, .system(errno)) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { buffer in unsafe write(file, buffer.baseAddress, buffer.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                throw FileError(path, .write, .system(errno))
            }
        }
        guard !durable || fsync(file) == 0 else { throw FileError(path, .write, .system(errno)) }
    }

    /// Gives a file another name and replaces what had that name, in one step.
    static func moveFile(_ path: String, to target: String) throws(FileError) {
        try refuseNUL(target, .write)
        guard unsafe rename(path, target) == 0 else { throw FileError(target, .write, .system(errno)) }
    }

    /// Gives a file another name beside its own, unless something has that name.
    ///
    /// - Returns: false when the file system knows no hard links.
    static func linkFile(_ path: String, as target: String) throws(FileError) -> Bool {
        try refuseNUL(target, .create)
        if unsafe link(path, target) == 0 { return true }
        switch errno {
        case EEXIST: throw FileError(target, .create, .existsAlready)
        case EPERM, ENOTSUP, ENOSYS: return false
        default: throw FileError(target, .create, .system(errno))
        }
    }

    /// Removes a file; one that is not there is as good as removed.
    static func removeFile(_ path: String) throws(FileError) {
        try refuseNUL(path, .remove)
        guard unsafe unlink(path) == 0 || errno == ENOENT else { throw FileError(path, .remove, .system(errno)) }
    }

    /// Makes a folder whose parent exists.
    static func makeDirectory(_ path: String) throws(FileError) {
        try refuseNUL(path, .create)
        guard unsafe mkdir(path, 0o777) == 0 else { throw FileError(path, .create, .system(errno)) }
    }

    /// Removes a folder if it is empty, and says nothing if it is not.
    static func removeEmptyDirectory(_ path: String) { _ = unsafe rmdir(path) }

    /// Has the names in a folder written to the disk.
    static func syncDirectory(_ path: String) throws(FileError) {
        let directory = try openFile(path, .write, O_RDONLY | O_DIRECTORY)
        defer { _ = close(directory) }
        // Some network file systems cannot do this and say EINVAL; the names are then as safe as they can be.
        guard fsync(directory) == 0 || errno == EINVAL else { throw FileError(path, .write, .system(errno)) }
    }
}

// MARK: - What is told about files

/// What the file system tells of a file.
package struct FileStatus: Sendable, Equatable {
    package let kind: FileKind
    /// The size in bytes.
    package let size: Int
    /// When the content last changed, in nanoseconds since 1970-01-01T00:00:00Z.
    package let modified: Int
    /// When the content or the properties last changed, in nanoseconds since 1970-01-01T00:00:00Z.
    package let changed: Int
    /// The permission bits, as `chmod` takes them.
    package let permissions: UInt32
    package let identity: FileIdentity

    init(_ status: stat) {
        #if canImport(Darwin)
            let (time, change) = (status.st_mtimespec, status.st_ctimespec)
        #else
            let (time, change) = (status.st_mtim, status.st_ctim)
        #endif
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .directory
            case S_IFLNK: .symlink
            default: .other
            }
        size = Int(status.st_size)
        modified = Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
        changed = Int(change.tv_sec) * 1_000_000_000 + Int(change.tv_nsec)
        permissions = UInt32(status.st_mode & 0o7777)
        identity = FileIdentity(
            device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(truncatingIfNeeded: status.st_ino))
    }
}

// MARK: - Helpers

extension POSIX {
    static func openFile(
        _ path: String,
        _ operation: FileError.Operation,
        _ flags: CInt
    ) throws(FileError) -> CInt {
        try refuseNUL(path, operation)
        while true {
            let descriptor = unsafe open(path, flags | O_CLOEXEC, 0o666)
            if descriptor >= 0 { return descriptor }
            if errno == EEXIST { throw FileError(path, operation, .existsAlready) }
            if errno != EINTR { throw FileError(path, operation, .system(errno)) }
        }
    }

    /// The bytes of a file, or nil when it changed meanwhile.
    private static func readOnce(_ path: String, limit: Int) throws(FileError) -> [UInt8]? {
        // Without O_NONBLOCK a named pipe would keep the program waiting for a writer.
        let file = try openFile(path, .read, O_RDONLY | O_NONBLOCK)
        defer { _ = close(file) }
        let before = try status(of: file, path)
        guard before.kind == .file else {
            throw FileError(path, .read, before.kind == .directory ? .isFolder : .isNoFile)
        }
        guard before.size <= limit else { throw FileError(path, .read, .isTooLarge(limit: limit)) }
        // One byte more than the size tells a file that has grown from one that has not.
        let bytes = try readBytes(file, upTo: before.size + 1, path)
        let after = try status(of: file, path)
        return bytes.count == before.size && after == before ? bytes : nil
    }

    private static func readBytes(_ file: CInt, upTo limit: Int, _ path: String) throws(FileError) -> [UInt8] {
        var failure: CInt = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
            while filled < limit {
                let count = unsafe read(file, buffer.baseAddress?.advanced(by: filled), limit - filled)
                if count == 0 { break }
                if count > 0 {
                    filled += count
                } else if errno != EINTR {
                    failure = errno
                    break
                }
            }
        }
        if failure != 0 { throw FileError(path, .read, .system(failure)) }
        return bytes
    }

    private static func status(of file: CInt, _ path: String) throws(FileError) -> FileStatus {
        var status = stat()
        guard unsafe fstat(file, &status) == 0 else { throw FileError(path, .inspect, .system(errno)) }
        return FileStatus(status)
    }

    /// C ends a path at its first NUL, and would so open another file.
    static func refuseNUL(_ path: String, _ operation: FileError.Operation) throws(FileError) {
        if path.utf8.contains(0) { throw FileError(path, operation, .system(EINVAL)) }
    }
}
