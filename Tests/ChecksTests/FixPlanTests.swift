import Checks
import Model
import Testing

/// Which edits are made, and how.
struct FixPlanTests {
    private static let text = "сага и saga\r\n\tконец"

    private func finding(_ line: Int, _ columns: Range<Int>, _ original: String, _ replacement: String) -> Finding {
        let range = SourceRange(
            start: SourcePosition(line: line, column: columns.lowerBound),
            end: SourcePosition(line: line, column: columns.upperBound))
        let edit = TextEdit(path: "a.md", range: range, original: original, replacement: replacement)
        return Finding(
            rule: "text.mojibake", severity: .warning, path: "a.md", range: range, message: "x",
            fixes: [Fix(title: "x", edits: [edit])])
    }

    @Test func `changes the bytes of its edits and no other`() {
        let plan = FixPlan([finding(2, 2..<12, "конец", "end"), finding(1, 13..<17, "saga", "outbox")])
        #expect(plan.applied(to: Array(Self.text.utf8), of: "a.md").map { $0.text } == "сага и outbox\r\n\tend")
        #expect(plan.applied(to: Array("other".utf8), of: "b.md").map { $0.text } == "other")
    }

    @Test func `of two fixes of the same bytes the later one waits`() {
        let plan = FixPlan([finding(1, 13..<17, "saga", "a"), finding(1, 15..<17, "ga", "b")])
        #expect(plan.count == 1)
        #expect(plan.waiting == 1)
        #expect(plan.applied(to: Array(Self.text.utf8), of: "a.md").map { $0.text } == "сага и a\r\n\tконец")
    }

    @Test(arguments: ["сага и Saga\r\n", "сага", ""])
    func `makes no edit in a text that is no longer what it was`(text: String) {
        #expect(FixPlan([finding(1, 13..<17, "saga", "a")]).applied(to: Array(text.utf8), of: "a.md") == nil)
    }
}
