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
        #expect(throws: RecordError.templateWithoutTitle) {
            try template.filled(number: 1, title: "T", date: "2026-01-12", status: "Accepted")
        }
    }
}
