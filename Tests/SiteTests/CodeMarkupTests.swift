import Testing

@testable import Site

@Suite struct `Code on a page` {
    @Test(arguments: [
        ("swift", "let x = \"a\" // b", "[k:let] x = [s:\"a\"] [c:// b]"),
        ("swift", "/* a\n b */func", "[c:/* a\n b */][k:func]"),
        (
            "python", "def f(x): # y\n  return 'it\\'s' + 3.5",
            "[k:def] f(x): [c:# y]\n  [k:return] [s:'it\\'s'] + [n:3.5]"
        ),
        (
            "sql", "select * from t where a = 'it''s' -- b",
            "[k:select] * [k:from] t [k:where] a = [s:'it'][s:'s'] [c:-- b]"
        ),
        ("json", "{\"a\": [1, true, \"b\"]}", "{[k:\"a\"]: [[n:1], [k:true], [s:\"b\"]]}"),
        (
            "yaml", "a-b: c # d\n- e: 'f: g'\nurl: http://x#y",
            "[k:a-b]: c [c:# d]\n- [k:e]: [s:'f: g']\n[k:url]: http://x#y"
        ),
        ("sh", "for f in *; do echo \"$f\"; done", "[k:for] f [k:in] *; [k:do] [k:echo] [s:\"$f\"]; [k:done]"),
        (
            "http", "GET /x HTTP/1.1\nContent-Type: text/plain",
            "[k:GET] /x [k:HTTP]/[n:1.1]\n[k:Content-Type]: text/plain"
        ),
        ("c4", "a = container \"A\"", "a = [k:container] [s:\"A\"]"),
        ("go", "var s = `a\nb`", "[k:var] s = [s:`a\nb`]"),
        ("unknown", "let x = 1", "let x = 1"),
        ("swift", "\"open\nlet", "[s:\"open]\n[k:let]"),
    ])
    func `has its parts marked`(language: String, code: String, expected: String) {
        let html = CodeMarkup.html(code, language: language).text
        var plain = html.replacing("</span>", with: "]").replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
        for mark in ["c", "s", "n", "k"] { plain = plain.replacing("<span class=\"\(mark)\">", with: "[\(mark):") }
        #expect(plain == expected)
    }

    @Test(arguments: attacks)
    func `never becomes markup`(attack: String) {
        for language in CodeLanguages.all.keys.sorted() {
            let html = CodeMarkup.html(attack, language: language).text
            let rest = html.replacing("</span>", with: "").replacing("<span class=\"c\">", with: "")
                .replacing("<span class=\"s\">", with: "").replacing("<span class=\"n\">", with: "")
                .replacing("<span class=\"k\">", with: "")
            #expect(!rest.contains("<") && !rest.contains("\""), "\(language)")
        }
    }

    @Test(arguments: CodeLanguages.aliases.keys.sorted())
    func `is known by all names`(alias: String) { #expect(CodeLanguage.named(alias) != nil) }
}

@Suite struct `What is made small` {
    @Test(arguments: [
        ("const a = 1; // b\nlet c = \"// d\";", "const a=1;let c=\"// d\";\n"),
        ("x = a / b; y = /[/*]x/.test(z);", "x=a/b;y=/[/*]x/.test(z);\n"),
        ("a()\nb()", "a()\nb()\n"),
        ("a + +b", "a+ +b\n"),
        ("/** Doc. */\nclass A {\n  b() { return word; }\n}", "class A{b(){return w}}\n"),
    ])
    func `keeps what a script does`(script: String, expected: String) {
        let pressed = ScriptPress.pressed(Array(script.utf8), names: [Array("word".utf8): Array("w".utf8)])
        #expect(String(decoding: pressed, as: UTF8.self) == expected)
    }

    @Test func `keeps what a style sheet does`() {
        let sheet = "/* a */\na :hover, b > c {\n  color: var(--x);\n  margin: 0 auto;\n}\n"
        let pressed = String(decoding: StylePress.pressed(Array(sheet.utf8)), as: UTF8.self)
        #expect(pressed == "a :hover,b > c{color: var(--x);margin: 0 auto}\n")
    }

    @Test func `gives no name that a script has already`() {
        let script = Array("const word = a + b;".utf8)
        let names = ScriptNames.short(in: [script])
        #expect(!names.values.contains(Array("a".utf8)))
        #expect(Set(names.values).count == names.count)
    }
}
