import Model

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Runs a program, such as an editor, on the terminal of this process.
enum ChildProgram {
    /// Runs a command line of the shell with further arguments, and waits for its end.
    ///
    /// The shell splits the command line, so that `code --wait` works; the arguments reach the program as they are.
    /// While it runs, Ctrl-C belongs to it, as with `system` of POSIX.
    @Sendable static func run(_ command: String, _ arguments: [String]) -> ProgramEnd {
        let interrupt = signal(SIGINT, SIG_IGN)
        let quit = signal(SIGQUIT, SIG_IGN)
        defer {
            _ = signal(SIGINT, interrupt)
            _ = signal(SIGQUIT, quit)
        }
        let words = ["/bin/sh", "-c", "\(command) \"$@\"", command] + arguments
        guard !words.contains(where: { $0.utf8.contains(0) }) else { return .notStarted("its name holds a NUL") }
        var process = pid_t()
        let failure = spawn(words, &process)
        guard failure == 0 else { return .notStarted(StreamError(number: failure).description) }
        return end(of: process)
    }

    /// Starts a program with the environment of this process; gives an error number, 0 for none.
    private static func spawn(_ words: [String], _ process: inout pid_t) -> CInt {
        var attributes = posix_spawnattr_t()
        _ = unsafe posix_spawnattr_init(&attributes)
        defer { _ = unsafe posix_spawnattr_destroy(&attributes) }
        // An ignored signal stays ignored in a new program unless it is reset.
        var signals = sigset_t()
        _ = unsafe sigemptyset(&signals)
        _ = unsafe sigaddset(&signals, SIGINT)
        _ = unsafe sigaddset(&signals, SIGQUIT)
        _ = unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
        _ = unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

        var arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) }
        unsafe arguments.append(nil)
        defer { for index in words.indices { unsafe free(arguments[index]) } }
        return unsafe posix_spawn(&process, "/bin/sh", nil, &attributes, arguments, environ)
    }

    private static func end(of process: pid_t) -> ProgramEnd {
        var status: CInt = 0
        while unsafe waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { return .notStarted(StreamError(number: errno).description) }
        }
        // The layout of the status is that of WIFEXITED and WEXITSTATUS, which are macros of C.
        let number = status & 0x7F
        return number == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: number)
    }
}
