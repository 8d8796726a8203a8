import TestSupport

/// Documents of random blocks and inlines, the same for the same seed.
struct RandomMarkdown {
    private var random: SeededRandom

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    mutating func document() -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            text += block(depth: 0) + pick(["\n", "\n\n", "\r\n\r\n"])
        }
        return text + "\n[ref]: http://ref.org/a\n\n[^n]: note \(inline(depth: 1))\n"
    }

    private mutating func block(depth: Int) -> String {
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return pick(["# ", "## ", "### "]) + line()
        case 1: return line() + "\n" + pick(["===", "---"])
        case 2 where depth < 3: return prefixed(block(depth: depth + 1), first: "> ", rest: pick(["> ", ">", ""]))
        case 3 where depth < 3:
            let mark = pick(["- ", "* ", "1. ", "12) ", "- [ ] ", "- [x] "])
            let indent = String(repeating: " ", count: mark.hasPrefix("- [") ? 2 : mark.utf8.count)
            return prefixed(block(depth: depth + 1), first: mark, rest: indent) + "\n"
                + prefixed(block(depth: depth + 1), first: mark, rest: indent)
        case 4: return "```\n" + line() + "\n```"
        case 5: return table()
        case 6: return pick(["---", "***", "<div>\n\(line())\n</div>", "    code", "<!-- c -->"])
        default:
            return (0..<Int.random(in: 1...3, using: &random)).map { _ in line() }.joined(
                separator: pick(["\n", "  \n", "\\\n"]))
        }
    }

    private mutating func table() -> String {
        let rows = (0..<Int.random(in: 1...3, using: &random)).map { _ in
            "| " + (0..<2).map { _ in inline(depth: 1) }.joined(separator: " | ") + " |"
        }
        return "| a | \(inline(depth: 2)) |\n|---|:-:|\n" + rows.joined(separator: "\n")
    }

    private mutating func line() -> String {
        (0..<Int.random(in: 1...5, using: &random)).map { _ in inline(depth: 0) }.joined(
            separator: pick([" ", " ", ""]))
    }

    private mutating func inline(depth: Int) -> String {
        guard depth < 3 else { return word() }
        switch Int.random(in: 0..<20, using: &random) {
        case 0: return "*\(inline(depth: depth + 1))*"
        case 1: return "**\(inline(depth: depth + 1))**"
        case 2: return "_\(inline(depth: depth + 1))_"
        case 3: return "~~\(inline(depth: depth + 1))~~"
        case 4: return pick(["`code`", "`` a ` b ``", "`` ` ``", "`x"])
        case 5: return "[\(inline(depth: depth + 1))](http://a.b/\(word()))"
        case 6: return "[\(inline(depth: depth + 1))](<u v> \"t \\\" t\")"
        case 7: return "![\(inline(depth: depth + 1))](i.png)"
        case 8: return pick(["[ref]", "[a][ref]", "[ref][]", "[no]", "[a](b", "[a] (b)", "[^n]", "[^no]"])
        case 9:
            return pick(["http://a.b/c_d", "www.a.org", "https://a.b/(c).", "me@a.b", "<http://x.y/?a&b>", "<me@x.y>"])
        case 10: return pick(["<b>", "</b>", "<a href=\"http://x.y\">", "<!-- c -->", "<", "< b"])
        case 11: return pick(["\\*", "\\[", "\\\\", "\\", "&amp;", "&lt;", "&#65;", "&nope;", "&", "&amp;amp;"])
        case 12: return pick(["*", "**", "_", "~", "]", "[", "![", "(", ")", "|", "`", ":", "#", "#tag"])
        default: return word()
        }
    }

    private mutating func word() -> String {
        pick(["retry", "Паттерн", "a", "saga", "é", "日本", "😀", "2.0", "x-y", "и", "Т.д."])
    }

    private func prefixed(_ text: String, first: String, rest: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { rest + $0 }
        lines[0] = first + lines[0].dropFirst(rest.count)
        return lines.joined(separator: "\n")
    }

    private mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
}
