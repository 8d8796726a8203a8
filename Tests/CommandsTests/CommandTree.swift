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

    var name: String { path.joined(separator: " ") }
    var testDescription: String { name }

    /// Every command but the root and `help`, each before its subcommands.
    static func read() async throws -> [CommandTree] {
        let recorder = OutputRecorder()
        _ = await Archbook.run(["--experimental-dump-help"], in: .test(directory: "/", recorder: recorder))
        let dump = try JSONDecoder().decode(Dump.self, from: Data(recorder.outputBytes))
        var found: [CommandTree] = []
        var pending = dump.command.children(below: [])
        while let (command, path) = pending.popLast() {
            let children = command.children(below: path)
            found.append(CommandTree(path: path, isLeaf: children.isEmpty))
            pending += children
        }
        return found
    }

    private struct Dump: Decodable { let command: Command }

    private struct Command: Decodable {
        let commandName: String
        let subcommands: [Command]?

        func children(below path: [String]) -> [(Command, [String])] {
            (subcommands ?? []).filter { $0.commandName != "help" }.map { ($0, path + [$0.commandName]) }.reversed()
        }
    }
}
