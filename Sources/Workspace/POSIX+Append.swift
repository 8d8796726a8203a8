import Model

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The calls of the operating system that a log needs.
extension POSIX {
    /// Adds a line to the end of a file, which is made when it is missing, and waits until the disk has it.
    ///
    /// The line goes out in a single `write` on a descriptor opened with O_APPEND, so that lines of several processes
    /// never mix, and a process that is killed leaves the whole line or none of it.
    ///
    /// - Parameter line: the bytes without a line ending.
    /// - Returns: whether the file is new, so that its folder has to be synced too.
    static func appendLine(_ line: [UInt8], to path: String) throws(FileError) -> Bool {
        let file = try openFile(path, .write, O_RDWR | O_APPEND | O_CREAT)
        defer { _ = close(file) }
        let end = lseek(file, 0, SEEK_END)
        guard end >= 0 else { throw FileError(path, .write, .system(errno)) }

        var bytes = line + [.lineFeed]
        if end > 0, try lastByte(of: file, path, size: end) != .lineFeed { bytes.insert(.lineFeed, at: 0) }
        try writeOnce(bytes, to: file, path)
        guard fsync(file) == 0 else { throw FileError(path, .write, .system(errno)) }
        return end == 0
    }

    /// The name of this machine in its network; nil when it has none that is UTF-8.
    static func hostName() -> String? {
        var name = [CChar](repeating: 0, count: 256)
        guard unsafe gethostname(&name, name.count - 1) == 0 else { return nil }
        return String(validating: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func writeOnce(_ bytes: [UInt8], to file: CInt, _ path: String) throws(FileError) {
        while true {
            let count = unsafe bytes.withUnsafeBytes { buffer in unsafe write(file, buffer.baseAddress, buffer.count) }
            if count == bytes.count { return }
            if count < 0, errno == EINTR { continue }
            // A regular file takes less than it is given only when the disk is full.
            throw FileError(path, .write, .system(count < 0 ? errno : ENOSPC))
        }
    }

    private static func lastByte(of file: CInt, _ path: String, size: off_t) throws(FileError) -> UInt8 {
        var byte: UInt8 = 0
        guard unsafe pread(file, &byte, 1, size - 1) == 1 else { throw FileError(path, .write, .system(errno)) }
        return byte
    }
}
