#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that stays open and is read piece by piece; it keeps its content when another takes its name.
final class PieceFile: Sendable {
    /// The number of bytes when it was opened.
    let size: Int
    private let descriptor: CInt

    /// Opens a regular file.
    init(_ path: String) throws(FileError) {
        descriptor = try POSIX.openFile(path, .read, O_RDONLY | O_NONBLOCK)
        let status = try? POSIX.status(path)
        guard let status, status.kind == .file else {
            _ = close(descriptor)
            throw FileError(path, .read, .isNoFile)
        }
        size = status.size
    }

    deinit { _ = close(descriptor) }

    /// Some of the bytes; nil when they are not there.
    func read(_ range: Range<Int>) -> [UInt8]? {
        guard range.lowerBound >= 0, range.count >= 0 else { return nil }
        var isWhole = true
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
            while filled < range.count {
                let count = unsafe pread(
                    descriptor, buffer.baseAddress?.advanced(by: filled), range.count - filled,
                    off_t(range.lowerBound + filled))
                if count > 0 {
                    filled += count
                } else if count == 0 || errno != EINTR {
                    isWhole = false
                    break
                }
            }
        }
        return isWhole ? bytes : nil
    }
}

extension POSIX {
    /// Whether a file holds these very bytes, and no others.
    static func file(_ path: String, holds bytes: [UInt8]) throws(FileError) -> Bool {
        let file = try openFile(path, .read, O_RDONLY | O_NONBLOCK | O_NOFOLLOW)
        defer { _ = close(file) }
        // One byte more than there should be tells a longer file.
        let found = unsafe [UInt8](unsafeUninitializedCapacity: bytes.count + 1) { buffer, filled in
            while filled <= bytes.count {
                let count = unsafe read(file, buffer.baseAddress?.advanced(by: filled), bytes.count + 1 - filled)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { break }
                filled += count
            }
        }
        return found == bytes
    }
}
