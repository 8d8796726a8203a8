import Diagrams
import Model
import Testing

/// What users do wrong, and what they are told: line and column in the file, what is wrong, what to do.
@Suite struct `A fault in a diagram` {
    static let cases: [(text: String, told: String)] = [
        (
            "workspace {\n model {\n",
            "1:1: the block of `workspace` does not end; close it with `}` on a line of its own"
        ),
        ("a = person \"A\"\n}\n", "2:1: this `}` closes nothing; remove it"),
        ("a = person \"A", "1:12: the quote that begins here does not end on its line; close it with `\"`"),
        ("a = person \"A\"\na = person \"B\"", "2:1: the identifier `a` is in use already; choose another"),
        ("a = person \"A\"\nb = person \"A\"", "2:12: there is a person called \"A\" here already; rename one of them"),
        ("a = persn \"A\"", "1:5: `persn` is unknown in `model`; did you mean `person`?"),
        (
            "a = person \"A\"\na -> aa",
            "2:6: the destination element `aa` does not exist; declare it, or correct the name"
        ),
        (
            "alice = person \"A\"\nalice -> alcie",
            "2:10: the destination element `alcie` does not exist; did you mean `alice`?"
        ),
        ("a = person \"A\"\nx -> a", "2:1: the source element `x` does not exist; declare it, or correct the name"),
        ("a = person Alice{\n}", "1:12: put a space before `{`"),
        ("a = person \"A\"\n{\n}", "2:1: `{` stands at the end of the line that it belongs to; move it there"),
        ("a = person", "1:1: `person` needs a name; add it"),
        ("workspace { model {\n a = person A\n }\n}", "1:11: `{` stands at the end of its line"),
        ("workspace {\n}\nworkspace {\n}", "3:1: there is a `workspace` here already; put both into one"),
        ("workspace {\n model {\n }\n model {\n }\n}", "4:2: there is a `model` here already; put both into one"),
        ("!const A 1\n!const A 2", "2:8: the constant `A` has a value already; choose another name"),
        ("!const A 1 2", "1:12: `2` is more than this statement takes"),
        ("!strict\nworkspace {\n model {\n  x-y = person A\n }\n}", "4:3: `x-y` is no identifier"),
        ("a = person A useful one tag more", "1:25: `tag` is more than this statement takes"),
        ("s = softwareSystem S {\n c = container C\n}\nc -> s", "4:1: `s.c` and `s` are whole and part"),
        ("a = person A\nb = person B\na -> b\na -> b", "4:1: `a -> b` with this description is there already"),
        ("c = container C", "1:5: `container` cannot stand in `model`; move it to where it belongs"),
        (
            "!script groovy {\n whatever\n}\na = person A",
            "1:1: `!script` was left out: no program is run from a diagram"
        ),
        ("!plugin com.example.Plugin", "1:1: `!plugin` was left out: no program is run"),
        (
            "!include https://example.org/x.dsl",
            "1:10: `!include https://example.org/x.dsl` was left out: nothing is fetched"
        ),
        ("!include ../../etc/passwd", "1:10: `!include ../../etc/passwd` was left out: it leads out of the workspace"),
        ("!include none.dsl", "1:10: none.dsl was not read: files cannot be read here"),
        (
            "a = person A\nsystemLandscape {\n include *\n}",
            "2:1: this view has no key, so `SystemLandscape-001` was made up"
        ),
        (
            "s = softwareSystem S\ncontainer s k {\n include s\n}",
            "3:2: the view is about `s`, which cannot be a box in it"
        ),
        (
            "s = softwareSystem S\nsystemContext s k {\n autoLayout up\n}",
            "3:13: `up` is no value for `autoLayout`; use `tb`, `bt`, `lr` or `rl`"
        ),
        ("styles {\n element X {\n  shape Rhombus\n }\n}", "3:3: `Rhombus` is no value for `shape`"),
        ("styles {\n element X {\n  color #12\n }\n}", "3:3: `#12` is no value for `color`"),
        (
            "enterprise Acme {\n a = person A\n}",
            "1:1: `enterprise` is no longer part of the language and was left out; use `group`"
        ),
        ("filtered base include X key", "1:1: there is no view with the key `base` to filter"),
        (
            "a = person A\nb = person B\ndynamic * d {\n a -> b hi\n}",
            "4:2: the model has no relationship between `a` and `b`"
        ),
        ("a=person A", "1:1: put spaces around `=` in `a=person`"),
        ("styles {\n theme https://x.example/theme.json\n}", "2:8: `theme https://x.example/theme.json` was left out"),
        ("/* never\nends", "1:1: this comment does not end"),
        ("systemContext nobody k {\n include *\n}", "1:15: there is no `nobody`"),
    ]

