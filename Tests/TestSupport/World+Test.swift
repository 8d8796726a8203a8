package import Model
import Synchronization

/// What a command wrote, as a test reads it afterwards.
package final class OutputRecorder: Sendable {
    private let streams = Mutex<(output: [UInt8], error: [UInt8])>(([], []))

    package init() {}

    /// What stands on the stream of results.
    package var output: String { streams.withLock { $0.output.text } }
    /// What stands on the stream of prompts, errors and progress.
    package var error: String { streams.withLock { $0.error.text } }
    /// The bytes on the stream of results.
    package var outputBytes: [UInt8] { streams.withLock { $0.output } }

    fileprivate func writeOutput(_ bytes: [UInt8]) { streams.withLock { $0.output += bytes } }
    fileprivate func writeError(_ bytes: [UInt8]) { streams.withLock { $0.error += bytes } }
}

extension World {
    /// The moment at which tests run: 2026-01-12T10:00:00+03:00.
    package static let testNow = Timestamp(milliseconds: 1_768_201_200_000, offsetMinutes: 180)

    /// A world for tests: pipes, a clock that stands still, chance that repeats itself, and what is written is kept.
    ///
    /// - Parameter input: what stands on the standard input.
    package static func test(
        directory: String,
        environment: [String: String] = [:],
        input: String = "",
        terminal: TerminalTraits = .pipes,
        recorder: OutputRecorder = OutputRecorder(),
        seed: UInt64 = 1
    ) -> World {
        let rest = InputReader(input)
        let chance = SharedRandom(seed: seed)
        return World(
            directory: directory,
            environment: environment,
            now: { testNow },
            random: { chance.next() },
            writeOutput: { recorder.writeOutput($0) },
            writeError: { recorder.writeError($0) },
            readLine: { rest.readLine() },
            readInput: { rest.readAll() },
            terminal: terminal
        )
    }
}

/// Random bits from a seed, the same in every run: SplitMix64, by Sebastiano Vigna.
package struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

private final class SharedRandom: Sendable {
    private let generator: Mutex<SeededRandom>

    init(seed: UInt64) { generator = Mutex(SeededRandom(seed: seed)) }

    func next() -> UInt64 { generator.withLock { $0.next() } }
}

private final class InputReader: Sendable {
    private let rest: Mutex<[UInt8]>

    init(_ text: String) { rest = Mutex(Array(text.utf8)) }

    func readLine() -> String? {
        rest.withLock { rest in
            guard !rest.isEmpty else { return nil }
            let end = rest.firstIndex(of: .lineFeed) ?? rest.endIndex
            let line = rest[..<end].text
            rest.removeFirst(min(end + 1, rest.count))
            return line
        }
    }

    func readAll() -> [UInt8] {
        rest.withLock { rest in
            defer { rest = [] }
            return rest
        }
    }
}
