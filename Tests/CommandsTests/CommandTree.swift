import Commands
import FoundationEssentials
import Model
import TestSupport
import Testing

/// A command as the program describes itself to tools.
struct CommandTree: Sendable, CustomTestStringConvertible {
    /// The words after `archbook`: `["adr", "new"]`.
    let path: [String]
    /// Whether it has no subcommands.
    let isLeaf: Bool
    /// Whether it is what the command above it does when no subcommand is named.
    let isDefault: Bool

    /// Whether arguments call this command.
    func isCalled(by arguments: [String]) -> Bool {
        arguments.starts(with: isDefault ? path.dropLast() : path[...])
    }

    var name: String { path.joined(separator: " ") }
    var testDescription: String { name }

    /// Every command but the root and `help`, each before its subcommands.
    static func read() async throws -> [CommandTree] {
        let recorder = OutputRecorder()
        _ = await Archbook.run(["--experimental-dump-help"], in: .test(directory: "/", recorder: recorder))
        let dump = try JSONDecoder().decode(Dump.self, from: Data(recorder.outputBytes))
        var found: [CommandTree] = []
        var pending = dump.command.children(below: [])
        while let (command, path, isDefault) = pending.popLast() {
            let children = command.children(below: path)
            found.append(CommandTree(path: path, isLeaf: children.isEmpty, isDefault: isDefault))
            pending += children
        }
        return found
    }

    private struct Dump: Decodable { let command: Command }

    private struct Command: Decodable {
        let commandName: String
        let subcommands: [Command]?
        let defaultSubcommand: String?

        func children(below path: [String]) -> [(Command, path: [String], isDefault: Bool)] {
            (subcommands ?? []).filter { $0.commandName != "help" }.reversed()
                .map { ($0, path + [$0.commandName], $0.commandName == defaultSubcommand) }
        }
    }
}
