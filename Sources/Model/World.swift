/// Everything outside the program that a command may use: clock, environment, terminal, streams and chance.
///
/// It is made once at the start and handed down; nothing in the program reaches for these by itself.
package struct World: Sendable {
    /// The absolute path of the folder the command was started in.
    package var directory: String
    package var environment: [String: String]
    /// Tells the present moment.
    package var now: @Sendable () -> Timestamp
    /// Gives 64 random bits.
    package var random: @Sendable () -> UInt64
    /// Writes to the stream of results.
    package var writeOutput: @Sendable ([UInt8]) -> Void
    /// Writes to the stream of prompts, errors and progress.
    package var writeError: @Sendable ([UInt8]) -> Void
    /// Reads a line without its ending; nil at the end of input.
    package var readLine: @Sendable () -> String?
    /// Reads all that is left of the input.
    package var readInput: @Sendable () -> [UInt8]
    package var terminal: TerminalTraits
    /// The terminal's keys; nil when the input is none, or one that cannot give single keys.
    package var console: Console?
    /// Runs a command line of the shell on the reader's terminal with further arguments, and waits for its end.
    package var runProgram: @Sendable (_ command: String, _ arguments: [String]) -> ProgramEnd = { _, _ in
        .notStarted("programs cannot be started here")
    }

    /// Waits some milliseconds, or less when its task is cancelled.
    package var pause: @Sendable (_ milliseconds: Int) async -> Void = { try? await Task.sleep(for: .milliseconds($0)) }
    /// Waits until the reader asks for an end, as by Ctrl-C, or its task is cancelled; until it is called, Ctrl-C ends
    /// the process.
    package var waitForInterrupt: @Sendable () async -> Void = {
        while !Task.isCancelled { try? await Task.sleep(for: .seconds(3600)) }
    }

    package init(
        directory: String,
        environment: [String: String],
        now: @escaping @Sendable () -> Timestamp,
        random: @escaping @Sendable () -> UInt64,
        writeOutput: @escaping @Sendable ([UInt8]) -> Void,
        writeError: @escaping @Sendable ([UInt8]) -> Void,
        readLine: @escaping @Sendable () -> String?,
        readInput: @escaping @Sendable () -> [UInt8],
        terminal: TerminalTraits
    ) {
        self.directory = directory
        self.environment = environment
        self.now = now
        self.random = random
        self.writeOutput = writeOutput
        self.writeError = writeError
        self.readLine = readLine
        self.readInput = readInput
        self.terminal = terminal
    }

    /// Today on the reader's calendar; `ARCHBOOK_TODAY=2026-01-12` fixes it.
    package var today: Day { environment["ARCHBOOK_TODAY"].flatMap(Day.init(iso:)) ?? now().day }
}

/// What the three standard streams are connected to.
package struct TerminalTraits: Sendable, Equatable {
    package var inputIsTerminal: Bool
    package var outputIsTerminal: Bool
    package var errorIsTerminal: Bool
    /// The number of columns to fill.
    package var width: Int

    package init(inputIsTerminal: Bool, outputIsTerminal: Bool, errorIsTerminal: Bool, width: Int) {
        self.inputIsTerminal = inputIsTerminal
        self.outputIsTerminal = outputIsTerminal
        self.errorIsTerminal = errorIsTerminal
        self.width = width
    }

    /// Three pipes, 80 columns wide.
    package static let pipes = TerminalTraits(
        inputIsTerminal: false, outputIsTerminal: false, errorIsTerminal: false, width: 80)
}
