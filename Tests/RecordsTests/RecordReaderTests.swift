import Model
import Records
import Testing

@Suite struct RecordReaderTests {
    @Test func `reads a record as adr-tools writes it`() {
        let text = """
            # 12. Publish order events

            Date: 2026-01-12

            ## Status

            Accepted

            Supercedes [7. Publish after commit](0007-publish-after-commit.md)

            Amends [9. Consumers are idempotent](0009-consumers.md)

            ## Context

            Why.
            """
        let (entry, record, findings) = read("adr/0012-publish-order-events.md", text)
        #expect(findings.isEmpty)
        #expect(entry.kind == .decision)
        #expect(entry.id.rawValue == "0012-publish-order-events")
        #expect(entry.title == "Publish order events")
        #expect(!entry.titleIsDerived)
        #expect(entry.language == .english)
        #expect(entry.source.range == SourceRange(start: .start, end: SourcePosition(line: 15, column: 5)))
        #expect(entry.body?.hasPrefix("Date: 2026-01-12") == true)
        #expect(record.number == 12)
        #expect(record.status == .accepted)
        #expect(record.statusText == "Accepted")
        #expect(record.date == Day(year: 2026, month: 1, day: 12))
        #expect(record.dialect == .nygard)
        #expect(
            record.relations == [
                RecordRelation(
                    kind: .supersedes, verb: "Supercedes", target: "0007-publish-after-commit",
                    targetText: "7. Publish after commit", destination: "0007-publish-after-commit.md"),
                RecordRelation(
                    kind: .amends, verb: "Amends", target: "0009-consumers", targetText: "9. Consumers are idempotent",
                    destination: "0009-consumers.md"),
            ])
    }

    @Test(arguments: [
        ("Accepted", RecordStatus.accepted), ("accepted.", .accepted), ("**Accepted**", .accepted),
        ("* Accepted on 2020-01-01 by all", .accepted), ("PROPOSED", .proposed), ("Pending", .proposed),
        ("In Discussion", .discussion), ("Under review", .discussion), ("Rejected", .rejected),
        ("Deprecated", .deprecated), ("Draft", .draft), ("Dropped", .dropped), ("Active", .active),
        ("✅ Accepted", .accepted), ("Superceded", .superseded), ("Принято", .accepted),
        ("Superseded by [2. B](0002-b.md)", .superseded), ("Superceded by [2. B](0002-b.md)", .superseded),
        ("Accepted\n\nSuperseded by [2. B](0002-b.md)", .superseded), ("Superseded by 0015", .superseded),
        ("Accepted\n\nSupersedes [2. B](0002-b.md)", .accepted),
        ("Accepted\n\nSuperseded in part by [2. B](0002-b.md)", .accepted),
    ])
    func `understands a status`(text: String, status: RecordStatus) {
        let (_, record, findings) = read("0001-a.md", "# 1. A\n\n## Status\n\n\(text)\n\n## Context\n")
        #expect(record.status == status)
        #expect(record.statusText == text.split(separator: "\n").first.map(String.init))
        #expect(findings.isEmpty)
    }

    @Test(arguments: [
        "# 1. A\n\n## Status\n\nAccepted", "# 1. A\r\n\r\n## Status\r\n\r\nAccepted\r\n",
        "\u{FEFF}# 1. A\n## Status\nAccepted\n## Context\n", "# 1. A\n\n## Context\n\nx\n\n## Status\n\nAccepted\n",
        "# 1. A\n\n```\n## Status\n\nRejected\n```\n\n## Status\n\nAccepted\n",
        "# 1. A\n\n~~~~\n```\n## Status\nRejected\n~~~\n~~~~\n## Status ##\nAccepted\n",
        "# 1. A\n\n<!-- write\n## Status\nRejected\n-->\n## Status\n<!-- one word -->\nAccepted\n",
        "# 1. A\n\n# Status\n\nAccepted\n\n# Context\n",
        "1. A\n====\n\nStatus\n------\n\nAccepted\n\nContext\n-------\n", "# 1. A\r\r## Status\r\rAccepted\r",
        "---\nstatus: accepted\n---\n# A\n", "---\ntitle: A\nstatus: \"accepted\"\n---\n\ntext\n",
        "# A\n\n* Status: accepted\n* Date: 2020-01-01\n\n## Context\n", "# A\n\n- **Status**: Accepted\n",
        "# A\n\nStatus: Accepted\n", "# A\n\n**Status:** Accepted\n", "# A\n\n| Status | Accepted |\n|---|---|\n",
    ])
    func `finds the status wherever it stands`(text: String) {
        let (entry, record, findings) = read("0001-a.md", text)
        #expect(record.status == .accepted)
        #expect(entry.title == "A")
        #expect(findings.isEmpty)
    }

    @Test(arguments: [
        ("", [RecordReader.missingStatus, RecordReader.missingTitle]), ("# 1. A\n", [RecordReader.missingStatus]),
        ("# 1. A\n\n## Status\n\n## Context\n", [RecordReader.missingStatus]),
        ("---\nstatus:\n---\n# A\n", [RecordReader.missingStatus]),
        ("# 1. A\n\n## Status\n\nWaiting for Godot\n", [RecordReader.unknownStatus]),
        ("# 1. A\n\nDate: 2026-02-30\n\n## Status\n\nAccepted\n", [RecordReader.unknownDate]),
        ("\u{0}\u{1}\u{2}", [RecordReader.missingStatus, RecordReader.missingTitle]),
    ])
    func `tells what is wrong and still has the record`(text: String, rules: [RuleID]) {
        let (entry, record, findings) = read("adr/0041-some-thing.md", text)
        #expect(findings.map(\.rule) == rules)
        #expect(findings.allSatisfy { $0.path == "adr/0041-some-thing.md" && $0.severity == .warning })
        #expect(record.number == 41)
        #expect(entry.title == (rules.contains(RecordReader.missingTitle) ? "Some thing" : "A"))
    }

    @Test func `points at the status that it does not understand`() {
        let (_, record, findings) = read("0001-a.md", "# 1. A\n\n## Status\n\n  Waiting\n")
        #expect(record.status == .unknown)
        #expect(record.statusText == "Waiting")
        #expect(findings.first?.position == SourcePosition(line: 5, column: 1))
        #expect(findings.first?.message.contains("\"Waiting\"") == true)
    }

    @Test(arguments: [
        ("# 12. Title", "Title"), ("# Title", "Title"), ("# ADR 12: Title", "Title"), ("# ADR-0012 - Title", "Title"),
        ("# RFC 3: Title", "Title"), ("# 2026 goals", "2026 goals"), ("# 4. 2026. A year", "2026. A year"),
        ("# 3.5 of Swift", "3.5 of Swift"), ("# Use C#", "Use C#"), ("# Title ##", "Title"), ("#  ADR  ", "ADR"),
    ])
    func `takes the number off a title`(line: String, title: String) {
        #expect(read("0012-x.md", "\(line)\n").entry.title == title)
    }

    @Test func `reads tags and deciders`() {
        let text = "---\nstatus: accepted\ntags: [event-driven, Data Mesh]\ndecision-makers: \"Ann, Bo\"\n---\n# A\n"
        let (entry, record, _) = read("0001-a.md", text)
        #expect(entry.tags.map(\.name) == ["event-driven", "data-mesh"])
        #expect(record.deciders == ["Ann", "Bo"])
        #expect(record.dialect == .madr4)
    }

    @Test func `reads a proposal`() {
        let text = "# Outbox for events\n\nStatus: Discussion\n\n## Problem\n\nx\n"
        let reading = RecordReader.read(
            path: "adr/rfc/rfc-0003-outbox.md", bytes: Array(text.utf8), kind: .proposal, language: .russian)
        #expect(reading.entry.kind == .proposal)
        #expect(reading.entry.language == .russian)
        #expect(reading.record.number == 3)
        #expect(reading.record.status == .discussion)
        #expect(reading.record.dialect == .geode)
    }

    @Test(arguments: [
        ("# 1. Решение\n", Language.russian), ("# 1. Рішення їх\n", .ukrainian), ("# 1. Title\n", .english),
        ("# 1.\n", .undetermined),
    ])
    func `tells the language by the script`(text: String, language: Language) {
        #expect(read("0001-1.md", text).entry.language == language)
    }

    private func read(
        _ path: String,
        _ text: String
    ) -> (entry: Entry, record: Record, findings: [Finding]) {
        RecordReader.read(path: path, bytes: Array(text.utf8), kind: .decision)
    }
}
