import Terminal
import Testing

@Suite struct `Display width` {
    @Test(arguments: [
        ("saga", 4), ("Сага", 4), ("设计", 4), ("한국어", 6), ("ｆｕｌｌ", 8), ("", 0),
        ("e\u{301}", 1), ("и\u{306}", 1), ("a\u{200B}b", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
        ("🚀", 2), ("✅", 2), ("⚠", 1), ("⚠️", 2), ("1️", 1), ("🇩🇪", 2), ("👍🏽", 2), ("👩‍💻", 2), ("👨‍👩‍👧", 2),
        ("→ × — …", 7), ("┌─┐", 3), ("\u{1B}[1;31msaga\u{1B}[0m", 4), ("\u{1B}[36m设\u{1B}[0m", 2),
    ])
    func `counts columns, not characters`(text: String, columns: Int) {
        #expect(DisplayWidth.of(text) == columns)
    }
}

@Suite struct `Wrapping` {
    @Test func `breaks at spaces and keeps each line within the width`() {
        let text = "A saga splits one business transaction into local ones; each has a compensation that undoes it."
        let lines = TextWrap.lines(text, width: 30, indent: "  ")
        #expect(
            lines == [
                "  A saga splits one business", "  transaction into local ones;", "  each has a compensation that",
                "  undoes it.",
            ])
    }

    @Test func `indents the first line and the others each in its way`() {
        #expect(
            TextWrap.lines("one two three", width: 9, indent: "1. ", hanging: "   ") == [
                "1. one", "   two", "   three",
            ])
    }

    @Test func `keeps a long word whole when it fits a line, else cuts it`() {
        #expect(TextWrap.lines("a abcdefgh", width: 8) == ["a", "abcdefgh"])
        #expect(TextWrap.lines("a abcdefghij k", width: 8) == ["a", "abcdefgh", "ij k"])
        #expect(TextWrap.lines("设计模式", width: 5) == ["设计", "模式"])
    }

    @Test func `keeps line feeds and blank lines`() {
        #expect(TextWrap.lines("one\n\ntwo", width: 10, indent: "  ") == ["  one", "", "  two"])
    }

    @Test(arguments: [0, 1, 2])
    func `ends on the narrowest screens`(width: Int) {
        #expect(TextWrap.lines("ab 设计", width: width, indent: "    ").joined().filter { $0 != " " } == "ab设计")
    }

    @Test(arguments: [("publish", 7, "publish"), ("publish", 6, "publi…"), ("设计模式", 6, "设计…"), ("ab", 0, "")])
    func `cuts with an ellipsis`(text: String, width: Int, expected: String) {
        #expect(TextWrap.truncated(text, to: width) == expected)
    }

    @Test func `ends the style of a text that it cuts`() {
        #expect(TextWrap.truncated("\u{1B}[1mpublish\u{1B}[0m", to: 4) == "\u{1B}[1mpub…\u{1B}[0m")
    }

    @Test func `pads by columns`() {
        #expect(TextWrap.padded("设", to: 4) == "设  ")
        #expect(TextWrap.paddedLeft("12", to: 4) == "  12")
    }
}
