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
