import Reading
import Testing

@Suite struct `A repaired text` {
    @Test func `maps every offset back`() {
        let damaged = "a ‚Üí b\nnÃƒÂ© ‚úÖ end"
        let result = TextRepair.repair(Array(damaged.utf8))
        #expect(String(decoding: result.bytes, as: UTF8.self) == "a → b\nné ✅ end")
        for word in ["a ", " b", "n", " end", "\n"] {
            let original = Array(damaged.utf8).firstRange(of: Array(word.utf8))?.lowerBound
            let repaired = result.bytes.firstRange(of: Array(word.utf8))?.lowerBound
            #expect(repaired.map(result.originalOffset) == original)
        }
        #expect(result.originalOffset(ofRepaired: result.bytes.count) == damaged.utf8.count)
        #expect(result.originalOffset(ofRepaired: 4) == 2)
    }

    @Test(arguments: CleanProse.all)
    func `is its original with the edits made`(_ prose: CleanProse) throws {
        for layers in [[LegacyEncoding.Name.macRoman], [.windows1252, .macRoman], [.windows1252, .windows1252]] {
            var text = prose.lines(40, seed: 2).joined(separator: "\n")
            for layer in layers { text = try #require(broken(text, by: layer)) }
            let original = Array(text.utf8)
            let result = TextRepair.repair(original)
            var rebuilt: [UInt8] = []
            var offset = 0
            for edit in result.edits {
                try #require(edit.original.lowerBound >= offset)
                rebuilt += original[offset..<edit.original.lowerBound] + edit.replacement
                #expect(result.originalOffset(ofRepaired: rebuilt.count) == edit.original.upperBound)
                offset = edit.original.upperBound
            }
            rebuilt += original[offset...]
            #expect(rebuilt == result.bytes)
        }
    }
}

extension Array where Element == UInt8 {
    fileprivate func firstRange(of part: [UInt8]) -> Range<Int>? {
        indices.first { self[$0...].starts(with: part) }.map { $0..<$0 + part.count }
    }
}
