import Model
import Records
import Testing

@Suite struct RecordSetTests {
    private let set = makeSet([
        "0002-use-kafka.md":
            "# 2. Use Kafka\n\n## Status\n\nAccepted\n\nSupersedes [1. Use queues](0001-use-queues.md)\n",
        "0001-use-queues.md": "# 1. Use queues\n\n## Status\n\nAccepted\n",
        "0003-a.md": "# 3. A\n\n## Status\n\nAccepted\n", "0003-b.md": "# 3. B\n\n## Status\n\nSuperseded by 0004\n",
        "0004-c.md": "# 4. C\n\n## Status\n\nProposed\n", "20250101-dated.md": "# Dated\n\n* Status: accepted\n",
    ])

    @Test(arguments: [
        ("2", "0002-use-kafka"), ("0002", "0002-use-kafka"), ("0002-use-kafka", "0002-use-kafka"),
        ("0002-use-kafka.md", "0002-use-kafka"), ("adr/0002-use-kafka.md", "0002-use-kafka"),
        ("0002-u", "0002-use-kafka"),
        ("0003-b", "0003-b"), ("2025", "20250101-dated"),
    ])
    func `finds a record by its number, its stem, or the beginning of it`(name: String, stem: String) throws {
        #expect(try set.find(name).record.stem == stem)
    }

    @Test func `asks when a name means several`() {
        #expect(throws: RecordError.ambiguousRecord("3", paths: ["adr/0003-a.md", "adr/0003-b.md"])) {
            try set.find("3")
        }
        #expect(throws: RecordError.ambiguousRecord("0003-", paths: ["adr/0003-a.md", "adr/0003-b.md"])) {
            try set.find("0003-")
        }
    }

    @Test(arguments: ["99", "", "/", "nothing", "-1", "99999999999999999999999"])
    func `says what there is when a name means none`(name: String) {
        #expect(throws: RecordError.unknownRecord(name, existing: set.files.map(\.record.stem))) { try set.find(name) }
    }

    @Test func `derives a relation from the other record`() throws {
        #expect(try set.successors(of: set.find("1")) == ["0002-use-kafka"])
        #expect(try set.predecessors(of: set.find("2")) == ["0001-use-queues"])
        #expect(try set.successors(of: set.find("0003-b")) == ["0004-c"])
        #expect(try set.predecessors(of: set.find("4")) == ["0003-b"])
        #expect(try set.successors(of: set.find("4")).isEmpty)
    }

    @Test func `is in order, newest first`() {
        let stems = set.files.map(\.record.stem)
        #expect(stems == ["0004-c", "0003-b", "0003-a", "0002-use-kafka", "0001-use-queues", "20250101-dated"])
        #expect(set.nextNumber == 5)
    }

    @Test func `writes a decision and marks those it supersedes`() throws {
        let date = try #require(Day(iso: "2026-01-12"))
        let draft = RecordDraft(title: "Use [a] log", status: "Accepted", date: date, template: .decision)
        let changes = try set.changes(
            writing: draft, superseding: [set.find("4"), set.find("1"), set.find("4")], in: "adr")
        #expect(changes.map(\.path) == ["adr/0005-use-a-log.md", "adr/0004-c.md", "adr/0001-use-queues.md"])
        #expect(changes.map { $0.before == nil } == [true, false, false])
        let new = try #require(changes.first).after.text
        #expect(
            new.contains(
                "\n## Status\n\nAccepted\n\nSupersedes [4. C](0004-c.md)\n\nSupersedes [1. Use queues](0001-use-queues.md)\n\n## Context\n"
            ))
        #expect(changes[1].after.text == "# 4. C\n\n## Status\n\nSuperseded by [5. Use [a] log](0005-use-a-log.md)\n")
    }

    @Test func `spells as the folder does`() throws {
        let set = makeSet([
            "0001-a.md": "# 1. A\n\n## Status\n\nSuperceded by [2. B](0002-b.md)\n",
            "0002-b.md": "# 2. B\n\n## Status\n\nAccepted\n\nSupercedes [1. A](0001-a.md)\n",
            "0003-c.md": "# 3. C\n\n## Status\n\nAccepted\n",
        ])
        let changes = try set.changes(superseding: set.find("2"), by: set.find("3"))
        #expect(changes[0].after.text.contains("\nSuperceded by [3. C](0003-c.md)\n"))
        #expect(changes[1].after.text.contains("\nSupercedes [2. B](0002-b.md)\n"))
    }

    @Test func `refuses a succession in a circle`() throws {
        #expect(throws: RecordError.successionInCircle(old: "0004-c", new: "0004-c")) {
            try set.changes(superseding: set.find("4"), by: set.find("4"))
        }
        #expect(throws: RecordError.successionInCircle(old: "0002-use-kafka", new: "0001-use-queues")) {
            try set.changes(superseding: set.find("2"), by: set.find("1"))
        }
    }

    @Test func `refuses a relation that the template has no place for`() throws {
        let date = try #require(Day(iso: "2026-01-12"))
        let template = RecordTemplate(bytes: Array("# {{title}}\n".utf8))
        let draft = RecordDraft(title: "T", status: "Accepted", date: date, template: template)
        #expect(try set.changes(writing: draft, superseding: [], in: "adr").count == 1)
        #expect(throws: RecordError.templateWithoutStatus) {
            try set.changes(writing: draft, superseding: [set.find("1")], in: "adr")
        }
    }
}

private func makeSet(_ files: [String: String]) -> RecordSet {
    RecordSet(
        files.map { RecordFile(path: "adr/\($0.key)", bytes: Array($0.value.utf8), kind: .decision) },
        names: Array(files.keys))
}
