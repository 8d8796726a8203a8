import Glibc
import Model

/// A program that runs on a terminal of its own, which the test types into and reads.
package final class PseudoTerminal {
    private let controller: CInt
    private var process = pid_t()
    /// All that the program has written.
    package private(set) var screen = ""
    private var seen = 0

    /// Why a step of the test could not be taken.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    /// Starts a program with exactly these arguments and this environment.
    package init(
        _ program: String, _ arguments: [String], in directory: String, _ environment: [String: String],
        columns: UInt16 = 80, rows: UInt16 = 24
    ) throws {
        var controller: CInt = -1
        var terminal: CInt = -1
        var name = [CChar](repeating: 0, count: 256)
        guard unsafe openpty(&controller, &terminal, &name, nil, nil) == 0 else {
            throw Failure(description: "no pseudo-terminal")
        }
        self.controller = controller
        // Another program that is started at the same time must not keep this terminal open.
        for file in [controller, terminal] { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
        defer { _ = close(terminal) }
        let path = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }.text
        resize(columns: columns, rows: rows)
        // The shell changes the folder, then becomes the program, which so keeps the number of the process.
        let words = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", directory, program] + arguments
        let failure = try PseudoTerminal.spawn(words, environment, on: path, &process)
        guard failure == 0 else { throw Failure(description: "\(program) does not start: \(failure)") }
    }

    deinit {
        if process > 0 { _ = kill(process, SIGKILL) }
        _ = close(controller)
    }

    /// Tells the program that its window has another size.
    package func resize(columns: UInt16, rows: UInt16) {
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = unsafe ioctl(controller, UInt(TIOCSWINSZ), &size)
    }

    /// Types keys.
    package func type(_ keys: String) {
        let bytes = Array(keys.utf8)
        _ = unsafe bytes.withUnsafeBytes { unsafe write(controller, $0.baseAddress, $0.count) }
    }

    /// Reads until a text stands after what was awaited before.
    package func wait(for text: String) throws {
        while true {
            let rest = Array(screen.utf8)[seen...]
            if let range = rest.firstRange(of: Array(text.utf8)) {
                seen = range.upperBound
                return
            }
            guard readMore() else {
                throw Failure(description: "\"\(text)\" did not come; the screen ends with:\n\(screen.suffix(1500))")
            }
        }
    }

    /// Sends a signal to the program.
    package func signal(_ number: CInt) { _ = kill(process, number) }

    /// Whether the terminal echoes what is typed and gives it by lines, as programs find it and must leave it.
    package var isInLineMode: Bool {
        var settings = termios()
        guard unsafe tcgetattr(controller, &settings) == 0 else { return false }
        return settings.c_lflag & tcflag_t(ECHO | ICANON | ISIG) == tcflag_t(ECHO | ICANON | ISIG)
    }

    /// Waits for the end of the program: its exit code, or 128 and the number of the signal that ended it.
    package func end() -> CInt {
        while readMore() {}
        var status: CInt = 0
        _ = unsafe waitpid(process, &status, 0)
        process = 0
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }

    /// Reads what comes within twenty seconds; false when nothing did, or the program has gone.
    private func readMore() -> Bool {
        var request = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&request, 1, 20_000) > 0 else { return false }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(controller, $0.baseAddress, $0.count) }
        guard count > 0 else { return false }
        screen += bytes[..<count].text
        return true
    }

    /// POSIX_SPAWN_SETSID of glibc's spawn.h, which is no part of its Swift module.
    private static let beginSession: Int16 = 0x80

    private static func spawn(
        _ words: [String], _ environment: [String: String], on terminal: String, _ process: inout pid_t
    ) throws -> CInt {
        var actions = unsafe posix_spawn_file_actions_t()
        _ = unsafe posix_spawn_file_actions_init(&actions)
        defer { _ = unsafe posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that the leader of a session opens is the one that its Ctrl-C comes from.
        _ = unsafe posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
        _ = unsafe posix_spawn_file_actions_adddup2(&actions, 0, 1)
        _ = unsafe posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        _ = unsafe posix_spawnattr_init(&attributes)
        defer { _ = unsafe posix_spawnattr_destroy(&attributes) }
        _ = unsafe posix_spawnattr_setflags(&attributes, beginSession)

        let settings = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        var arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) }
        unsafe arguments.append(nil)
        var variables: [UnsafeMutablePointer<CChar>?] = unsafe settings.map { unsafe strdup($0) }
        unsafe variables.append(nil)
        defer {
            for index in words.indices { unsafe free(arguments[index]) }
            for index in settings.indices { unsafe free(variables[index]) }
        }
        return unsafe posix_spawn(&process, words[0], &actions, &attributes, arguments, variables)
    }
}
