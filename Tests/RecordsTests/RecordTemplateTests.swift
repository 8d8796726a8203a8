import FoundationEssentials
import Model
import Records
import Testing

@Suite struct RecordTemplateTests {
    @Test func `is the file in templates`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = try Data(contentsOf: root.appending(path: "templates/decision.md"))
        #expect(RecordTemplate.decision.bytes.text == Array(file).text)
    }

    @Test func `makes a record that reads back`() throws {
        let bytes = try RecordTemplate.decision.filled(
            number: 3, title: "A {{status}} | & \\ title", date: "2026-01-12", status: "Proposed")
        let (entry, record, findings) = RecordReader.read(path: "adr/0003-a.md", bytes: bytes, kind: .decision)
        #expect(
            bytes.text.hasPrefix(
                "# 3. A {{status}} | & \\ title\n\nDate: 2026-01-12\n\n## Status\n\nProposed\n\n## Context\n"))
        #expect(entry.title == "A {{status}} | & \\ title")
        #expect(record.status == .proposed)
        #expect(findings.isEmpty)
    }

    @Test func `keeps everything else of a template`() throws {
        let template = RecordTemplate(
            bytes: Array("\u{FEFF}# {{ title }}\r\n{{other}} {{title\r\n{{number}}".utf8) + [0xFF])
        let bytes = try template.filled(number: 7, title: "T", date: "", status: "")
        #expect(bytes == Array("\u{FEFF}# T\r\n{{other}} {{title\r\n7".utf8) + [0xFF])
    }

    @Test(arguments: ["", "# No place for it\n", "{{title}} in a paragraph\n", "```\n# {{title}}\n```\n"])
    func `refuses a template without a title`(text: String) {
        let template = RecordTemplate(bytes: Array(text.utf8))
        #expect(throws: RecordError.templateWithoutTitle(mark: "{{title}}")) {
            try template.filled(number: 1, title: "T", date: "2026-01-12", status: "Accepted")
        }
    }
}

/// A new record looks like its neighbours.
@Suite struct NeighbourTemplateTests {
    private static let day = Day(year: 2026, month: 1, day: 12)

    @Test func `takes over list marks, emphasis and hard line breaks`() throws {
        let text = "# A\n\n**Status:** Accepted  \n**Date:** 2026-01-01\n\n## Context\n"
        let new = try Self.new(after: ["adr/0001-a.md": text])
        #expect(new.hasPrefix("# New\n\n**Date:** 2026-01-12  \n**Status:** Accepted  \n**Tags:** x, y  \n"))
    }

    @Test(arguments: [
        "---\nstatus: accepted\ndate: 2026-01-01\n---\n\n# A\n\n## Context and Problem Statement\n",
        "# A\n\n* Status: accepted\n* Date: 2026-01-01\n\n## Context and Problem Statement\n",
    ])
    func `has the sections of MADR beside records of MADR`(text: String) throws {
        let new = try Self.new(after: ["adr/0001-a.md": text])
        #expect(new.contains("\n## Context and Problem Statement\n"))
        #expect(new.contains("\n## Decision Outcome\n"))
        #expect(!new.contains("decision-makers"))
        #expect(!new.contains(": \n"))
    }

    @Test func `writes lists into a front matter`() throws {
        let text = "---\nnumber: 1\ntitle: A\ndate: 2026-01-01\nstatus: accepted\n---\n\n# 1. A\n"
        let new = try Self.new(after: ["adr/0001-a.md": text], deciders: ["Ann"])
        #expect(new.contains("\ntags: [x, y]\n"))
        #expect(new.contains("\ndecision-makers: [Ann]\n"))
    }

    @Test func `has the anchors that ADG looks for`() throws {
        let text = "---\nadr_id: 0001\ntitle: A\nstatus: decided\n---\n\n## <a name=\"question\"></a> Context\n"
        let new = try Self.new(after: ["adr/AD0001-a.md": text])
        #expect(new.contains("## <a name=\"question\"></a>"))
        #expect(new.contains("\ntags: [x, y]\n"))
    }

    private static func new(after files: [String: String], deciders: [String] = []) throws -> String {
        let set = RecordSet(
            files.map { RecordFile(path: $0.key, bytes: Array($0.value.utf8), kind: .decision) },
            names: files.keys.map { String($0.dropFirst(4)) })
        let dialect = try #require(set.dialect)
        var draft = RecordDraft(
            title: "New", status: dialect.word(for: .accepted), date: try #require(day),
            template: set.template(for: dialect), dialect: dialect)
        (draft.tags, draft.deciders) = (["x", "y"], deciders)
        let changes = try set.changes(writing: draft, superseding: [], in: "adr")
        let new = RecordFile(path: changes[0].path, bytes: changes[0].after, kind: .decision)
        #expect(new.record.dialect == dialect.name)
        #expect(new.entry.tags.map(\.name) == ["x", "y"])
        return changes[0].after.text
    }
}
