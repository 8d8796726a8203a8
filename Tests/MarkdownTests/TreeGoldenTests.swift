import Markdown
import TestSupport
import Testing

/// Trees of small documents, one for each part of the grammar.
@Suite struct TreeGoldenTests {
    @Test(
        arguments: [
            "blocks", "inlines", "links", "tables", "tasks-and-footnotes", "crlf", "cr", "bom", "tabs", "cyrillic",
        ])
    func `reads a document as the recorded tree`(name: String) throws {
        let tree = MarkdownParser.parse(Array(try Golden.input("\(name).md").utf8))
        let dump = tree.dump()
        #expect(dump == (try Golden.expected("\(name).tree", actual: dump)))
    }

    @Test(arguments: ["", "\n", "\n\n  \n", "\u{FEFF}"])
    func `reads a text without content as an empty document`(text: String) {
        let tree = MarkdownParser.parse(Array(text.utf8))
        #expect(tree.nodes.count == 1)
        #expect(tree[0].kind == .document)
        #expect(tree.limits.isEmpty)
    }

    @Test func `reads from an offset with the positions of the whole text`() {
        let text = Array("---\na: b\n---\n# Title\n\n*em*\n".utf8)
        let tree = MarkdownParser.parse(text, from: 13)
        #expect(
            tree.dump() == """
                document @4:1-7:1
                  heading1 @4:1-4:8
                    text @4:3-4:8 "Title"
                  paragraph @6:1-6:5
                    emphasis @6:1-6:5
                      text @6:2-6:4 "em"

                """)
    }

    @Test func `joins the text of a subtree without its markup`() throws {
        let tree = MarkdownParser.parse(Array("# A *b* `c`\n\n- d\n  e [f](u) ![g](h)\n".utf8))
        #expect(tree.plainText(of: 0) == "A b c d e f g")
    }
}
