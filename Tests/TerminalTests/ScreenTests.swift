import Model
import Terminal
import Testing

@Suite struct `Colour` {
    private let screen = TerminalTraits(
        inputIsTerminal: true, outputIsTerminal: true, errorIsTerminal: false, width: 80)

    @Test(arguments: [
        (ColorChoice.auto, [:], true), (.auto, ["NO_COLOR": "1"], false), (.auto, ["NO_COLOR": ""], true),
        (.auto, ["TERM": "dumb"], false), (.always, ["NO_COLOR": "1"], true), (.never, [:], false),
    ])
    func `follows the choice and the environment`(choice: ColorChoice, environment: [String: String], expected: Bool) {
        #expect(choice.isOn(for: .output, in: screen, environment) == expected)
    }

    @Test func `is decided for each stream`() {
        #expect(!ColorChoice.auto.isOn(for: .error, in: screen, [:]))
        #expect(!ColorChoice.auto.isOn(for: .output, in: .pipes, [:]))
    }

    @Test func `styles each line by itself, and nothing when off`() {
        #expect(Styler(isOn: true)(.strong, "one\n\ntwo") == "\u{1B}[1mone\u{1B}[0m\n\n\u{1B}[1mtwo\u{1B}[0m")
        #expect(Styler.plain(.strong, "one") == "one")
    }
}

@Suite struct `Tables` {
    private let table = TableLayout([.right, .left, .left, .flexible])
    private let rows = [
        ["12", "accepted", "2026-01-12", "Publish order events through a transactional outbox"],
        ["9", "superseded", "2025-11-03", "Заказы идемпотентны по ключу события"],
    ]

    @Test func `aligns columns and cuts nothing in a pipe`() {
        #expect(
            table.lines(rows, width: nil) == [
                "12  accepted    2026-01-12  Publish order events through a transactional outbox",
                " 9  superseded  2025-11-03  Заказы идемпотентны по ключу события",
            ])
    }

    @Test func `cuts titles on a narrow terminal`() {
        #expect(
            table.lines(rows, width: 50) == [
                "12  accepted    2026-01-12  Publish order events …",
                " 9  superseded  2025-11-03  Заказы идемпотентны п…",
            ])
    }

    @Test func `never cuts a title below a readable rest`() {
        #expect(table.lines(rows, width: 10)[0] == "12  accepted    2026-01-12  Publish order e…")
    }

    @Test func `aligns wide signs and styled cells, and takes short and empty rows`() {
        let style = Styler(isOn: true)
        let lines = TableLayout([.left, .left]).lines([["设计", "a"], [style(.kind, "b"), "c"], ["d"], []], width: nil)
        #expect(lines == ["设计  a", "\u{1B}[36mb\u{1B}[0m     c", "d", ""])
    }
}

@Suite struct `Finding printer` {
    private let finding = Finding(
        rule: RuleID("record.one-way-relation"),
        severity: .error,
        path: "adr/0007-publish-after-commit.md",
        range: SourceRange(at: SourcePosition(line: 7, column: 1)),
        message: "ADR 7 names ADR 12 as its successor; ADR 12 does not name ADR 7",
        fixes: [Fix(title: "add \"Supersedes 7\" to adr/0012-outbox.md", edits: [])]
    )
    private let whole = Finding(
        rule: RuleID("text.empty"), severity: .warning, path: "a\u{1B}.md", message: "The file is empty.")

    @Test func `shows the place, the line and the fix`() {
        let printer = FindingPrinter { _, _ in "Superseded by [12](0012-outbox.md)" }
        #expect(
            printer.text([finding, whole]) == """
                adr/0007-publish-after-commit.md:7:1: error: [record.one-way-relation] \
                ADR 7 names ADR 12 as its successor; ADR 12 does not name ADR 7
                  7 | Superseded by [12](0012-outbox.md)
                    = fix: add "Supersedes 7" to adr/0012-outbox.md

                a␛.md:1:1: warning: [text.empty] The file is empty.

                """)
    }

    @Test func `sets findings of one line without gaps`() {
        #expect(
            FindingPrinter().text([whole, whole]).split(separator: "\n", omittingEmptySubsequences: false).count == 3)
        #expect(FindingPrinter().text([]).isEmpty)
    }

    @Test func `adds nothing but colour`() {
        let styled = FindingPrinter(style: Styler(isOn: true)).text([finding])
        #expect(styled != FindingPrinter().text([finding]))
        #expect(
            styled.split(separator: "\n").map { DisplayWidth.of($0) }
                == FindingPrinter().text([finding]).split(separator: "\n").map { DisplayWidth.of($0) })
    }

    @Test func `sums up`() {
        #expect(
            FindingPrinter.summary(of: [finding, whole, whole], sources: 31, fixCommand: "archbook check --fix")
                == "1 error, 2 warnings in 31 sources. `archbook check --fix` can mend 1 of 3.")
        #expect(FindingPrinter.summary(of: [], sources: 1) == "No findings in 1 source.")
    }
}
