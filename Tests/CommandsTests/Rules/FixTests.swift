import Commands
import Model
import TestSupport
import Testing

/// What `check --fix` changes, and what it leaves alone.
@Suite struct FixTests {
    private static let note = "\u{FEFF}# Note\r\n\r\nПаттерн cага и oчередь ‚Üí [B](x.md)  \r\n\tlast line"

    @Test func `changes no byte but those of its fixes, in all files`() async throws {
        let folder = try TemporaryFolder(workspace: [
            "knowledge/a.md": Self.note, "knowledge/sub/x.md": "# X\n\n[A](../a.md#nte)\n",
        ])
        let run = try await RuleCase.check(folder, ["--fix"])
        #expect(run.error.hasPrefix("Mended "))
        _ = try await RuleCase.check(folder, ["--fix"])
        #expect(
            try folder.read("knowledge/a.md")
                == "\u{FEFF}# Note\r\n\r\nПаттерн сага и очередь → [B](sub/x.md)  \r\n\tlast line")
        #expect(try folder.read("knowledge/sub/x.md") == "# X\n\n[A](../a.md#note)\n")
        #expect(try await RuleCase.check(folder, ["--fix"]).error.isEmpty)
    }

    @Test(arguments: [
        ("status: accepted", "status: superseded by ADR-0002"), ("status: proposed", nil), ("status: rejected", nil),
    ])
    func `says back in the dialect of the file, where the record was in force`(
        status: String, after: String?
    ) async throws {
        let old = { (status: String) in "---\n\(status)\ndate: 2026-01-01\n---\n\n# A\n\n## Context\n\nWhy.\n" }
        let folder = try TemporaryFolder(workspace: [
            "adr/0001-a.md": old(status), "adr/0003-c.md": old("status: accepted"),
            "adr/0002-b.md": old("status: accepted") + "\n## More Information\n\n- Supersedes [ADR-0001](0001-a.md)\n"
                + "- Amends [ADR-0003](0003-c.md)\n",
        ])
        _ = try await RuleCase.check(folder, ["--fix"])
        #expect(try folder.read("adr/0001-a.md") == old(after ?? status))
        #expect(
            try folder.read("adr/0003-c.md")
                == old("status: accepted") + "\n## More Information\n\n- Amended by [ADR-0002](0002-b.md)\n")
    }

    @Test func `shows a difference and writes nothing on --dry-run`() async throws {
        let folder = try TemporaryFolder(workspace: ["knowledge/a.md": "# A\n\nПаттерн cага.\n"])
        let run = try await RuleCase.check(folder, ["--fix", "--dry-run"])
        #expect(run.exit == 1)
        #expect(run.output.contains("-Паттерн cага.\n+Паттерн сага.\n"))
        #expect(run.error == "1 finding of 1 file would be mended.\n")
        #expect(try folder.read("knowledge/a.md") == "# A\n\nПаттерн cага.\n")
    }

    @Test func `mends only the files that are named`() async throws {
        let text = "# A\n\nПаттерн cага.\n"
        let folder = try TemporaryFolder(workspace: ["knowledge/a.md": text, "knowledge/b.md": text])
        _ = try await RuleCase.check(folder, ["--fix", "knowledge/b.md"])
        #expect(try folder.read("knowledge/a.md") == text)
        #expect(try folder.read("knowledge/b.md") != text)
    }

    @Test(arguments: [
        "TCPшный", "неACID", "JSONом", "C++", "API", "Dockerа", "сор", "`cага`", "https://a.io/cага", "[x](cага)",
        "<a href=\"https://a.io/cага\">x</a>",
    ])
    func `leaves alone what may be meant so`(word: String) async throws {
        let folder = try TemporaryFolder(workspace: ["knowledge/a.md": "# A\n\nСлово \(word) здесь.\n"])
        let before = try folder.read("knowledge/a.md")
        _ = try await RuleCase.check(folder, ["--fix"])
        #expect(try folder.read("knowledge/a.md") == before)
    }
}
