import Model

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Runs other programs and reads what they write; git is the one that is needed.
package enum ChildProcess {
    /// What came of a program.
    package struct Result: Sendable, Equatable {
        /// The exit code; 128 and the number of the signal for a program that was killed.
        package let code: Int32
        /// What it wrote to its standard output.
        package let output: [UInt8]
    }

    /// Runs a program to its end.
    ///
    /// - Parameters:
    ///   - arguments: the program, found on the PATH, and its arguments.
    ///   - directory: the folder to run in.
    ///   - environment: all of its environment.
    ///   - input: what it reads from its standard input; its output is collected, and its messages are dropped.
    /// - Returns: nil when the program could not be started, because it is not there.
    package static func run(
        _ arguments: [String],
        in directory: String,
        environment: [String: String],
        input: [UInt8] = []
    ) -> Result? {
        var actions = unsafe posix_spawn_file_actions_t()
        guard unsafe posix_spawn_file_actions_init(&actions) == 0 else { return nil }
        defer { _ = unsafe posix_spawn_file_actions_destroy(&actions) }
        // Changing the folder by the shell is the one way that all systems have.
        let arguments = ["/bin/sh", "-c", "cd -- \"$0\" && exec \"$@\"", directory] + arguments
        guard let output = pipe(), let feed = pipe() else { return nil }
        _ = unsafe posix_spawn_file_actions_adddup2(&actions, feed.read, 0)
        _ = unsafe posix_spawn_file_actions_adddup2(&actions, output.write, 1)
        _ = unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        let child = unsafe spawn(arguments, environment, &actions)
        _ = close(output.write)
        _ = close(feed.read)
        defer { _ = close(output.read) }
        guard let child else {
            _ = close(feed.write)
            return nil
        }
        writeAll(input, to: feed.write)
        _ = close(feed.write)
        let bytes = readAll(output.read)
        return result(of: child, output: bytes)
    }

    /// The shell says 127 for a program that is not there.
    private static func result(of child: pid_t, output: [UInt8]) -> Result? {
        let code = wait(child)
        return code == 127 ? nil : Result(code: code, output: output)
    }

    static func spawn(
        _ arguments: [String],
        _ environment: [String: String],
        _ actions: UnsafePointer<posix_spawn_file_actions_t>,
        _ attributes: UnsafePointer<posix_spawnattr_t>? = nil
    ) -> pid_t? {
        var argv: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) } + [nil]
        let pairs = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        var envp: [UnsafeMutablePointer<CChar>?] = unsafe pairs.map { unsafe strdup($0) } + [nil]
        defer { unsafe (argv + envp).forEach { unsafe free($0) } }
        var child = pid_t()
        let code = unsafe posix_spawnp(&child, arguments[0], actions, attributes, &argv, &envp)
        return code == 0 ? child : nil
    }

    static func pipe() -> (read: CInt, write: CInt)? {
        var ends: [CInt] = [0, 0]
        #if canImport(Glibc)
            guard unsafe Glibc.pipe(&ends) == 0 else { return nil }
        #else
            guard unsafe Darwin.pipe(&ends) == 0 else { return nil }
        #endif
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: CInt) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { buffer in
                unsafe write(descriptor, buffer.baseAddress, buffer.count)
            }
            if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return }
        }
    }

    private static func readAll(_ descriptor: CInt) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { buffer in
                unsafe read(descriptor, buffer.baseAddress, buffer.count)
            }
            if count > 0 { bytes += buffer[..<count] } else if count == 0 || errno != EINTR { return bytes }
        }
    }

    static func wait(_ child: pid_t) -> Int32 {
        var status: CInt = 0
        while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
}
