#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The settings that a terminal had before it was asked for single keys.
///
/// The only file that changes them. Input comes key by key and is not echoed; Ctrl-C comes as a key too, so that
/// leaving by it is an ordinary way out. A signal that ends the process puts the terminal right first.
struct TerminalMode: Sendable {
    private let settings: termios

    /// Switches the terminal of the standard input to single keys; nil when that cannot be done.
    static func enterKeyMode() -> TerminalMode? {
        var settings = termios()
        guard unsafe tcgetattr(TTY.input, &settings) == 0 else { return nil }
        let mode = TerminalMode(settings: settings)
        settings.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
        // A signal between the two calls must find its handler.
        for number in endings { _ = signal(number, leave) }
        if unsafe tcsetattr(TTY.input, TCSADRAIN, &settings) == 0 { return mode }
        mode.restore()
        return nil
    }

    /// Puts the terminal back as it was.
    func restore() {
        var settings = settings
        _ = unsafe tcsetattr(TTY.input, TCSADRAIN, &settings)
        for number in TerminalMode.endings { _ = signal(number, SIG_DFL) }
    }

    /// The signals that end the process and can be met, those of a crash included.
    private static let endings = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV]

    /// Gives the terminal its usual settings and lets the signal do what it does.
    ///
    /// A handler may call only what POSIX lists as async-signal-safe and can be handed no value, so it sets the four
    /// flags that key mode has cleared instead of the settings that were saved.
    private static let leave: @convention(c) (CInt) -> Void = { number in
        var settings = termios()
        if unsafe tcgetattr(0, &settings) == 0 {
            settings.c_lflag |= tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
            _ = unsafe tcsetattr(0, TCSANOW, &settings)
        }
        _ = signal(number, SIG_DFL)
        _ = raise(number)
    }
}
