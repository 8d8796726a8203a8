// Its sources may be used from every thread, and do not say so.
@unsafe @preconcurrency import Dispatch
import Model

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the system tells of changes in folders, through inotify(7) of Linux.
///
/// On other systems nothing is told.
final class ChangeNotices: Sendable {
    /// One change in a folder.
    struct Notice: Equatable {
        /// The number that `watch` gave the folder; -1 when some notices were lost.
        var folder: Int32
        /// The name of what has changed; empty for the folder itself.
        var name: String
        /// Whether a folder has come.
        var isNewFolder = false
    }

    #if canImport(Glibc)
        private let descriptor: CInt
        private let queue = DispatchQueue(label: "archbook.watch")

        init() throws(FileError) {
            descriptor = inotify_init1(CInt(IN_NONBLOCK) | CInt(IN_CLOEXEC))
            guard descriptor >= 0 else { throw FileError(".", .watch, .system(errno)) }
        }

        /// Begins to watch a folder; one that is watched already keeps its number.
        ///
        /// - Returns: nil when the folder is gone.
        func watch(_ folder: String) throws(FileError) -> Int32? {
            try POSIX.refuseNUL(folder, .watch)
            let mask = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_ONLYDIR
            let number = unsafe inotify_add_watch(descriptor, folder, UInt32(mask))
            if number >= 0 { return number }
            if [ENOENT, ENOTDIR, EACCES].contains(errno) { return nil }
            throw FileError(folder, .watch, .system(errno))
        }

        /// Calls `body` on a queue of its own whenever there are notices, until the value that is returned is called.
        func listen(_ body: @escaping @Sendable ([Notice]) -> Void) -> @Sendable () -> Void {
            let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
            source.setEventHandler { [self] in body(read()) }
            source.setCancelHandler { [descriptor] in _ = close(descriptor) }
            source.activate()
            return { source.cancel() }
        }

        /// The notices that are there.
        private func read() -> [Notice] {
            var notices: [Notice] = []
            var bytes = [UInt8](repeating: 0, count: 64 * 1024)
            while true {
                let count = unsafe bytes.withUnsafeMutableBytes { buffer in
                    unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                }
                guard count > 0 else { return notices }
                ChangeNotices.take(bytes[..<count], into: &notices)
            }
        }

        /// Takes `struct inotify_event`s apart: watch, mask, cookie and length, four bytes each, and the name.
        private static func take(_ bytes: ArraySlice<UInt8>, into notices: inout [Notice]) {
            var rest = bytes
            while rest.count >= 16 {
                let words = (0..<4).map { word in
                    (0..<4).reduce(UInt32(0)) { $0 | UInt32(rest[rest.startIndex + word * 4 + $1]) << (8 * UInt32($1)) }
                }
                let name = rest.dropFirst(16).prefix(Int(words[3])).prefix { $0 != 0 }
                rest = rest.dropFirst(16 + Int(words[3]))
                let isFolder = words[1] & UInt32(IN_ISDIR) != 0
                let isNew = words[1] & UInt32(IN_CREATE | IN_MOVED_TO) != 0
                notices.append(
                    Notice(folder: Int32(bitPattern: words[0]), name: name.text, isNewFolder: isFolder && isNew))
            }
        }
    #else
        init() throws(FileError) {}

        func watch(_ folder: String) throws(FileError) -> Int32? { nil }

        func listen(_ body: @escaping @Sendable ([Notice]) -> Void) -> @Sendable () -> Void { {} }
    #endif
}
