import Model
import TestSupport
import Testing

struct LineTableTests {
    @Test(arguments: [
        ("", 1), ("a", 1), ("a\n", 1), ("a\nb", 2), ("a\r\nb\r\n", 2), ("a\rb", 2), ("\n\n", 2), ("a\r\n\rb", 3),
    ])
    func `counts lines ended by LF, CR LF and a lone CR`(text: String, count: Int) {
        #expect(LineTable(Array(text.utf8)).count == count)
    }

    @Test func `gives columns in bytes`() {
        let lines = LineTable(Array("я=1\nab".utf8))
        #expect(lines.position(at: 2) == SourcePosition(line: 1, column: 3))
        #expect(lines.position(at: 6) == SourcePosition(line: 2, column: 2))
        #expect(lines.range(0..<5).end == SourcePosition(line: 2, column: 1))
    }

    @Test func `leads from every offset to a position and back`() {
        var random = SeededRandom(seed: 7)
        for _ in 0..<200 {
            let text = (0..<60).map { _ in "a\n\rя ".utf8.randomElement(using: &random) ?? 0x61 }
            let lines = LineTable(text)
            for offset in 0..<text.count {
                let position = lines.position(at: offset)
                #expect(lines.offset(of: position) == offset)
                #expect(lines.offsets(ofLine: position.line).contains(offset))
            }
        }
    }

    @Test func `gives the content of a line without its ending`() {
        let bytes = Array("one\r\n\r\nthree".utf8)
        let lines = LineTable(bytes)
        #expect((1...3).map { bytes[lines.content(ofLine: $0, in: bytes)].text } == ["one", "", "three"])
    }
}
