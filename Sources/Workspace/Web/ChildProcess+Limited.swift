import Model
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension ChildProcess {
    /// How a program that was watched ended.
    enum WatchedEnd: Sendable, Equatable {
        case exited(code: Int32)
        /// A signal that was not sent here ended it.
        case killed
        /// It was ended here, because it wrote more than was wanted.
        case full
        /// It was ended here, because its result was no longer wanted.
        case unwanted
    }

    /// Runs a program without input until it ends, has written enough, or is no longer wanted.
    ///
    /// It has a process group of its own, so that Ctrl-C on the terminal is for the caller to handle.
    ///
    /// - Parameters:
    ///   - limit: how many bytes of its output are read.
    ///   - isUnwanted: asked ten times in a second.
    /// - Returns: nil when the program could not be started, because it is not there.
    static func run(
        _ arguments: [String],
        environment: [String: String],
        limit: Int,
        isUnwanted: () -> Bool
    ) -> (output: [UInt8], end: WatchedEnd)? {
        guard let (child, output) = start(arguments, environment) else { return nil }
        defer { _ = close(output) }
        var bytes: [UInt8] = []
        var reason: WatchedEnd?
        while reason == nil {
            if isUnwanted() {
                reason = .unwanted
            } else if bytes.count > limit {
                reason = .full
            } else if !readSome(from: output, into: &bytes) {
                break
            }
        }
        if reason != nil { _ = kill(child, SIGKILL) }
        let code = wait(child)
        return (Array(bytes.prefix(limit)), reason ?? (code >= 128 ? .killed : .exited(code: code)))
    }

    /// Reads what comes within a tenth of a second; false at the end.
    private static func readSome(from descriptor: CInt, into bytes: inout [UInt8]) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&request, 1, 100) > 0 else { return true }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = unsafe buffer.withUnsafeMutableBytes { buffer in
            unsafe read(descriptor, buffer.baseAddress, buffer.count)
        }
        if count > 0 { bytes += buffer[..<count] }
        return count > 0 || count < 0 && errno == EINTR
    }

    /// Between the making of a pipe and its mark, another thread's child would inherit it and keep it open.
    private static let starting = Mutex<Void>(())

    private static func start(_ arguments: [String], _ environment: [String: String]) -> (pid_t, output: CInt)? {
        var actions = unsafe posix_spawn_file_actions_t()
        guard unsafe posix_spawn_file_actions_init(&actions) == 0 else { return nil }
        defer { _ = unsafe posix_spawn_file_actions_destroy(&actions) }
        var attributes = posix_spawnattr_t()
        guard unsafe posix_spawnattr_init(&attributes) == 0 else { return nil }
        defer { _ = unsafe posix_spawnattr_destroy(&attributes) }
        _ = unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        _ = unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        _ = unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        return starting.withLock { _ in
            guard let output = pipe() else { return nil }
            _ = unsafe posix_spawn_file_actions_adddup2(&actions, output.write, 1)
            let child = unsafe spawn(arguments, environment, &actions, &attributes)
            _ = close(output.write)
            guard let child else {
                _ = close(output.read)
                return nil
            }
            return (child, output.read)
        }
    }
}
