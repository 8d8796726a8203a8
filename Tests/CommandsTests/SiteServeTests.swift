import ArgumentParser
import Commands
import Foundation
import Model
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct `Site serve` {
    private func workspace() throws -> TemporaryFolder {
        try TemporaryFolder([
            "archbook.yml": "title: Sample book\n",
            "knowledge/patterns.md": patterns("Local steps."),
        ])
    }

    private func patterns(_ saga: String) -> String {
        "# Patterns\n\n### Saga pattern\n\n\(saga)\n\n### Outbox pattern\n\nA table.\n"
    }

    /// Serves a workspace in this process, on any free port, until `body` is over.
    private func serving(_ folder: TemporaryFolder, _ body: @escaping (_ port: Int) async throws -> Void) async throws {
        let output = AsyncStream.makeStream(of: String.self)
        let end = AsyncStream.makeStream(of: Void.self)
        var world = World.test(directory: folder.path)
        world.writeOutput = { output.continuation.yield($0.text) }
        world.waitForInterrupt = { for await _ in end.stream {} }
        let command = try #require(try SiteCommand.parseAsRoot(["serve", "--port", "0"]) as? any BookCommand)
        async let outcome = {
            defer { output.continuation.finish() }
            return try await command.run(in: world)
        }()
        var lines = output.stream.makeAsyncIterator()
        if let line = await lines.next() {
            let port = try #require(Int(line.dropLast(2).split(separator: ":").last ?? ""), "\(line)")
            do {
                try await body(port)
            } catch {
                end.continuation.finish()
                throw error
            }
        }
        end.continuation.finish()
        #expect(try await outcome == .done)
    }

    private func page(_ path: String, port: Int) async throws -> String {
        let client = try LoopbackClient(port: port)
        client.ask("GET", path, ["Connection: close"])
        return try await client.receive()
    }

    /// Listens as the script in a page does that was just loaded.
    private func listener(_ path: String, port: Int) async throws -> LoopbackClient {
        let page = try await page(path, port: port)
        let tag = try #require(page.split(separator: "data-tag=\"").dropFirst().first?.prefix { $0 != "\"" })
        let client = try LoopbackClient(port: port)
        client.ask("GET", "/.archbook/events?page=\(path)&tag=\(tag)")
        _ = try await client.receive(until: "event: findings")
        return client
    }

    @Test func `reloads the pages that a save changes, and leaves the built site alone`() async throws {
        let folder = try workspace()
        try await serving(folder) { port in
            let saga = try await listener("/patterns/saga.html", port: port)
            try folder.write("knowledge/patterns.md", patterns("New steps."))
            _ = try await saga.receive(until: "event: reload")
            #expect(try await page("/patterns/saga.html", port: port).contains("New steps."))
            let style = try await listener("/patterns/outbox.html", port: port)
            try folder.write("site/theme/style.css", "p { color: red }")
            _ = try await style.receive(until: "event: reload")
            #expect(try await page("/style.css", port: port).hasSuffix("p { color: red }"))
        }
        #expect(!folder.exists("site/public"))
    }

    @Test func `tells findings in the page, and shows the last good page of a book that cannot be read`() async throws {
        let folder = try workspace()
        try await serving(folder) { port in
            let outbox = try await listener("/patterns/outbox.html", port: port)
            try folder.write("knowledge/patterns.md", patterns("See [it](gone.md)."))
            _ = try await outbox.receive(until: "knowledge/patterns.md")
            try folder.remove("archbook.yml")
            try folder.makeFolder("archbook.yml")
            _ = try await outbox.receive(until: "What was saved last is not shown: ")
            #expect(try await page("/patterns/outbox.html", port: port).contains("A table."))
            try FileManager.default.removeItem(atPath: folder.path("archbook.yml"))
            try folder.write("archbook.yml", "title: Another book\n")
            _ = try await outbox.receive(until: "event: reload")
            #expect(try await page("/", port: port).contains("Another book"))
        }
    }

    @Test func `refuses strangers`() async throws {
        let folder = try workspace()
        try await serving(folder) { port in
            let client = try LoopbackClient(port: port)
            client.ask("GET", "/", host: "evil.example")
            #expect(try await client.receive().hasPrefix("HTTP/1.1 403 "))
            #expect(try await page("/../archbook.yml", port: port).hasPrefix("HTTP/1.1 400 "))
            #expect(try await page("/archbook.yml", port: port).hasPrefix("HTTP/1.1 404 "))
        }
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func `ends on Ctrl-C and gives its port back`(signal: Int32) async throws {
        let folder = try workspace()
        let process = Process()
        let tests = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        process.executableURL = tests.appending(path: "archbook")
        process.arguments = ["site", "serve", "--port", "0"]
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.standardInput = FileHandle.nullDevice
        let (output, error) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = error
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        let port = try #require(Int(line.dropLast(2).split(separator: ":").last ?? ""), "\(line)")
        let client = try await listener("/", port: port)
        // The program waits for the signal only when it has said so.
        while !String(decoding: error.fileHandleForReading.availableData, as: UTF8.self).contains("Ctrl-C") {}
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == 0)
        _ = try await client.receive()
        let next = try ProgramRun(["site", "serve", "--port", "\(port)", "--host", "192.0.2.1"], in: folder)
        #expect(next.exitCode == 2 && next.error.contains("this machine has no such address"))
        #expect(throws: LoopbackClient.Failure.self) { try LoopbackClient(port: port) }
    }

    @Test(arguments: [["--port", "70000"], ["--port", "x"], ["--host", ""]])
    func `refuses options that make no sense`(options: [String]) throws {
        #expect(throws: (any Error).self) { try SiteCommand.parseAsRoot(["serve"] + options) }
    }
}
