import Foundation
import Model
import Terminal
import TestSupport
import Testing

/// Each test runs in a process of its own, whose streams it may replace.
@Suite struct `World of the process` {
    @Test func `writes all bytes to the stream that is meant`() async {
        let result = await #expect(
            processExitsWith: .exitCode(7), observing: [\.standardOutputContent, \.standardErrorContent]
        ) {
            let world = World.process()
            world.writeOutput(Array(repeating: UInt8(ascii: "x"), count: 1_000_000))
            world.writeError(Array("problem".utf8))
            exitProcess(7)
        }
        #expect(result?.standardOutputContent.count { $0 == UInt8(ascii: "x") } == 1_000_000)
        #expect(result?.standardErrorContent.text.contains("problem") == true)
    }

    @Test func `says so when the output cannot be written`() async {
        let result = await #expect(processExitsWith: .exitCode(2), observing: [\.standardErrorContent]) {
            dup2(unsafe open("/dev/full", O_WRONLY), 1)
            World.process().writeOutput([.lineFeed])
        }
        #expect(result?.standardErrorContent.text.contains("archbook: the output could not be written: ") == true)
    }

    @Test func `ends without a word when the reader of a pipe has gone`() async {
        let result = await #expect(processExitsWith: .exitCode(141), observing: [\.standardErrorContent]) {
            signal(SIGPIPE, SIG_IGN)
            var ends: [Int32] = [0, 0]
            unsafe pipe(&ends)
            close(ends[0])
            dup2(ends[1], 1)
            World.process().writeOutput([.lineFeed])
        }
        #expect(result?.standardErrorContent.text.contains("archbook") == false)
    }

    @Test func `reads lines, then the rest, and stays at the end`() async throws {
        let folder = try TemporaryFolder(["input": "one\r\n\nthree\nfour\nfive"])
        await #expect(processExitsWith: .success) { [path = folder.path("input") as String] in
            dup2(unsafe open(path, O_RDONLY), 0)
            let world = World.process()
            #expect((0..<3).map { _ in world.readLine() } == ["one", "", "three"])
            #expect(world.readInput() == Array("four\nfive".utf8))
            #expect(world.readLine() == nil && world.readInput().isEmpty)
        }
    }

    @Test func `reads a last line without an ending`() async throws {
        let folder = try TemporaryFolder(["input": "one"])
        await #expect(processExitsWith: .success) { [path = folder.path("input") as String] in
            dup2(unsafe open(path, O_RDONLY), 0)
            let world = World.process()
            #expect(world.readLine() == "one")
            #expect(world.readLine() == nil)
        }
    }

    @Test(arguments: [("57", 57), ("0", 80), ("wide", 80)])
    func `is as wide as COLUMNS says, else 80 in a pipe`(columns: String, width: Int) async {
        await #expect(processExitsWith: .success) { [columns = columns as String, width = width as Int] in
            unsafe setenv("COLUMNS", columns, 1)
            for descriptor in Int32(0)...2 { dup2(unsafe open("/dev/null", O_RDWR), descriptor) }
            let world = World.process()
            #expect(world.terminal.width == width)
            #expect(!world.terminal.inputIsTerminal && !world.terminal.outputIsTerminal)
        }
    }

    @Test func `knows the offset of local time`() async {
        await #expect(processExitsWith: .success) {
            unsafe setenv("TZ", "IST-5:30", 1)
            #expect(World.process().now().offsetMinutes == 330)
        }
    }
}
