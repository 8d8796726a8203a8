import ArgumentParser
import Commands
import Model
import TestSupport
import Testing

/// What the program says of itself, and where to go from nowhere.
struct HelpTests {
    @Test func `every command shows an example that can be typed as it stands`() async throws {
        let commands = try await CommandTree.read()
        #expect(commands.count > 10)
        for command in commands {
            let examples = await Self.help(of: command).split(separator: "\n").map(\.trimmed)
                .compactMap(CommandLineText.init)
            #expect(
                examples.contains { command.isCalled(by: $0.arguments) },
                "archbook \(command.name) --help has no example of the command")
        }
    }

    @Test(arguments: ["show", "search", "tags", "list"])
    func `the examples of a command that reads hold in this repository's book`(name: String) async throws {
        let book = try Repository.copyOfTheBook()
        let command = try #require(try await CommandTree.read().first { $0.name == name })
        let lines = await Self.help(of: command).split(separator: "\n").map(\.trimmed)
        let examples = lines.compactMap(CommandLineText.init)
        for example in examples {
            let recorder = OutputRecorder()
            #expect(await example.run(in: book.path, recorder: recorder) == 0, "\(example): \(recorder.error)")
        }
    }

    @Test func `help fits a terminal of 80 columns`() async throws {
        for command in try await CommandTree.read() {
            // The line of usage is a formula; it is left to the terminal to break it.
            for line in await Self.help(of: command).split(separator: "\n") where !line.hasPrefix("USAGE:") {
                #expect(line.count <= 80, "archbook \(command.name) --help: \(line)")
            }
        }
    }

    @Test func `the help of every command is recorded`() async throws {
        let recorded = Set(try GoldenCase.all.flatMap { try $0.commands() }.map(\.arguments))
        for command in try await CommandTree.read() {
            #expect(recorded.contains(command.path + ["--help"]), "archbook \(command.name) --help")
        }
    }

    // The parser would otherwise derive the names by reflection at every start, which took most of its time.
    @Test func `every command states its name`() {
        var pending: [any ParsableCommand.Type] = [Archbook.self]
        while let command = pending.popLast() {
            #expect(command.configuration.commandName != nil, "\(command) needs `commandName:` in its configuration")
            pending += command.configuration.subcommands
        }
    }

    // Not a recorded run: the folder of temporary files may lie in somebody's workspace.
    @Test func `says what to do where there is no workspace`() async {
        let recorder = OutputRecorder()
        let exit = await Archbook.run(["list"], in: .test(directory: "/usr/lib", recorder: recorder))
        #expect(exit == 2)
        #expect(recorder.output.isEmpty)
        #expect(recorder.error.hasPrefix("archbook: no workspace at /usr/lib or above it. `archbook init` makes one"))
    }

    private static func help(of command: CommandTree) async -> String {
        let recorder = OutputRecorder()
        _ = await Archbook.run(command.path + ["--help"], in: .test(directory: "/", recorder: recorder))
        return recorder.output
    }
}
