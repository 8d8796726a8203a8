import Reading
import TestSupport
import Testing

@Suite struct `Arbitrary text` {
    /// Strings of legacy characters, broken emoji, spaces, marks of Markdown and line breaks, without any sense.
    private func text(_ random: inout SeededRandom) -> String {
        let encoding = LegacyEncoding.all.randomElement(using: &random) ?? .macRoman
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...40, using: &random) {
            switch Int.random(in: 0..<10, using: &random) {
            case 0:
                text.append(
                    contentsOf: (["\n", "\r\n", " ", "`", "](", "https://", "# "].randomElement(using: &random) ?? "")
                        .unicodeScalars)
            case 1:
                text.append(
                    contentsOf: (["e\u{301}", "π", "οΈ", "Ã ", "üöÄ", "🧪"].randomElement(using: &random) ?? "")
                        .unicodeScalars)
            case 2...5:
                let scalar = (["é", "п", "→", "🚀", "я", "«", "ж", "×"].randomElement(using: &random) ?? "é") as String
                text.append(contentsOf: (encoding.decode(scalar.utf8) ?? scalar).unicodeScalars)
            default:
                let byte = UInt8.random(in: 0x80...0xFF, using: &random)
                text.append(contentsOf: (encoding.decode([byte]) ?? "a").unicodeScalars)
            }
        }
        return String(text)
    }

    @Test func `stays valid, keeps its lines and is repaired once`() {
        var random = SeededRandom(seed: 2026)
        for _ in 0..<4000 {
            let given = Array(text(&random).utf8)
            let result = TextRepair.repair(given)
            #expect(String(validating: result.bytes, as: UTF8.self) != nil)
            #expect(result.bytes.filter { $0 == 0x0A }.count == given.filter { $0 == 0x0A }.count)
            let again = TextRepair.repair(result.bytes)
            #expect(again.bytes == result.bytes, "\(String(decoding: given, as: UTF8.self))")
            var offset = 0
            for edit in result.edits {
                #expect(edit.original.lowerBound >= offset)
                offset = edit.original.upperBound
            }
            #expect(offset <= given.count)
            #expect(result.lost.allSatisfy { $0.original.upperBound <= given.count })
            #expect(result.originalOffset(ofRepaired: result.bytes.count) == given.count)
            _ = TextRepair.withoutDebris(String(decoding: given, as: UTF8.self))
        }
    }
}
