package import Model

/// One of the two streams that a command writes to.
package enum OutputStream: Sendable {
    /// The stream of results.
    case output
    /// The stream of prompts, errors and progress.
    case error
}

/// When to use colour, as `--color` says it.
package enum ColorChoice: String, Sendable, CaseIterable {
    case auto, always, never

    /// Whether a stream gets colour.
    ///
    /// `auto` means: the stream is a terminal, `NO_COLOR` is unset or empty (no-color.org), and `TERM` is not `dumb`.
    package func isOn(
        for stream: OutputStream,
        in terminal: TerminalTraits,
        _ environment: [String: String]
    ) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto:
            (stream == .output ? terminal.outputIsTerminal : terminal.errorIsTerminal)
                && environment["NO_COLOR", default: ""].isEmpty
                && environment["TERM"] != "dumb"
        }
    }
}

extension World {
    /// The styler for a stream of this world.
    package func styler(_ choice: ColorChoice = .auto, for stream: OutputStream = .output) -> Styler {
        Styler(isOn: choice.isOn(for: stream, in: terminal, environment))
    }
}