    @Test(arguments: cases) func `is told with its place and what to do`(_ text: String, _ told: String) {
        let document = read(text)
        #expect(document.told.contains { $0.hasPrefix(told) }, "\(document.told)")
    }

    @Test func `does not keep the rest from being read`() {
        let document = read(
            """
            a = person "A"
            b = persn "B" {
                whatever {
                    deep "er"
                }
            }
            c = softwareSystem "C" {
                oops
                d = container "D"
            }
            a -> nobody
            a -> d "Uses"
            """)
        #expect(document.workspace.elements.map(\.id) == ["a", "c", "c.d"])
        #expect(document.workspace.relationships.count == 1)
        #expect(document.findings.count == 3)
    }

    @Test func `in an included file names that file`() {
        let files = memory(["shop/part.dsl": "a = person \"A\"\nb = persn \"B\"\n"])
        let document = read("!include shop/part.dsl", files: files)
        #expect(document.findings.map(\.path) == ["shop/part.dsl"])
        #expect(document.findings.map(\.position.line) == [2])
    }

    @Test func `of files that include each other ends the circle`() {
        let files = memory(["a.dsl": "!include b.dsl\nx = person \"X\"", "b.dsl": "!include a.dsl\ny = person \"Y\""])
        let document = read("!include a.dsl\n!include b.dsl\n!use c.dsl", files: files)
        #expect(document.told.contains { $0.contains("a.dsl includes itself, perhaps by way of others") })
        let used = memory(["c.dsl": "!use d.dsl", "d.dsl": "!use c.dsl"])
        #expect(read("!use c.dsl", files: used).told.contains { $0.contains("c.dsl includes itself") })
    }

    @Test(.timeLimit(.minutes(10))) func `by sheer size is survived`() {
        let deep = String(repeating: "group G {\n", count: 5_000) + String(repeating: "}\n", count: 5_000)
        #expect(read(deep).told.contains { $0.contains("blocks are nested deeper than 64 levels") })
        let many =
            (0..<1_000).map { "e\($0) = softwareSystem \"E \($0)\"" } + (1..<1_000).map { "e\($0 - 1) -> e\($0)" }
        let document = read(many.joined(separator: "\n") + "\nsystemLandscape all {\n include *\n}")
        #expect(document.view("all")?.elements.count == 1_000)
        #expect(document.view("all")?.relationships.count == 999)
        let long = read("a = person \"\(String(repeating: "x", count: 2_000))\"\na -> a")
        #expect(long.told == [])
        #expect(long.workspace.relationships.map(\.pair) == [C4Pair("a", "a")])
        let binary = DSLReader.read((0..<9_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }, path: "x.dsl")
        #expect(!binary.findings.isEmpty)
    }

    @Test(.timeLimit(.minutes(10))) func `by doubling is survived`() {
        let constants = (1...60).map { "!const c\($0) \"${c\($0 - 1)}${c\($0 - 1)}\"" }
        let document = read(
            "!const c0 \"0123456789\"\n" + constants.joined(separator: "\n") + "\na = person \"${c60}\"")
        #expect((document.workspace.elements.first?.name.utf8.count ?? 0) < 1 << 20)
        var texts: [String: String] = [:]
        for number in 0..<40 { texts["\(number).dsl"] = "!include \(number + 1).dsl\n!include \(number + 1).dsl\n" }
        #expect(
            read("!include 0.dsl", files: memory(texts)).findings.contains {
                $0.message.contains("there is too much already")
            })
    }
}
