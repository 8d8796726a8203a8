import FoundationEssentials
package import Model

extension World {
    /// The world of the real process.
    ///
    /// A pipe whose reader has gone ends the process without a word, as the default action of SIGPIPE does. Output
    /// that cannot be written for another reason ends it with exit code 2 and the reason on the stream of errors.
    package static func process() -> World {
        let environment = ProcessInfo.processInfo.environment
        let input = InputReader()
        var world = World(
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
        if world.terminal.inputIsTerminal, environment["TERM"] != "dumb" {
            world.console = Console.process(input, width: environment["COLUMNS"].flatMap(columns))
        }
        world.runProgram = ChildProgram.run
        world.waitForInterrupt = Interrupt.wait
        return world
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
