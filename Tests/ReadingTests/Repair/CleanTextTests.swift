import Reading
import Testing

@Suite struct `Clean text` {
    @Test func `has at least three hundred lines here`() {
        #expect(CleanLines.lines.count >= 300)
    }

    @Test(arguments: CleanLines.all.map(\.name))
    func `does not change line by line`(_ name: String) throws {
        let topic = try #require(CleanLines.all.first { $0.name == name })
        for line in topic.text.split(separator: "\n") {
            #expect(repaired(String(line)) == String(line))
        }
    }

    @Test func `does not change as one file`() {
        let text = CleanLines.lines.joined(separator: "\n")
        let result = TextRepair.repair(Array(text.utf8))
        #expect(result.edits.map { String(decoding: $0.replacement, as: UTF8.self) } == [])
        #expect(result.lost == [])
        #expect(result.bytes == Array(text.utf8))
    }

    @Test(arguments: [LegacyEncoding.Name.macRoman, .windows1252, .windows1251, .koi8r, .cp866])
    func `does not change beside broken Russian and broken signs`(_ name: LegacyEncoding.Name) throws {
        let prose = CleanProse.russian.lines(30, seed: 7) + ["✅ → × 🏆 “” …"]
        let damaged = try #require(broken(prose.joined(separator: "\n"), by: name))
        let text = repaired(damaged + "\n" + CleanLines.lines.joined(separator: "\n"))
        let after = text.split(separator: "\n", omittingEmptySubsequences: false).suffix(CleanLines.lines.count)
        let changed = zip(CleanLines.lines, after).filter { $0 != String($1) }
        // The face `¬´, a line of dashes before letters and a line drawing have the very characters of broken «, у, ¿.
        let known: [LegacyEncoding.Name: Int] = [.macRoman: 2, .cp866: 1]
        #expect(changed.count == known[name, default: 0], "\(changed)")
    }
}
