import Model
import Synchronization

/// The standard input, read by lines or to its end; an input that cannot be read is one that has ended.
final class InputReader: Sendable {
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

    /// The next byte.
    ///
    /// - Parameter patience: how long to wait, in milliseconds; for ever when nil.
    /// - Returns: nil at the end of input, or when none came in that time.
    @Sendable func readByte(within patience: Int32? = nil) -> UInt8? {
        state.withLock { state in
            if state.pending.isEmpty {
                if let patience, !TTY.hasInput(within: patience) { return nil }
                guard InputReader.fill(&state) else { return nil }
            }
            return state.pending.popFirst()
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
