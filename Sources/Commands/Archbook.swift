package import ArgumentParser
package import Model
import Terminal

/// The whole program: every verb, and the way from arguments to an exit code.
package struct Archbook: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "archbook",
        abstract: "Keep what a team knows about its architecture, as Markdown in git.",
        discussion: """
            Archbook reads a folder of Markdown into one tagged catalog: links, patterns, review questions, decisions \
            and proposals. Every command works in the workspace around the current folder.

              $ archbook search saga
              $ archbook adr new "Publish order events through an outbox"
              $ archbook quiz
              $ archbook site build

            Exit codes: 0 done; 1 it ran and the answer is no (findings, no match); 2 it could not be done; 64 usage.
            """,
        version: Archbook.version,
        groupedSubcommands: [
            CommandGroup(
                name: "The book",
                subcommands: [
                    InitCommand.self, ListCommand.self, ShowCommand.self, SearchCommand.self, TagsCommand.self,
                    CoverageCommand.self, ImportCommand.self,
                ]
            ),
            CommandGroup(name: "Deciding", subcommands: [ADR.self, RFC.self]),
            CommandGroup(name: "Drawing", subcommands: [DiagramCommand.self]),
            CommandGroup(name: "Practising", subcommands: [Quiz.self]),
            CommandGroup(name: "Publishing", subcommands: [SiteCommand.self]),
            CommandGroup(
                name: "Keeping it sound", subcommands: [CheckCommand.self, LinksCommand.self, RepairCommand.self]),
        ]
    )

    /// The version that `--version` prints and CHANGELOG.md describes.
    package static let version = "0.1.0"

    package init() {}

    /// Runs the arguments of the real process and ends it.
    package static func start() async {
        let name = CommandLine.arguments.first?.split(separator: "/").last.map(String.init) ?? ""
        if ADRToolsDoor.names.contains(name) {
            exitProcess(ADRToolsDoor.run(as: name, Array(CommandLine.arguments.dropFirst()), in: .process()))
        }
        let outcome = await run(Array(CommandLine.arguments.dropFirst()), in: .process())
        exitProcess(outcome)
    }

    /// Runs the given arguments and returns the exit code; never ends the process.
    package static func run(_ arguments: [String], in world: World) async -> Int32 {
        do {
            if let search = PlainSearch.request(arguments) { return try await search.run(in: world).rawValue }
            var command = try parseAsRoot(arguments)
            if let command = command as? any BookCommand {
                return try await command.run(in: world).rawValue
            }
            try command.run()
            return 0
        } catch {
            return report(error, in: world)
        }
    }

    /// Tells the user of an error, and returns its exit code.
    private static func report(_ error: any Error, in world: World) -> Int32 {
        if isOfArgumentParser(error) {
            let code = exitCode(for: error)
            let text = fullMessage(for: error, columns: world.terminal.width)
            if !text.isEmpty {
                let bytes = Array((text + "\n").utf8)
                code.isSuccess ? world.writeOutput(bytes) : world.writeError(bytes)
            }
            return code.rawValue
        }
        world.writeError(Array("archbook: \(SafeText.block("\(error)"))\n".utf8))
        return Outcome.failed.rawValue
    }

    private static func isOfArgumentParser(_ error: any Error) -> Bool {
        error is ExitCode || error is ValidationError || error is CleanExit
            || exitCode(for: error) != .failure
    }
}
