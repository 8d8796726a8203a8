import ArgumentParser
import Commands
import Glibc
import Model
import TestSupport
import Testing

/// Builds over builds: what stands in the folder afterwards tells nothing of what stood there before.
@Suite struct `Site over a former site` {
    private func build(_ folder: TemporaryFolder, _ options: [String]) async throws {
        let command = try #require(try SiteCommand.parseAsRoot(["build"] + options) as? any BookCommand)
        #expect(try await command.run(in: .test(directory: folder.path)) == .done)
    }

    /// The files below a folder by their paths there.
    private func files(_ folder: TemporaryFolder, below name: String) throws -> [String: String] {
        let pairs = try folder.contents().filter { $0.key.hasPrefix("\(name)/") }
        return Dictionary(uniqueKeysWithValues: pairs.map { (String($0.key.dropFirst(name.count + 1)), $0.value) })
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `is the same as a cold one, byte for byte, after any edits`(seed: UInt64) async throws {
        var chance = SeededRandom(seed: seed)
        let folder = try TemporaryFolder(["archbook.yml": "title: Book\nsite:\n  url: https://example.org/\n"])
        for number in 0..<4 { try folder.write("knowledge/n\(number).md", note(number, &chance)) }
        for turn in 0..<8 {
            for _ in 0..<Int.random(in: 0...3, using: &chance) { try edit(folder, &chance) }
            try await build(folder, ["--output", "warm"])
            try await build(folder, ["--output", "cold-\(turn)"])
            #expect(try files(folder, below: "warm") == files(folder, below: "cold-\(turn)"), "seed \(seed), \(turn)")
            try folder.remove("cold-\(turn)")
        }
    }

    @Test func `touches no file that stays as it is`() async throws {
        let folder = try TemporaryFolder(["archbook.yml": "", "knowledge/a.md": "# A\n\n### Saga pattern\n\nText.\n"])
        try await build(folder, [])
        let before = try times(folder)
        try await build(folder, [])
        #expect(try times(folder) == before)
        try folder.write("knowledge/a.md", "# A\n\n### Saga pattern\n\nOther text.\n")
        try await build(folder, [])
        let after = try times(folder)
        #expect(after["site/public/patterns/saga.html"] != before["site/public/patterns/saga.html"])
        #expect(after["site/public/style.css"] == before["site/public/style.css"])
    }

    /// What tells a file that was written from one that was not, even within one tick of the clock.
    private func times(_ folder: TemporaryFolder) throws -> [String: [Int]] {
        var times: [String: [Int]] = [:]
        for name in try folder.tree() where name.hasPrefix("site/public/") {
            var status = stat()
            let result = unsafe lstat(folder.path(name), &status)
            try #require(result == 0)
            // A folder's own times change when a file is staged in it; only files are looked at.
            guard !name.hasSuffix("/") else { continue }
            times[name] = [Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
        }
        return times
    }

    private func edit(_ folder: TemporaryFolder, _ chance: inout SeededRandom) throws {
        let number = Int.random(in: 0..<8, using: &chance)
        let name = "knowledge/n\(number).md"
        switch Int.random(in: 0..<4, using: &chance) {
        case 0 where folder.exists(name): try folder.remove(name)
        case 1: try folder.write("adr/000\(number)-choice.md", "# \(number). Choice\n\n## Status\n\nAccepted\n")
        case 2: try folder.write("site/theme/style.css", "p { order: \(number) }")
        default: try folder.write(name, note(number, &chance))
        }
    }

    private func note(_ number: Int, _ chance: inout SeededRandom) -> String {
        let tags = ["cqrs", "saga", "cloud"].filter { _ in Bool.random(using: &chance) }.map { "#\($0)" }
        let other = Int.random(in: 0..<8, using: &chance)
        return """
            # Note \(number)

            \(tags.joined(separator: " "))

            ### Pattern \(Int.random(in: 0..<6, using: &chance))

            See [another](n\(other).md), and https://example.org/\(other).

            """
    }
}
