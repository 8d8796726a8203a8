import FoundationEssentials
import Model
import TestSupport
import Testing

/// The transcripts in README.md and docs/, played in a copy of this repository's own book.
///
/// A block marked `console` is one session. Each `$ archbook …` in it must end with the exit code of its comment, 0
/// without one, and print the lines below it in their order; `…` stands for any number of lines.
struct ReadmeTests {
    @Test(arguments: Session.all)
    func `prints what the documentation shows`(_ session: Session) async throws {
        let book = try Repository.copyOfTheBook()
        for step in session.steps {
            let recorder = OutputRecorder()
            let exit = await step.command.run(in: book.path, recorder: recorder)
            #expect(exit == step.command.promisedExit, "\(step.command): \(recorder.error)")
            var printed = recorder.output.split(separator: "\n").map(\.trimmed)[...]
            for line in step.output where line != "…" {
                let found = printed.firstIndex(of: line)
                #expect(found != nil, "\(step.command) does not print `\(line)`, or not in this place")
                if let found { printed = printed[(found + 1)...] }
            }
        }
    }

    @Test func `the README shows every command`() async throws {
        let shown = Session.all.filter { $0.file == "README.md" }.flatMap(\.steps).map(\.command.arguments)
        for command in try await CommandTree.read() where command.isLeaf {
            #expect(shown.contains { command.isCalled(by: $0) }, "README.md has no archbook \(command.name)")
        }
    }
}

/// A transcript in a page of the documentation.
struct Session: CustomTestStringConvertible, Sendable {
    struct Step: Sendable {
        let command: CommandLineText
        /// The lines below the command, without white space at their ends.
        var output: [String]
    }

    /// The path of the page, relative to the repository.
    let file: String
    /// The line of the page on which the transcript begins.
    let line: Int
    let steps: [Step]

    var testDescription: String { "\(file):\(line)" }

    static let all: [Session] = Repository.pages.flatMap { page in
        sessions(in: (try? Repository.read(page)) ?? "", of: page)
    }

    private static func sessions(in text: String, of file: String) -> [Session] {
        var sessions: [Session] = []
        var open: (line: Int, steps: [Step])?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("```") {
                if let (line, steps) = open { sessions.append(Session(file: file, line: line, steps: steps)) }
                open = line == "```console" ? (index + 1, []) : nil
            } else if let command = CommandLineText(String(line)) {
                open?.steps.append(Step(command: command, output: []))
            } else if let last = open?.steps.indices.last, !line.isBlank {
                open?.steps[last].output.append(line.trimmed)
            }
        }
        return sessions
    }
}

/// This repository, as the tests see it.
enum Repository {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The pages of the documentation that hold transcripts.
    static let pages = ["README.md"] + names(in: "docs").filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }

    /// The text of a file by its relative path.
    static func read(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
    }

    /// The paths of all source files.
    static func sources() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: "Sources").path(percentEncoded: false))
            .filter { $0.hasSuffix(".swift") }.sorted().map { "Sources/\($0)" }
    }

    /// A copy of the book and of what stands beside it, to be thrown away.
    static func copyOfTheBook() throws -> TemporaryFolder {
        let copy = try TemporaryFolder()
        try copy.makeFolder("site")
        for part in ["README.md", "archbook.yml", "adr", "knowledge", "templates", "site/theme"] {
            let source = root.appending(path: part).path(percentEncoded: false)
            guard FileManager.default.fileExists(atPath: source) else { continue }
            try FileManager.default.copyItem(atPath: source, toPath: copy.path(part))
        }
        return copy
    }

    private static func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path(percentEncoded: false)))
            ?? []
    }
}

extension Substring {
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
