import Markdown
import Model
import Testing

/// Hostile input ends in a limit that is told, never in a crash or a hang.
@Suite struct LimitTests {
    /// Openings that nest without end.
    static let nesting: [String] = [
        String(repeating: ">", count: 64_000) + "a",
        String(repeating: "> ", count: 20_000) + "a",
        String(repeating: "- ", count: 20_000) + "a",
        String(repeating: "> - ", count: 10_000) + "a",
        (0..<1000).map { String(repeating: "  ", count: $0) + "* a\n" }.joined(),
        String(repeating: "*a **a ", count: 20_000) + "b" + String(repeating: " a** a*", count: 20_000),
        String(repeating: "~~a ", count: 5000) + String(repeating: "a~~ ", count: 5000),
    ]

    @Test(arguments: nesting.indices)
    func `draws nesting beyond the limit up to it and says so`(index: Int) {
        let tree = MarkdownParser.parse(Array(Self.nesting[index].utf8))
        var depths = [0]
        for node in tree.nodes.dropFirst() { depths.append(depths[node.parent] + 1) }
        #expect(depths.max() == MarkdownParser.deepestNesting)
        #expect(tree.limits.contains { if case .nesting = $0 { true } else { false } })
    }

    @Test func `nests two hundred levels without a word`() {
        let tree = MarkdownParser.parse(Array((String(repeating: "> ", count: 190) + "a").utf8))
        #expect(tree.limits.isEmpty)
    }

    @Test func `does not read a text over 16 MiB`() {
        let tree = MarkdownParser.parse(Array(repeating: UInt8(ascii: "a"), count: 16 * 1024 * 1024 + 1))
        #expect(tree.limits == [.size])
        #expect(tree.nodes.count == 1)
    }

    @Test func `reads a table that would be padded without bound as text`() {
        let header = String(repeating: "|a", count: 10_000) + "|\n" + String(repeating: "|-", count: 10_000) + "|\n"
        let tree = MarkdownParser.parse(Array((header + String(repeating: "x\n", count: 500)).utf8))
        #expect(tree.limits == [.table(at: SourcePosition(line: 2, column: 1))])
    }

    @Test func `reads a long table and a wide one as tables`() {
        let long = "|a|b|\n|-|-|\n" + String(repeating: "|x|y|\n", count: 5000)
        let wide = String(repeating: "|a", count: 90) + "|\n" + String(repeating: "|-", count: 90) + "|\n|x|\n"
        for text in [long, wide] {
            let tree = MarkdownParser.parse(Array(text.utf8))
            #expect(tree.limits.isEmpty)
            if case .table = tree[1].kind { continue }
            Issue.record("no table")
        }
    }

    @Test(arguments: ["a <!A ", "a <?", "a <![CDATA[", "![[]()", "<http://a"])
    func `hides marks that would keep the parser busy and gives them back as text`(unit: String) {
        let text = String(repeating: unit, count: 200_000 / unit.utf8.count)
        let tree = MarkdownParser.parse(Array("# Title\n\n\(text)\n\n<b>*end*</b>\n".utf8))
        #expect(tree.limits == [.inlines(at: SourcePosition(line: 3, column: 1))])
        #expect(tree.plainText(of: 0).contains(unit.hasPrefix("!") ? "!" : "<"))
        #expect(tree.dump().hasSuffix("text @5:5-5:8 \"end\"\n    htmlInline @5:9-5:13 \"</b>\"\n"))
    }

    /// Inputs on which a parser, or what follows it, can take a time that grows with the square of the length.
    static let units: [String] = [
        "[", "]", "*a", "_a ", "a_ ", "<a ", "<", "![[", "![", "[a](", "[a](<b", "[a](b \"", "[^a", "[^1]: ", "a`", "`",
        "~", "~a", "*_", "&amp;", "&lt;", "\\*", "http://", "www.", "a@", "a@b.c ", "|", "||\n", "# a\n", "- a\n",
        "a\n",
        "<div>\n", "x", "б", "😀", "\r", "\t", "[r]: /u\n", "[a](http://b.c/d) ", "| a\n| -\n", "```\n", "<!-- ",
    ]

    @Test(.timeLimit(.minutes(10)), arguments: units)
    func `reads 100 kB of one thing in a moment`(unit: String) {
        let text = String(repeating: unit, count: 100_000 / unit.utf8.count)
        let tree = MarkdownParser.parse(Array(text.utf8))
        #expect(tree[0].range == 0..<text.utf8.count)
    }
}
