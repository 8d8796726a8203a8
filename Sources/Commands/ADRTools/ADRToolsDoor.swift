package import Model
import Records
import Terminal
import Workspace

/// The program as users of adr-tools know it: the same commands, arguments, files, output and environment.
///
/// It answers when the binary is called by the name `adr` or `_adr_autocomplete`.
package enum ADRToolsDoor {
    /// The names by which the binary answers so.
    package static let names = ["adr", "_adr_autocomplete"]

    static let commands = ["generate", "help", "init", "link", "list", "new", "upgrade-repository"]
    static let reports = ["graph", "toc"]

    /// Runs a command line and returns the exit code.
    ///
    /// - Parameter name: the name by which the program was called.
    package static func run(as name: String, _ arguments: [String], in world: World) -> Int32 {
        do {
            if name == "_adr_autocomplete" {
                complete(arguments, in: world)
                return 0
            }
            return try run(arguments, in: world)
        } catch let error as Refusal {
            error.isResult
                ? world.writeOutput(Array("\(error)\n".utf8))
                : world.writeError(Array("\(SafeText.block("\(error)"))\n".utf8))
            return 1
        } catch let error as RecordError {
            world.writeError(Array("adr: \(SafeText.block("\(error)"))\n".utf8))
            if case .ambiguousRecord = error { return 2 }
            return 1
        } catch {
            world.writeError(Array("adr: \(SafeText.block("\(error)"))\n".utf8))
            return 1
        }
    }

    private static func run(_ arguments: [String], in world: World) throws -> Int32 {
        let rest = Array(arguments.dropFirst())
        switch arguments.first {
        case "init": try initialize(rest, in: world)
        case "new": try writeNew(rest, in: world)
        case "list": try list(in: world)
        case "link": try link(rest, in: world)
        case "generate": try generate(rest, in: world)
        case "upgrade-repository": try upgrade(in: world)
        case "help": ADRToolsHelp.show(rest, in: world)
        default:
            ADRToolsHelp.show([], in: world)
            return 1
        }
        return 0
    }

    /// Prints the words that may follow, on one line, unless the last one is whole.
    private static func complete(_ arguments: [String], in world: World) {
        // The completion of Debian hands the whole line over as one word.
        let isOneWord = arguments.count == 1
        let words = isOneWord ? arguments[0].split(separator: " ").map(String.init) : arguments
        let isFinished = isOneWord && arguments[0].hasSuffix(" ")
        let typed = Array(words.dropFirst()) + (isFinished ? [""] : [])
        let candidates =
            switch typed.count {
            case 0, 1: commands
            case 2 where typed[0] == "generate": reports
            default: [String]()
            }
        let last = typed.last ?? ""
        let matches = candidates.filter { $0.hasPrefix(last) }
        if !matches.isEmpty, matches != [last] {
            world.writeOutput(Array((matches.joined(separator: " ") + "\n").utf8))
        }
    }

    /// Why a command was refused.
    struct Refusal: Error, CustomStringConvertible {
        let description: String
        /// Whether adr-tools tells it on the stream of results.
        let isResult: Bool

        init(_ description: String, isResult: Bool = false) {
            self.description = description
            self.isResult = isResult
        }
    }
}
