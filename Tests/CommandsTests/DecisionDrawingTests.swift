import Commands
import Diagrams
import Model
import Records
import TestSupport
import Testing

/// The graph of decisions as a drawing.
@Suite struct DecisionDrawingTests {
    @Test(arguments: 0..<20)
    func `places any decisions without a fault, and the same every time`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let graph = DecisionGraph(Self.decisions(Int(random.next() % 40) + 1, using: &random))
        let drawing = DecisionDrawing(graph, title: "Shop") { $0 }
        // Lines between anything and anything cannot always be kept apart.
        #expect(drawing.arranged.faults.filter { $0.kind != .crossing } == [])
        #expect(drawing.svg() == drawing.svg())
    }

    @Test func `tells every status by a word, its colour by a legend, and leads to the files`() {
        let words = ["Accepted", "Proposed", "Rejected", "Deprecated", "Perhaps"]
        let files = words.enumerated().map { number, word in
            Self.file(
                "000\(number + 1)-\(word.lowercased()) & co.md",
                "# \(number + 1). <\(word)>\n\n## Status\n\n\(word)\n")
        }
        let svg = DecisionDrawing(DecisionGraph(RecordSet(files, names: [])), title: "A & B") { "../\($0)" }.svg()
        for status in ["accepted", "proposed", "rejected", "deprecated", "unknown"] {
            #expect(svg.contains("[\(status)]"))
        }
        for text in ["In force", "Not decided yet", "Not accepted", "No longer in force", "Status not understood"] {
            #expect(svg.contains(">\(text)</text>"))
        }
        #expect(svg.contains("<a href=\"../adr/0001-accepted%20&amp;%20co.md\">"))
        #expect(svg.contains(">Decisions of A &amp; B</text>"))
        #expect(!svg.contains("Software system"))
    }

    private static func file(_ name: String, _ text: String) -> RecordFile {
        RecordFile(path: "adr/\(name)", bytes: Array(text.utf8), kind: .decision)
    }

    /// Decisions, each of which may supersede and amend some before it.
    private static func decisions(_ count: Int, using random: inout SeededRandom) -> RecordSet {
        let verbs = ["Supersedes", "Amends", "Clarifies", "Led to", "Superseded by"]
        let files = (1...count).map { number in
            let title = String(repeating: "Word ", count: Int(random.next() % 12) + 1)
            var text = "# \(number). \(title)\n\n## Status\n\nAccepted\n"
            for _ in 0..<Int(random.next() % 3) where number > 1 {
                let other = Int(random.next() % UInt64(number - 1)) + 1
                text += "\n\(verbs[Int(random.next() % 5)]) [\(other). X](\(other)-d.md)\n"
            }
            return file("\(number)-d.md", text)
        }
        return RecordSet(files, names: [])
    }
}
