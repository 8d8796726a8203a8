import Model
import Reading
import TestSupport
import Testing

/// Every line of every source is accounted for.
@Suite struct CoverageTests {
    @Test(arguments: 0..<60)
    func `catalogued, context and unread lines sum to the lines that are not blank`(seed: Int) {
        for number in 0..<10 {
            var generator = RandomSource(seed: UInt64(seed * 100 + number))
            let bytes = generator.source()
            let document = DocumentReader.read(path: number % 3 == 0 ? "k/a.txt" : "k/a.md", bytes: bytes)
            let coverage = document.document.coverage
            #expect(coverage.total == Self.nonBlankLines(bytes), "\(bytes.text)")
            #expect(coverage.unreadLines == coverage.unreadLines.sorted())
            #expect(coverage.unreadLines.allSatisfy { $0 >= 1 })
        }
    }

    @Test(arguments: 0..<60)
    func `no entry stands on an unread line, and every entry lies inside its file`(seed: Int) {
        for number in 0..<10 {
            var generator = RandomSource(seed: UInt64(seed * 100 + number))
            let bytes = generator.source()
            let document = DocumentReader.read(path: number % 3 == 0 ? "k/a.txt" : "k/a.md", bytes: bytes)
            let unread = Set(document.document.coverage.unreadLines)
            let last = LineTable(bytes).position(at: bytes.count)
            for entry in document.entries {
                let range = entry.source.range
                #expect(range.start <= range.end && range.end <= last, "\(entry) \(bytes.text)")
                let lines =
                    range.start
                    .line...(range.end.column == 1 ? max(range.start.line, range.end.line - 1) : range.end.line)
                #expect(unread.isDisjoint(with: lines), "\(entry.title) \(bytes.text)")
            }
        }
    }

    /// Documents of the five shapes, in which nothing may be left unread.
    @Test(arguments: [
        "- [a](https://a.org)\n- b\n  c\n\n1. d\n", "# a\n\n> b\n\n```\nc\n```\n\n---\n\n| a |\n|---|\n| b |\n",
        "a\n===\n\nb\n---\n", "[a]: https://a.org\n[b]: c.md 'x'\n\n[a]\n",
        "x[^1]\n\n[^1]: note\n    more\n\n[^2]: unused\n",
        "<div>\n\na\n\n</div>\n\n<!-- b -->\n", "---\na: b\n---\n\nc\n", "\u{FEFF}# a\n\nb\n", "a\r\n\r\nb\r\n",
        "a\rb\r",
        "    code\n\n\tcode\n", "- a\n\n  ```\n  b\n  ```\n- c\n", "> - a\n>\n>   b\n", "***\n\n* * *\n", "#\n\n##\n",
    ])
    func `leaves no line of ordinary Markdown unread`(text: String) {
        #expect(read(text).document.coverage.unreadLines == [])
    }

    @Test func `reads text that is not UTF-8 and says so`() {
        let bytes = Array("- [a](https://a.org) - ".utf8) + [0xFF, 0xC3, 0x28, 0x00] + Array(" x\n".utf8)
        let document = DocumentReader.read(path: "k/a.md", bytes: bytes)
        #expect(document.entries.map(\.note) == ["\u{FFFD}\u{FFFD}(\u{FFFD} x"])
        #expect(Set(document.findings.map(\.rule)) == ["text.not-utf8", "text.nul"])
        #expect(document.findings.first?.position == SourcePosition(line: 1, column: 24))
    }

    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            "- [x](https://a.b/c)\n", "[a](https://b.c/d) ", "https://a.b/c ", "<a href=\"https://x.y\">b ",
            "- a\n\n  [x](https://a.b)\n\n",
            "Abc - def\n", "## What?\n\nx\n\n", "# h\n\ntext\n\n", "#tag ", "word", "**Tasks:**\n1. a\n\n", "- \"a\" ",
            "[r]: https://a.b\n",
            "### Question 1: q (4 points)\n\n**Tasks:**\n1. a\n\n", "Coming soon: A, B\n", "[^1]: x\n\n",
            "| [a](https://a.b) | b\n| - | -\n",
        ])
    func `reads 100 kB of one thing in a moment`(unit: String) {
        let bytes = Array(String(repeating: unit, count: 100_000 / unit.utf8.count).utf8)
        let document = DocumentReader.read(path: "k/a.md", bytes: bytes)
        #expect(document.document.coverage.total == Self.nonBlankLines(bytes))
    }

    private static func nonBlankLines(_ bytes: [UInt8]) -> Int {
        bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).count { line in
            line.contains { ![0x20, 0x09, 0x0B, 0x0C].contains($0) }
        }
    }
}

/// Sources of all shapes put together at random, and garbage.
private struct RandomSource {
    private var random: SeededRandom

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    private static let pieces = [
        "# Week 3: Queues - Weekly Review\n",
        "### Question 1: Saga (40 points)\n\n**Problem:**\nDesign it.\n- a\n\n**Tasks:**\n1. b\n",
        "**Model Answer (40/40):**\n```\nx\n\ny\n```\n", "**Score: 40/40** ✅\n- c\n- d\n",
        "## Practice Exercise\n\n**Problem:**\nDo.\n",
        "### Что такое CQRS (x)?\nПаттерн.\n", "## Stability patterns\n\nText.\n",
        "### Retry pattern\n\nAgain.\n\n##### Part\n\nmore\n",
        "- [a](https://a.org/x) - note\n", "- https://a.org/y-z\n  more\n", "- Group\n    - [b](https://b.org)\n\n",
        "* a\n\n  b\n",
        "Name Thing - what it is\nOther Thing - what that is\n", "Coming Soon: A, B, and C patterns\n",
        "Last updated\n", "Heading Words\n",
        "| a | b |\n|---|---|\n| [x](https://c.org) | y |\n", "[r]: https://d.org 'T'\n", "[^1]: note\n    more\n",
        "text[^1] [r]\n",
        "<table>\n<a href=\"https://e.org\">e</a>\n</table>\n", "<!-- q: id -->\n", "---\n", "---\ntags: [a]\n---\n",
        "> quote\n> - [q](https://q.org)\n",
        "```\nopen fence\n", "\n", "\n\n", "   \n", "\r\n", "\r", "\t- x\n", "Setext\n---\n",
        "- [ ] task https://t.org/a-b\n", "text", "\u{FEFF}",
        "Martin Kleppmann - \"DDIA\"\n", "- Martin Kleppmann - \"DDIA\" (1)\n", "\u{0B}\n", "#\n", "- \n",
        "[r]:\nhttps://multi.org\n'x'\n",
    ]

    mutating func source() -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...14, using: &random) {
            bytes += Array((Self.pieces.randomElement(using: &random) ?? "").utf8)
            if Int.random(in: 0..<12, using: &random) == 0 {
                bytes += (0..<6).map { _ in UInt8.random(in: 0...255, using: &random) }
            }
        }
        return bytes
    }
}
