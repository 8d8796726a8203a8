import FoundationEssentials
package import Model
import Synchronization

extension World {
    /// The world of the real process.
    ///
    /// A pipe whose reader has gone ends the process without a word, as the default action of SIGPIPE does. Output
    /// that cannot be written for another reason ends it with exit code 2 and the reason on the stream of errors.
    package static func process() -> World {
        let environment = ProcessInfo.processInfo.environment
        let input = InputReader()
        return World(
            directory: TTY.currentDirectory(),
            environment: environment,
            now: TTY.now,
            random: {
                var generator = SystemRandomNumberGenerator()
                return generator.next()
            },
            writeOutput: { writeOrExit($0, to: TTY.output) },
            writeError: { writeOrExit($0, to: TTY.error) },
            readLine: input.readLine,
            readInput: input.readAll,
            terminal: TerminalTraits(
                inputIsTerminal: TTY.isTerminal(TTY.input),
                outputIsTerminal: TTY.isTerminal(TTY.output),
                errorIsTerminal: TTY.isTerminal(TTY.error),
                width: environment["COLUMNS"].flatMap(columns) ?? TTY.width() ?? 80
            )
        )
    }

    private static func columns(_ text: String) -> Int? { Int(text).flatMap { $0 > 0 ? $0 : nil } }

    private static func writeOrExit(_ bytes: [UInt8], to descriptor: Int32) {
        do {
            try TTY.write(bytes, to: descriptor)
        } catch  where error.isBrokenPipe {
            exitProcess(128 + 13)
        } catch {
            let message = "archbook: the output could not be written: \(error)\n"
            try? TTY.write(Array(message.utf8), to: TTY.error)
            exitProcess(2)
        }
    }
}

/// Ends the process with an exit code.
package func exitProcess(_ code: Int32) -> Never { TTY.exit(code) }

/// The standard input, read by lines or to its end; an input that cannot be read is one that has ended.
private final class InputReader: Sendable {
    private struct State {
        var pending: ArraySlice<UInt8> = []
        var isAtEnd = false
    }

    private let state = Mutex(State())

    /// The next line without its LF or CR LF; nil at the end of input.
    @Sendable func readLine() -> String? {
        state.withLock { state in
            var line: [UInt8] = []
            while true {
                if let end = state.pending.firstIndex(of: .lineFeed) {
                    line += state.pending[..<end]
                    state.pending = state.pending[(end + 1)...]
                    break
                }
                line += state.pending
                state.pending = []
                guard InputReader.fill(&state) else {
                    if line.isEmpty { return nil }
                    break
                }
            }
            if line.last == .carriageReturn { line.removeLast() }
            return line.text
        }
    }

    /// All that is left of the input.
    @Sendable func readAll() -> [UInt8] {
        state.withLock { state in
            var bytes: [UInt8] = []
            repeat {
                bytes += state.pending
                state.pending = []
            } while InputReader.fill(&state)
            return bytes
        }
    }

    /// Reads more bytes; false at the end of input, which stays the end even where a terminal would give more.
    private static func fill(_ state: inout State) -> Bool {
        guard !state.isAtEnd else { return false }
        let bytes = (try? TTY.read(from: TTY.input)) ?? []
        state.isAtEnd = bytes.isEmpty
        state.pending = bytes[...]
        return !bytes.isEmpty
    }
}
