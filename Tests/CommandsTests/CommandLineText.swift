import Commands
import Model
import TestSupport

/// A command as it stands in a transcript: `$ ARCHBOOK_TODAY=2026-01-12 archbook adr new "Use a log"  # exit code 1`.
struct CommandLineText: CustomStringConvertible, Sendable {
    /// The words after `archbook`.
    let arguments: [String]
    /// The variables set before it.
    let environment: [String: String]
    /// The exit code that the comment behind it promises; 0 without one.
    let promisedExit: Int32
    let description: String

    /// Reads a line; nil when it is no command of Archbook.
    init?(_ line: String) {
        guard line.hasPrefix("$ ") else { return nil }
        let (words, comment) = Self.split(String(line.dropFirst(2)))
        guard let name = words.firstIndex(of: "archbook"), words[..<name].allSatisfy({ $0.contains("=") }) else {
            return nil
        }
        arguments = Array(words[(name + 1)...])
        let settings = words[..<name].map { $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false) }
        environment = Dictionary(settings.map { (String($0[0]), String($0[1])) }) { _, last in last }
        promisedExit = comment.hasPrefix("exit code ") ? Int32(comment.dropFirst(10)) ?? -1 : 0
        description = line
    }

    /// Runs the command in this process and returns its exit code.
    func run(in folder: String, input: String = "", recorder: OutputRecorder) async -> Int32 {
        let world = World.test(directory: folder, environment: environment, input: input, recorder: recorder)
        return await Archbook.run(arguments, in: world)
    }

    /// Splits a line into words as a shell does, with both kinds of quotes, and cuts the comment off.
    private static func split(_ line: String) -> (words: [String], comment: String) {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var rest = line[...]
        while let character = rest.popFirst() {
            if let open = quote {
                if character == open { quote = nil } else { word?.append(character) }
            } else if character == "\"" || character == "'" {
                (quote, word) = (character, word ?? "")
            } else if character == " " {
                words += word.map { [$0] } ?? []
                word = nil
            } else if character == "#", word == nil {
                return (words, rest.trimmed)
            } else {
                word = (word ?? "") + String(character)
            }
        }
        return (words + (word.map { [$0] } ?? []), "")
    }
}
