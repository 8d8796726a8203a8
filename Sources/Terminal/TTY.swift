import Model

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The calls of POSIX that reach the terminal, the clock and the standard streams; nothing else calls C here.
enum TTY {
    static let input: Int32 = 0
    static let output: Int32 = 1
    static let error: Int32 = 2

    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// The columns of the first of the three streams that is a terminal; nil when none is.
    static func width() -> Int? {
        for descriptor in [output, error, input] {
            var size = winsize()
            guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { continue }
            return Int(size.ws_col)
        }
        return nil
    }

    /// The columns and rows of the terminal of the standard input; nil when it does not tell.
    static func size() -> (columns: Int, rows: Int)? {
        var size = winsize()
        guard unsafe ioctl(input, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
        return (Int(size.ws_col), Int(size.ws_row))
    }

    /// Whether there is something to read, or comes within some milliseconds.
    static func hasInput(within milliseconds: Int32) -> Bool {
        var request = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&request, 1, milliseconds) > 0
    }

    /// Writes all bytes, however often the call is interrupted or the pipe is full.
    ///
    /// - Throws: the error number of the call that failed.
    static func write(_ bytes: [UInt8], to descriptor: Int32) throws(StreamError) {
        var start = 0
        while start < bytes.count {
            let written = unsafe bytes.withUnsafeBytes { buffer in
                #if canImport(Glibc)
                    unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
                #else
                    unsafe Darwin.write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
                #endif
            }
            if written >= 0 { start += written } else { try retry(after: errno, on: descriptor, for: POLLOUT) }
        }
    }

    /// Reads what is there, at most 64 KiB; empty at the end of input.
    ///
    /// - Throws: the error number of the call that failed.
    static func read(from descriptor: Int32) throws(StreamError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe bytes.withUnsafeMutableBytes { buffer in
                #if canImport(Glibc)
                    unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                #else
                    unsafe Darwin.read(descriptor, buffer.baseAddress, buffer.count)
                #endif
            }
            if count >= 0 { return Array(bytes[..<count]) }
            try retry(after: errno, on: descriptor, for: POLLIN)
        }
    }

    /// Waits until a call is worth another try, or throws when it is not.
    private static func retry(after number: Int32, on descriptor: Int32, for event: Int32) throws(StreamError) {
        switch number {
        case EINTR: return
        case EAGAIN, EWOULDBLOCK:
            var request = pollfd(fd: descriptor, events: Int16(event), revents: 0)
            _ = unsafe poll(&request, 1, -1)
        default: throw StreamError(number: number)
        }
    }

    /// The present moment, with the offset that local time has now.
    static func now() -> Timestamp {
        var clock = timespec()
        _ = unsafe clock_gettime(CLOCK_REALTIME, &clock)
        var seconds = clock.tv_sec
        var local = unsafe tm()
        let isKnown = unsafe localtime_r(&seconds, &local) != nil
        return Timestamp(
            milliseconds: Int(clock.tv_sec) * 1000 + Int(clock.tv_nsec) / 1_000_000,
            offsetMinutes: isKnown ? Int(unsafe local.tm_gmtoff) / 60 : 0
        )
    }

    /// The absolute path of the current folder; `.` when it has none that is valid UTF-8.
    static func currentDirectory() -> String {
        guard let path = unsafe getcwd(nil, 0) else { return "." }
        defer { unsafe free(path) }
        return unsafe String(validatingCString: path) ?? "."
    }

    static func exit(_ code: Int32) -> Never {
        #if canImport(Glibc)
            Glibc.exit(code)
        #else
            Darwin.exit(code)
        #endif
    }
}

/// A standard stream that could not be read or written.
struct StreamError: Error, CustomStringConvertible {
    /// The number of POSIX, `errno`.
    let number: Int32

    /// Whether the reader of the pipe has gone.
    var isBrokenPipe: Bool { number == EPIPE }

    /// The system's own words for the error.
    var description: String {
        guard let text = unsafe strerror(number) else { return "error \(number)" }
        return unsafe String(cString: text)
    }
}
