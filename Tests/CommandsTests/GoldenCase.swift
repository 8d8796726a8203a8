import FoundationEssentials
import Model
import TestSupport
import Testing

/// A recorded run: `Golden/BOOK/CASE/` holds the commands and all that they printed and changed in a copy of
/// `Golden/BOOK/input/`.
struct GoldenCase: CustomTestStringConvertible, Sendable {
    /// The name of the folder of the book.
    let book: String
    let name: String

    var testDescription: String { "\(book)/\(name)" }

    /// The folder of all recorded runs, beside this file.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    /// Every case, sorted.
    static let all: [GoldenCase] = folders(in: root).flatMap { book in
        folders(in: root.appending(path: book)).filter { $0 != "input" }.map { GoldenCase(book: book, name: $0) }
    }

    /// The commands of the case, in their order.
    ///
    /// - Throws: an error of the file system when there is no file `command`.
    func commands() throws -> [CommandLineText] {
        let text = String(decoding: try Data(contentsOf: folder.appending(path: "command")), as: UTF8.self)
        return text.split(separator: "\n").compactMap { CommandLineText(String($0)) }
    }

    /// Runs the commands in a copy of the book and returns the text of each recorded file by its name.
    func run() async throws -> [String: String] {
        let copy = try TemporaryFolder()
        try Self.copy(Self.root.appending(path: "\(book)/input"), to: copy)
        let before = try Self.contents(of: copy)
        let recorder = OutputRecorder()
        var exits = ""
        for command in try commands() {
            exits += "\(await command.run(in: copy.path, input: try input(), recorder: recorder))\n"
        }
        let streams = ["stdout": recorder.output, "stderr": recorder.error, "exit": exits]
        return streams.merging(["changes": Self.changes(from: before, to: try Self.contents(of: copy))]) { own, _ in own
        }
        .mapValues { $0.replacing(copy.path, with: "{{root}}") }
        .filter { !$0.value.isEmpty }
    }

    /// The recorded text of each file by its name; nothing is recorded for a stream that stays empty.
    func recorded() throws -> [String: String] {
        var recorded: [String: String] = [:]
        for name in Self.files {
            guard let bytes = try? Data(contentsOf: folder.appending(path: name)) else { continue }
            recorded[name] = String(decoding: bytes, as: UTF8.self)
        }
        return recorded
    }

    /// Writes what a run gave in place of what was recorded.
    func record(_ run: [String: String]) throws {
        for name in Self.files {
            let file = folder.appending(path: name)
            if let text = run[name] {
                try Data(text.utf8).write(to: file)
            } else {
                try? FileManager.default.removeItem(at: file)
            }
        }
    }

    private static let files = ["changes", "exit", "stderr", "stdout"]

    private var folder: URL { Self.root.appending(path: "\(book)/\(name)") }

    /// What the commands read from the standard input.
    private func input() throws -> String {
        (try? Data(contentsOf: folder.appending(path: "stdin"))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// The files that were written, with their text where a person wrote or would edit them, and those removed.
    private static func changes(from before: [String: String], to after: [String: String]) -> String {
        let written = after.filter { before[$0.key] != $0.value }.map { path, text in
            isEdited(path) ? "== \(path)\n\(text)" : "== \(path) (\(before[path] == nil ? "new" : "changed"))\n"
        }
        let removed = before.keys.filter { after[$0] == nil }.map { "== \($0) (removed)\n" }
        return (written + removed).sorted().joined()
    }

    /// The text of every file that can be read, by its path.
    private static func contents(of folder: TemporaryFolder) throws -> [String: String] {
        // The cache is derived, and another at each run.
        let names = try folder.tree().filter { !$0.hasSuffix("/") && !$0.hasPrefix(".archbook/cache/") }
        let files = names.map { ($0, try? folder.read($0)) }
        return Dictionary(uniqueKeysWithValues: files).compactMapValues { $0 }
    }

    private static func isEdited(_ path: String) -> Bool {
        [".md", ".yml", ".jsonl"].contains { path.hasSuffix($0) }
    }

    private static func folders(in folder: URL) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
        return names.filter { !$0.contains(".") }.sorted()
    }

    private static func copy(_ source: URL, to folder: TemporaryFolder) throws {
        let path = source.path(percentEncoded: false)
        guard FileManager.default.fileExists(atPath: path) else { return }
        for name in try FileManager.default.contentsOfDirectory(atPath: path) where name != ".gitkeep" {
            try FileManager.default.copyItem(atPath: "\(path)/\(name)", toPath: folder.path(name))
        }
    }
}
