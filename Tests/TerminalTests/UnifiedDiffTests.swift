import Foundation
import Terminal
import TestSupport
import Testing

@Suite struct `Unified diff` {
    @Test func `shows a change with three lines around it`() {
        let old = (1...9).map { "line \($0)\n" }.joined()
        let new = old.replacing("line 5\n", with: "line five\n")
        #expect(
            UnifiedDiff.text(old: Array(old.utf8), new: Array(new.utf8), path: "notes.md") == """
                --- a/notes.md
                +++ b/notes.md
                @@ -2,7 +2,7 @@
                 line 2
                 line 3
                 line 4
                -line 5
                +line five
                 line 6
                 line 7
                 line 8

                """)
    }

    @Test func `names no old file for a new one, and marks a missing final line feed`() {
        #expect(
            UnifiedDiff.text(old: nil, new: Array("one\ntwo".utf8), path: "a b.md") == """
                --- /dev/null
                +++ b/a b.md\t
                @@ -0,0 +1,2 @@
                +one
                +two
                \\ No newline at end of file

                """)
    }

    @Test func `is empty for equal files`() {
        #expect(UnifiedDiff.bytes(old: [1], new: [1], path: "x").isEmpty)
    }

    @Test func `quotes a path that would break the header`() {
        let text = UnifiedDiff.text(old: nil, new: [10], path: "a\n\"b\u{1B}")
        #expect(text.hasPrefix("--- /dev/null\n+++ \"b/a\\012\\\"b\\033\"\n"))
    }

    @Test func `colours lines and disarms what they hold`() {
        let text = UnifiedDiff.text(old: Array("a\u{1B}\n".utf8), new: Array("b\n".utf8), path: "x")
        let styled = UnifiedDiff.styled(text, with: Styler(isOn: true))
        #expect(styled.contains("\u{1B}[31m-a␛\u{1B}[0m\n\u{1B}[32m+b\u{1B}[0m\n"))
        #expect(UnifiedDiff.styled(text, with: .plain) == text.replacing("\u{1B}", with: "␛"))
    }

    @Test(arguments: 0..<60)
    func `is applied by patch to the very bytes`(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let old = randomFile(&random)
        let new = seed.isMultiple(of: 3) ? randomFile(&random) : edited(old, &random)
        #expect(try patched(old, with: UnifiedDiff.bytes(old: old, new: new, path: "file")) == new)
    }

    @Test func `is as short as can be where the files are small`() {
        let diff = UnifiedDiff.text(
            old: Array("a\nb\nc\na\nb\nb\na\n".utf8), new: Array("c\nb\na\nb\na\nc\n".utf8), path: "x")
        let changed = diff.split(separator: "\n").dropFirst(2).count { $0.hasPrefix("+") || $0.hasPrefix("-") }
        #expect(changed == 5)
    }

    @Test(.timeLimit(.minutes(10))) func `does not hang on large files whose lines are shuffled`() throws {
        var random = SeededRandom(seed: 7)
        let lines = (0..<6000).map { "line \($0)\n" }
        let old = Array(lines.joined().utf8)
        let new = Array(lines.shuffled(using: &random).joined().utf8)
        #expect(try patched(old, with: UnifiedDiff.bytes(old: old, new: new, path: "file")) == new)
    }

    // MARK: Files

    private func randomFile(_ random: inout SeededRandom) -> [UInt8] {
        let words = ["a", "b", "c", "", "dd", "e\r", "-- x", "+y", "\\ z"]
        let count = Int.random(in: 0..<40, using: &random)
        let text = (0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: "\n")
        return Array(text.utf8) + (Bool.random(using: &random) && !text.isEmpty ? [10] : [])
    }

    private func edited(_ file: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        var lines = file.split(separator: 10, omittingEmptySubsequences: false)
        for _ in 0..<3 {
            let index = Int.random(in: 0..<lines.count, using: &random)
            if Bool.random(using: &random) {
                lines.insert(Array("new".utf8)[...], at: index)
            } else {
                lines[index] = [0xFF]
            }
        }
        return Array(lines.joined(separator: [10]))
    }

    private func patched(_ old: [UInt8], with diff: [UInt8]) throws -> [UInt8] {
        guard !diff.isEmpty else { return old }
        let folder = try TemporaryFolder()
        try folder.write("file", old)
        try folder.write("diff", diff)
        let git = Process()
        git.executableURL = URL(filePath: "/usr/bin/env")
        git.arguments = ["git", "apply", "--whitespace=nowarn", "diff"]
        git.currentDirectoryURL = URL(filePath: folder.path)
        try git.run()
        git.waitUntilExit()
        try #require(git.terminationStatus == 0)
        return try folder.bytes("file")
    }
}
