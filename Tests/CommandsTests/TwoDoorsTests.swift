import Foundation
import Model
import TestSupport
import Testing

/// The program under both of its names in one folder: neither loses what the other has written.
@Suite(.serialized) struct TwoDoorsTests {
    @Test func `gives every decision of a race a number and a file of its own`() async throws {
        let folder = try TemporaryFolder(["README.md": "# Here\n"])
        let doors = try Doors()
        #expect(try doors.run(.adr, ["init"], in: folder).code == 0)
        let outputs = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 1...4 {
                group.addTask { try doors.run(.adr, ["new", "Door \(number)"], in: folder).output }
                group.addTask { try doors.run(.archbook, ["adr", "new", "Main \(number)"], in: folder).output }
            }
            return try await group.reduce(into: [String]()) { $0.append($1.trimmed) }
        }
        let names = try folder.contents().keys.filter { $0.hasPrefix("doc/adr/") }.map { $0.dropFirst(8) }
        #expect(Set(outputs).count == 8)
        #expect(outputs.allSatisfy { folder.exists($0) }, "\(outputs) \(names)")
        #expect(names.map { $0.prefix(4) }.sorted() == (1...9).map { "000\($0)" })
        #expect(try !folder.tree().contains { $0.contains(".archbook") })
    }

    @Test func `lets every successor of a race be named`() async throws {
        let record = "# N\n\nDate: 2026-01-12\n\n## Status\n\nAccepted\n\n## Context\n"
        let folder = try TemporaryFolder(
            Dictionary(uniqueKeysWithValues: (1...5).map { ("adr/000\($0)-n.md", "# \($0). \(record.dropFirst(2))") }))
        let doors = try Doors()
        let codes = try await withThrowingTaskGroup(of: Int32.self) { group in
            for number in 2...5 {
                group.addTask {
                    try doors.run(
                        .archbook, ["adr", "link", "\(number)", "Supersedes", "1", "Superseded by"], in: folder
                    ).code
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(codes == [0, 0, 0, 0])
        #expect(try folder.read("adr/0001-n.md").split(separator: "Superseded by").count == 5)
    }

    /// Every call that gives a file its name is in turn the last one; the other door reads next.
    @Test(
        .enabled(if: Doors.canInterrupt, "strace is not installed, or may not trace here"),
        arguments: [Doors.Name.adr, .archbook], ["doc/adr", "records"])
    func `finishes or undoes what the other door left when it was killed`(killed: Doors.Name, place: String) throws {
        let doors = try Doors()
        let old = "# 1. Old\n\nDate: 2026-01-12\n\n## Status\n\nAccepted\n\n## Context\n\nWhy.\n"
        let settings = place == "doc/adr" ? [:] : ["archbook.yml": "decisions: records\n"]
        var outcomes: Set<Bool> = []
        for calls in Doors.calls {
            for number in 1... {
                let folder = try TemporaryFolder(settings.merging(["\(place)/0001-old.md": old]) { $1 })
                let line = killed == .adr ? ["new", "-s", "1", "New"] : ["adr", "new", "New", "--supersedes", "1"]
                let isKilled = try doors.run(killed, line, in: folder, killedAt: (calls, number)).code != 0
                outcomes.insert(try doors.isContinued(after: killed, in: folder, place, "\(calls) \(number)"))
                if !isKilled { break }
                try #require(number < 40)
            }
        }
        #expect(outcomes == [true, false])
    }
}

/// The built program under its two names.
struct Doors {
    /// A name that the program is called by.
    enum Name: String, Sendable {
        case adr, archbook
    }

    private let names: TemporaryFolder
    private let program: URL

    init() throws {
        names = try TemporaryFolder()
        program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "archbook")
        try FileManager.default.createSymbolicLink(
            at: URL(filePath: names.path("adr")), withDestinationURL: program)
    }

    /// The calls that make, move or remove a name, or write it to the disk; those that mean the same are counted together.
    static let calls = ["rename,renameat,renameat2", "link,linkat", "unlink,unlinkat", "mkdir,mkdirat", "fsync"]

    /// Reads with the other door and tells whether the decision is written; all of it has to be, or nothing.
    func isContinued(after killed: Name, in folder: TemporaryFolder, _ place: String, _ step: String) throws -> Bool {
        let other = killed == .adr ? Name.archbook : .adr
        let list = try run(other, other == .adr ? ["list"] : ["adr", "list"], in: folder)
        #expect(list.code == 0, "\(step): \(list.error)")
        let isWritten = folder.exists("\(place)/0002-new.md")
        #expect(list.output.contains("2") == (isWritten || other == .archbook), "\(step)")
        #expect(try folder.read("\(place)/0001-old.md").contains("2. New") == isWritten, "\(step)")
        // Killed between its last two calls, a command leaves the hidden folder, with nothing in it.
        #expect(try folder.tree().filter { $0.contains(".archbook") && $0 != ".archbook/" } == [], "\(step)")
        return isWritten
    }

    /// Whether the system lets a test interrupt another process at a call.
    static var canInterrupt: Bool {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/strace") else { return false }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/strace")
        process.arguments = ["-qq", "-o", "/dev/null", "/bin/true"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    /// Runs the program, and kills it where it makes the nth of some calls to the system.
    func run(
        _ name: Name,
        _ arguments: [String],
        in folder: TemporaryFolder,
        killedAt step: (calls: String, number: Int)? = nil
    ) throws -> (code: Int32, output: String, error: String) {
        let binary = name == .adr ? names.path("adr") : program.path
        let process = Process()
        process.executableURL = URL(filePath: step == nil ? binary : "/usr/bin/strace")
        let tracing = step.map { step in
            ["-f", "-qq", "-o", "/dev/null", "-e", "inject=\(step.calls):signal=KILL:when=\(step.number)", binary]
        }
        process.arguments = (tracing ?? []) + arguments
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.environment = ["PATH": "/usr/bin:/bin", "VISUAL": "true", "ARCHBOOK_TODAY": "2026-01-12"]
        process.standardInput = FileHandle.nullDevice
        let (output, error) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (output, error)
        try process.run()
        let results = Array(output.fileHandleForReading.readDataToEndOfFile())
        let messages = Array(error.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        return (process.terminationStatus, results.text, messages.text)
    }
}
