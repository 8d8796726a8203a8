import Model
import Records
import Testing

/// A conversion moves what dialects write differently, keeps everything else, and names what it cannot keep.
@Suite struct DialectConversionTests {
    private static let wordy = """
        # 1. One

        Date: 2026-01-01

        An intro paragraph.

        ## Status

        Accepted

        Agreed by all on Monday.

        ## Context

        ```
        a


        b
        ```

        Text with trailing   \nbreak

        ## Links

        - [An article](https://example.org) on it

        """

    @Test(arguments: ["madr-2", "madr-3", "madr-4", "adrs", "plain-lines", "table", "dotnet-adr"])
    func `keeps every line of the text`(name: String) throws {
        let there = try Self.converted(Self.wordy, to: name)
        for line in Self.wordy.split(separator: "\n") where !["# 1. One", "## Status", "Accepted"].contains(line) {
            if line.hasPrefix("Date:") { continue }
            #expect(there.text.contains("\n\(line)\n"), "\(name): \(line)")
        }
        #expect(there.text.contains("```\na\n\n\nb\n```\n"))
        let expected = name == "dotnet-adr" ? ["the date 2026-01-01"] : []
        #expect(there.losses == expected)
    }

    @Test func `comes back to what it was`() throws {
        let there = try Self.converted(Self.wordy, to: "madr-4")
        let back = try Self.converted(there.text, to: "nygard")
        let expected = Self.wordy.replacing("\n\nAgreed by all on Monday.", with: "").replacing(
            "## Context", with: "## Remarks on the Status\n\nAgreed by all on Monday.\n\n## Context")
        #expect(back.text == expected)
        #expect(back.losses.isEmpty)
    }

    @Test func `never writes a relation twice, however often it is moved`() throws {
        var texts = [
            "# 1. One\n\n## Status\n\nSuperseded by [2. Two](0002-two.md)\n\n## Context\n\nWhy.\n",
            "---\nstatus: accepted\ndate: 2026-01-02\n---\n\n# Two\n\n## Context\n\nWhy.\n\n## More Information\n\n"
                + "- Supersedes [ADR-0001](0001-one.md)\n- Amends [ADR-0003](0003-three.md), which was too strict\n",
            "# 3. Three\n\n## Status\n\nAccepted\n\nAmended by [2. Two](0002-two.md)\n\n## Context\n\nWhy.\n",
        ]
        let names = ["0001-one.md", "0002-two.md", "0003-three.md"]
        for name in ["log4brains", "adrs", "adg", "madr-4", "nygard", "table", "madr-2", "dotnet-adr", "nygard"] {
            let set = Self.set(zip(names, texts).map { ("adr/\($0)", $1) })
            let conversion = try DialectConversion(set, to: Dialect.named(RecordDialect(rawValue: name)))
            for change in conversion.changes {
                let index = try #require(names.firstIndex { "adr/\($0)" == change.path })
                texts[index] = change.after.text
            }
            let after = Self.set(zip(names, texts).map { ("adr/\($0)", $1) })
            #expect(try after.predecessors(of: after.find("2")) == ["0001-one"], "\(name)")
            let verbs = try after.find("2").record.relations.map { $0.verb.lowercased() }
            #expect(verbs.count { $0 == "supersedes" } == 1, "\(name): \(texts[1])")
            #expect(texts[1].contains("which was too strict"), "\(name)")
            #expect(try after.find("1").record.relations.count { $0.kind == .supersededBy } == 1, "\(name)")
        }
    }

    @Test func `names what the target has no place for`() throws {
        let text =
            "---\n# kept by hand\nstatus: accepted\ndate: 2026-01-02\ndecision-makers: [Ann, Bo]\nconsulted: Cy\n"
            + "---\n\n# Two\n\n## Context\n\nWhy.\n"
        #expect(
            try Self.converted(text, to: "nygard").losses == [
                "the deciders Ann, Bo", "the field consulted: Cy", "the comment # kept by hand",
            ])
        let madr = try Self.converted(text, to: "adrs")
        #expect(madr.text.contains("\nconsulted: Cy\n"))
        #expect(madr.losses == ["the comment # kept by hand"])
    }

    @Test func `keeps line endings, a byte order mark and a missing last line ending`() throws {
        let text = "\u{FEFF}# 1. One\n\nDate: 2026-01-01\n\n## Status\n\nAccepted\n\n## Context\n\nWhy."
            .replacing("\n", with: "\r\n")
        let converted = try Self.converted(text, to: "madr-4").text
        #expect(converted.utf8.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(converted.hasSuffix("## Context\r\n\r\nWhy."))
        #expect(!converted.replacing("\r\n", with: "").contains("\n"))
    }

    private static func converted(_ text: String, to name: String) throws -> (text: String, losses: [String]) {
        let set = set([("adr/0001-one.md", text)])
        let conversion = try DialectConversion(set, to: Dialect.named(RecordDialect(rawValue: name)))
        return (conversion.changes.first?.after.text ?? text, conversion.losses.map(\.what))
    }

    private static func set(_ files: [(path: String, text: String)]) -> RecordSet {
        RecordSet(
            files.map { RecordFile(path: $0.path, bytes: Array($0.text.utf8), kind: .decision) },
            names: files.map { String($0.path.dropFirst(4)) })
    }
}
