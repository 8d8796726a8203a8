import Diagrams
import Testing

@Suite struct `The ruler` {
    @Test(arguments: [
        ("abc", 3), ("", 0), ("Письмо", 6), ("文字", 4), ("é", 1), ("e\u{301}", 1), ("👩‍👩‍👧‍👦", 2), ("☎️", 2), ("مصر", 3),
        ("한글", 4),
    ]) func `counts the columns of a terminal`(text: String, columns: Int) {
        #expect(TextRuler.cells.width(of: text, font: TextFont(size: 12)) == columns)
    }

    @Test func `measures with the widest font of the stack`() {
        let font = TextFont(size: 10)
        // DejaVu Sans sets "W" 0.989 and "i" 0.278 of the size wide.
        #expect(TextRuler.pixels.width(of: "WWWW", font: font) == 40)
        #expect(TextRuler.pixels.width(of: "iiii", font: font) == 12)
        #expect(TextRuler.pixels.width(of: "文", font: font) == 10)
        #expect(TextRuler.pixels.width(of: "W", font: TextFont(size: 10, isBold: true)) >= 12)
    }

    @Test func `keeps every word of a long text`() {
        let diagram = DiagramLayout.arrange(SampleViews.longTexts)
        let label = diagram.routes[2].label.lines.filter { $0.role == .label }.map(\.text).joined()
        #expect(label == String(repeating: "x", count: 2_000))
        let words = diagram.boxes[0].text.lines.filter { $0.role == .description }.map(\.text).joined(separator: " ")
        #expect(words.split(separator: " ").count == 34 * 11)
    }
}
