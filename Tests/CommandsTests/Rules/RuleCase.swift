import Checks
import Commands
import Model
import TestSupport
import Testing

/// A workspace that breaks one rule, and its repaired twin, which does not.
struct RuleCase: Sendable, CustomTestStringConvertible {
    let rule: String
    let broken: [String: [UInt8]]
    let sound: [String: [UInt8]]

    var testDescription: String { rule }

    init(_ rule: String, broken: [String: String], sound: [String: String]) {
        self.init(rule, bytes: broken.mapValues { Array($0.utf8) }, sound: sound)
    }

    /// A case whose broken files are no text.
    init(_ rule: String, bytes: [String: [UInt8]], sound: [String: String]) {
        self.rule = rule
        broken = bytes
        self.sound = sound.mapValues { Array($0.utf8) }
    }

    /// A case of one file.
    init(_ rule: String, _ path: String, broken: String, sound: String) {
        self.init(rule, broken: [path: broken], sound: [path: sound])
    }

    /// A file of the book's links, under a title and a heading.
    init(_ rule: String, item: String, sound: String) {
        let start = "# Reading\n\n## Books\n\n- "
        self.init(rule, "knowledge/links.md", broken: "\(start)\(item)\n", sound: "\(start)\(sound)\n")
    }

    static let all = texts + links + vocabulary + records + diagrams

    /// Checks files with some arguments, in a workspace of their own.
    static func check(_ files: [String: [UInt8]], _ arguments: [String] = []) async throws -> CheckRun {
        let folder = try TemporaryFolder(workspace: [:])
        for (path, bytes) in files { try folder.write(path, bytes) }
        return try await check(folder, arguments)
    }

    /// Checks a workspace with some arguments.
    static func check(_ folder: TemporaryFolder, _ arguments: [String] = []) async throws -> CheckRun {
        let recorder = OutputRecorder()
        let exit = await Archbook.run(["check"] + arguments, in: .test(directory: folder.path, recorder: recorder))
        return CheckRun(folder: folder, exit: exit, output: recorder.output, error: recorder.error)
    }
}

/// What came of `archbook check`.
struct CheckRun {
    let folder: TemporaryFolder
    let exit: Int32
    let output: String
    let error: String

    /// The findings of `--json`.
    func findings() throws -> [[String: JSONValue]] {
        let value = try JSONValue(parsing: Array(output.utf8))
        return try #require(value.object?["items"]?.array).compactMap(\.object)
    }

    /// The names of the rules that the findings of `--json` name.
    func rules() throws -> [String] { try findings().compactMap { $0["rule"]?.string } }
}
