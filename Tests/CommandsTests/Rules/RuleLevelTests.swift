import Commands
import Model
import TestSupport
import Testing

/// How a book says which rules it wants.
@Suite struct RuleLevelTests {
    private func severities(_ settings: String) async throws -> [String] {
        let folder = try TemporaryFolder([
            "archbook.yml": settings, "knowledge/links.md": "## Books\n\n- https://a.io/x\n",
        ])
        return try await RuleCase.check(folder, ["--json"]).findings().compactMap { finding in
            finding["rule"]?.string.map { "\($0) \(finding["severity"]?.string ?? "")" }
        }
    }

    @Test(arguments: [
        ("", ["link.without-title note"]), ("off", []), ("warning", ["link.without-title warning"]),
        ("error", ["link.without-title error"]),
        ("loud", ["settings.archbook-yml warning", "link.without-title note"]),
    ])
    func `the settings turn a rule off or give it another severity`(level: String, expected: [String]) async throws {
        let settings = level.isEmpty ? "" : "check:\n  rules:\n    link.without-title: \(level)\n"
        #expect(try await severities(settings) == expected)
    }

    @Test func `a name that no rule has is told with the one that is near`() async throws {
        let folder = try TemporaryFolder(["archbook.yml": "check:\n  rules:\n    link.without-titel: off\n  rule: x\n"])
        let findings = try await RuleCase.check(folder, ["--json"]).findings()
        let messages = findings.compactMap { $0["message"]?.string }
        #expect(messages.contains("there is no rule `link.without-titel`; did you mean `link.without-title`?"))
        #expect(messages.contains { $0.hasPrefix("unknown key `check.rule`") })
        #expect(findings.compactMap { $0["line"]?.int }.sorted() == [3, 4])
    }

    @Test(arguments: [
        ("<!-- archbook: ignore link.without-title -->\n- https://a.io/x\n- https://a.io/y\n", [7]),
        ("- https://a.io/x <!-- archbook: ignore link.without-title -->\n- https://a.io/y\n", [6]),
        ("<!-- archbook: ignore entry.duplicate, link.without-title -->\n\n- https://a.io/x\n- https://a.io/y\n", [8]),
        (
            "<!-- archbook: ignore entry.duplicate -->\n<!-- archbook: ignore link.without-title -->\n- https://a.io/x\n",
            []
        ),
        ("- https://a.io/x\n- https://a.io/y\n\n<!-- archbook: ignore-file link.without-title -->\n", []),
        ("```\n<!-- archbook: ignore link.without-title -->\n```\n\n- https://a.io/x\n", [9]),
        ("<!-- archbook: ignore entry.duplicate -->\n- https://a.io/x\n", [6]),
    ])
    func `a comment passes a line over, or the file`(text: String, lines: [Int]) async throws {
        let folder = try TemporaryFolder(workspace: ["knowledge/links.md": "# Reading\n\n## Books\n\n\(text)"])
        #expect(try await RuleCase.check(folder, ["--json"]).findings().compactMap { $0["line"]?.int } == lines)
    }
}
