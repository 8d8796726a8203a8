/// Texts that break a rule about bytes, Markdown or entries.
extension RuleCase {
    static let texts = bytes + markdown + entries

    private static let note = "knowledge/note.md"

    private static let bytes = [
        RuleCase(
            "source.unreadable", bytes: [note: Array(repeating: 0, count: 100)], sound: [note: "# Saga\n\nA text.\n"]),
        RuleCase("text.not-utf8", bytes: [note: Array("# Caf".utf8) + [0xE9, 0x0A]], sound: [note: "# Café\n"]),
        RuleCase("text.nul", note, broken: "# Saga\n\nA\0 text of some length.\n", sound: "# Saga\n\nA text.\n"),
        RuleCase("text.lone-cr", note, broken: "# Saga\rA text.\r", sound: "# Saga\nA text.\n"),
        RuleCase("text.mojibake", note, broken: "# Orders ‚Üí payments\n", sound: "# Orders → payments\n"),
        RuleCase("text.lost-bytes", note, broken: "# Week\n\n## π§ͺ Tests\n", sound: "# Week\n\n## 🧪 Tests\n"),
        RuleCase(
            "text.mixed-alphabet", note, broken: "# Шаблоны\n\nПаттерн cага и мikrосервис, oчередь.\n",
            sound: "# Шаблоны\n\nПаттерн сага и мikrосервис, очередь.\n"),
    ]

    private static let markdown = [
        RuleCase(
            "markdown.front-matter", note, broken: "---\ntags: [saga\n---\n# Saga\n",
            sound: "---\ntags: [saga]\n---\n# Saga\n"),
        RuleCase(
            "markdown.front-matter", note, broken: "---\ntags: saga\n\n# Saga\n\nA text.\n",
            sound: "---\ntags: saga\n---\n\n# Saga\n\nA text.\n"),
        RuleCase(
            "markdown.nesting", note, broken: String(repeating: "> ", count: 300) + "a\n", sound: "> > > a\n"),
        RuleCase(
            "markdown.table-size", note,
            broken: String(repeating: "|a", count: 10_000) + "|\n" + String(repeating: "|-", count: 10_000) + "|\n"
                + String(repeating: "x\n", count: 500),
            sound: "|a|b|\n|-|-|\n|x|y|\n"),
        RuleCase(
            "markdown.inlines", note, broken: "# Saga\n\n" + String(repeating: "a <!A ", count: 30_000) + "\n",
            sound: "# Saga\n\na <!A >\n"),
        // What is no UTF-8 grows when it is read.
        RuleCase(
            "markdown.size", bytes: [note: Array(repeating: 0xFF, count: 6 << 20)], sound: [note: "# Saga\n"]),
        RuleCase(
            "markdown.footnote", note, broken: "# Saga\n\nA text[^1] and one[^2].\n\n[^1]: Note.\n",
            sound: "# Saga\n\nA text[^1] and one[^2].\n\n[^1]: Note.\n\n[^2]: Another, `[^3]` and \\[^4].\n"),
        RuleCase(
            "markdown.footnote", note, broken: "# Saga\n\nA text.\n\n[^1]: Note.\n",
            sound: "# Saga\n\nA text[^1].\n\n[^1]: Note.\n"),
    ]

    private static let entries = [
        RuleCase(
            "entry.duplicate", item: "[A](https://a.io/x)\n- [B](https://a.io/x)",
            sound: "[A](https://a.io/x)\n\n## Talks\n\n- [B](https://a.io/x)"),
        RuleCase(
            "entry.duplicate",
            broken: [saga: "# Saga\n\nA chain.\n", "knowledge/patterns/sagas.md": "# Saga\n\nSteps.\n"],
            sound: [saga: "# Saga\n\nA chain.\n", "knowledge/patterns/sagas.md": "# Saga\n\nSteps: [it](saga.md)\n"]),
        RuleCase(
            "entry.no-section", "knowledge/links.md", broken: "- [A](https://a.io/x)\n",
            sound: "## Books\n\n- [A](https://a.io/x)\n"),
        RuleCase(
            "pattern.unconnected", saga, broken: "# Saga\n\nA chain of steps.\n",
            sound: "# Saga\n\nA chain of steps.\n\n## What undoes a step?\n\nA compensation.\n"),
        RuleCase(
            "pattern.unconnected", broken: [saga: "# Saga\n\nA chain.\n", note: "Text.\n"],
            sound: [saga: "# Saga\n\nA chain.\n", note: "Text, see [it](patterns/saga.md).\n"]),
        RuleCase(
            "question.same-id", broken: [note: question, saga: question],
            sound: [note: question, saga: question.replacing("undoes", with: "follows")]),
    ]

    private static let saga = "knowledge/patterns/saga.md"
    private static let question = "# Saga\n\n## What undoes a step?\n\nA compensation.\n"
}
