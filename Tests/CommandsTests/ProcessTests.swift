import Foundation
import Model
import TestSupport
import Testing

/// What only the real program shows: its exit codes, its streams, and its end.
@Suite(.serialized) struct ProcessTests {
    private static let ends: [(arguments: [String], code: Int32)] = [
        (["--version"], 0), (["list"], 0), (["search", "nothing-like-it"], 1), (["show", "nothing-like-it"], 2),
        (["--unknown"], 64),
    ]

    @Test(arguments: ends)
    func `tells the shell how it ended`(arguments: [String], code: Int32) throws {
        #expect(try ProgramRun(arguments, in: Self.book()).exitCode == code)
    }

    @Test func `says its version and nothing else`() throws {
        let run = try ProgramRun(["--version"], in: Self.book())
        #expect(run.output == "0.1.0\n")
        #expect(run.error.isEmpty)
    }

    @Test func `keeps results and messages apart`() throws {
        let found = try ProgramRun(["list"], in: Self.book())
        #expect(found.output.hasPrefix("link"))
        #expect(found.error.hasPrefix("1 entry, "))
        let failed = try ProgramRun(["show", "nothing-like-it"], in: Self.book())
        #expect(failed.output.isEmpty)
        #expect(failed.error.hasPrefix("archbook: no entry is called \"nothing-like-it\""))
    }

    @Test func `ends quietly when nobody reads its output`() throws {
        let run = try ProgramRun(["list"], in: Self.book(), readsOutput: false)
        #expect(run.exitCode == 141 || run.signal == SIGPIPE)
        #expect(!run.error.contains("archbook"))
    }

    @Test(arguments: [["list"], ["show", "alert"], ["search", "note"], ["check"], ["coverage"], ["list", "--json"]])
    func `never passes control characters of the content on`(arguments: [String]) throws {
        let note = "note\u{1B}[31m red \u{7} \u{8} \u{9B}1m"
        let links = "- [Alert](https://example.org/) - \(note)\n- https://example.org/\u{1B}c\n"
        let book = try Self.book(links)
        let run = try ProgramRun(arguments, in: book)
        #expect(!run.output.isEmpty)
        for scalar in (run.output + run.error).unicodeScalars where scalar.properties.generalCategory == .control {
            #expect(scalar == "\n", "U+\(String(scalar.value, radix: 16)) reached the terminal")
        }
    }

    @Test func `takes ARCHBOOK_TODAY for the date`() throws {
        let book = try Self.book()
        let run = try ProgramRun(["adr", "new", "Use a log"], in: book, environment: ["ARCHBOOK_TODAY": "2031-02-03"])
        #expect(run.output == "adr/0001-use-a-log.md\n")
        #expect(try book.read("adr/0001-use-a-log.md").contains("Date: 2031-02-03\n"))
    }

    private static func book(_ text: String = "- [Alert](https://example.org/) - a note\n") throws -> TemporaryFolder {
        try TemporaryFolder(["archbook.yml": "title: Book\n", "knowledge/links.md": text])
    }
}

/// One run of the program that was built beside the tests.
struct ProgramRun {
    /// The exit code; nil when a signal ended the program.
    let exitCode: Int32?
    /// The signal that ended the program, if one did.
    let signal: Int32?
    let output: String
    let error: String

    /// Runs the program in a folder.
    ///
    /// - Parameter readsOutput: Whether somebody reads the results; if not, their pipe is closed from the start.
    init(
        _ arguments: [String],
        in folder: TemporaryFolder,
        environment: [String: String] = [:],
        readsOutput: Bool = true
    ) throws {
        let tests = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let process = Process()
        process.executableURL = tests.appending(path: "archbook")
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        let (output, error) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = error
        if !readsOutput { try output.fileHandleForReading.close() }
        try process.run()
        // The messages of the program are few and fit into the buffer of their pipe, so this order cannot block.
        self.output = readsOutput ? Self.text(of: output) : ""
        self.error = Self.text(of: error)
        process.waitUntilExit()
        let isExit = process.terminationReason == .exit
        exitCode = isExit ? process.terminationStatus : nil
        signal = isExit ? nil : process.terminationStatus
    }

    private static func text(of pipe: Pipe) -> String {
        String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
}
