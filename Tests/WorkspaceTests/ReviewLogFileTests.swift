import Foundation
import Model
import Synchronization
import TestSupport
import Testing
import Workspace

@Suite struct `Review log file` {
    private let path = ".archbook/reviews/laptop.jsonl"

    @Test func `is made with its folders, and grows line by line`() throws {
        let folder = try TemporaryFolder()
        try ReviewLogFile.append(Array("one".utf8), to: path, in: folder.path)
        try ReviewLogFile.append(Array("two".utf8), to: path, in: folder.path)
        #expect(try folder.read(path) == "one\ntwo\n")
    }

    @Test func `gets a new line after a torn one, whose bytes stay`() throws {
        let folder = try TemporaryFolder([path: "one\n{\"v\":1,\"t"])
        try ReviewLogFile.append(Array("two".utf8), to: path, in: folder.path)
        #expect(try folder.read(path) == "one\n{\"v\":1,\"t\ntwo\n")
    }

    @Test func `that cannot be written says which file and why`() throws {
        let folder = try TemporaryFolder(["\(path)/file": ""])
        let error = #expect(throws: FileError.self) {
            try ReviewLogFile.append([], to: path, in: folder.path)
        }
        #expect(error?.path == folder.path(path))
        #expect(error?.operation == .write)
    }

    @Test(arguments: [
        ("Laptop.local", "laptop-local"), ("Ann's  MacBook Pro", "ann-s-macbook-pro"), ("--x--", "x"),
        ("ноутбук", "device"),
        ("", "device"), ("../../etc", "etc"),
    ])
    func `is named after the device`(name: String, expected: String) {
        #expect(ReviewLogFile.device(name) == expected)
        if !name.isEmpty {
            #expect(ReviewLogFile.path(["ARCHBOOK_DEVICE": name]) == ".archbook/reviews/\(expected).jsonl")
        }
    }

    @Test func `is named after the machine when nothing else is said`() {
        let path = ReviewLogFile.path([:])
        #expect(path.hasPrefix(".archbook/reviews/") && path.hasSuffix(".jsonl"))
        #expect(ReviewLogFile.path(["ARCHBOOK_DEVICE": ""]) == path)
    }

    @Test func `of every device is read, in the order of the names`() throws {
        let folder = try TemporaryFolder([
            ".archbook/reviews/b.jsonl": "b", ".archbook/reviews/a.jsonl": "a", ".archbook/reviews/notes.txt": "x",
        ])
        try folder.makeFolder(".archbook/reviews/c.jsonl")
        let (files, findings) = ReviewLogFile.readAll(in: folder.path)
        #expect(files.map(\.path) == [".archbook/reviews/a.jsonl", ".archbook/reviews/b.jsonl"])
        #expect(findings.map(\.path) == [".archbook/reviews/c.jsonl"])
    }

    @Test func `is nothing to read in a workspace without answers`() throws {
        let (files, findings) = ReviewLogFile.readAll(in: try TemporaryFolder().path)
        #expect(files.isEmpty && findings.isEmpty)
    }

    @Test func `keeps the lines of three processes whole`() async throws {
        let folder = try TemporaryFolder()
        let root = folder.path
        await withTaskGroup(of: Void.self) { group in
            for writer in 0..<3 {
                group.addTask {
                    await #expect(processExitsWith: .success) { [root = root as String, writer = writer as Int] in
                        for number in 0..<60 {
                            let tail = String(repeating: "\(writer)", count: number * 997)
                            let line = Array("\(writer) \(number) \(tail)".utf8)
                            try ReviewLogFile.append(line, to: ".archbook/reviews/laptop.jsonl", in: root)
                        }
                    }
                }
            }
        }
        let lines = try folder.read(path).split(separator: "\n")
        let expected = (0..<3).flatMap { writer in
            (0..<60).map { "\(writer) \($0) \(String(repeating: "\(writer)", count: $0 * 997))" }
        }
        #expect(lines.map(String.init).sorted() == expected.sorted())
    }

    @Test func `holds every line that was appended before the process was killed`() async throws {
        let folder = try TemporaryFolder()
        let root = folder.path
        await #expect(processExitsWith: .signal(SIGKILL)) { [root = root as String] in
            let appended = Atomic(0)
            Thread.detachNewThread {
                while true {
                    if appended.load(ordering: .acquiring) >= 25 { kill(getpid(), SIGKILL) }
                }
            }
            for number in 0..<100_000 {
                let line = Array("\(number) \(String(repeating: "x", count: 5000))".utf8)
                try ReviewLogFile.append(line, to: ".archbook/reviews/laptop.jsonl", in: root)
                appended.store(number + 1, ordering: .releasing)
            }
        }
        let text = try folder.read(path)
        let numbers = text.split(separator: "\n").map { $0.prefix { $0 != " " } }
        #expect(numbers.count >= 25 && text.last == "\n")
        #expect(numbers.map(String.init) == (0..<numbers.count).map(String.init))
    }
}
