import Model
import Records
import Testing

@Suite struct RelationLineTests {
    @Test(arguments: [
        ("Superseded by [2. B](0002-b.md)", "Superseded by", RecordRelation.Kind.supersededBy, "0002-b"),
        ("Superceded by [2. B](0002-b.md)", "Superceded by", .supersededBy, "0002-b"),
        ("Supersedes [2. B](0002-b.md)", "Supersedes", .supersedes, "0002-b"),
        ("supercedes [2. B](./0002-b.md)", "supercedes", .supersedes, "0002-b"),
        ("Amends [2. B](0002-b.md)", "Amends", .amends, "0002-b"),
        ("Amended by [2. B](<0002-b.md>)", "Amended by", .amendedBy, "0002-b"),
        ("Clarifies [2. B](0002-b.md#context)", "Clarifies", .clarifies, "0002-b"),
        ("* Clarified by: [2. B](0002-b.md \"title\")", "Clarified by", .clarifiedBy, "0002-b"),
        ("**Superseded by [2. B](../adr/0002-b.md)**", "Superseded by", .supersededBy, "0002-b"),
        ("Drives [2. B](0002-b.md)", "Drives", .other, "0002-b"),
        ("Relates to [2. B](0002%20b.md)", "Relates to", .relatesTo, "0002 b"),
        ("Supersedes [2. Use [arr] and \\]](0002-b.md)", "Supersedes", .supersedes, "0002-b"),
    ])
    func `reads a relation`(line: String, verb: String, kind: RecordRelation.Kind, target: String) throws {
        let relation = try #require(RelationLine(line)?.relations.first)
        #expect(relation.kind == kind)
        #expect(relation.verb == verb)
        #expect(relation.target == target)
    }

    @Test(arguments: [("Superseded by 0015", "0015"), ("Supersedes: ADR-14", "ADR 14"), ("Superseded by #7", "#7")])
    func `reads a relation without a link`(line: String, text: String) throws {
        let relation = try #require(RelationLine(line)?.relations.first)
        #expect(relation.target == nil)
        #expect(relation.targetText == text)
    }

    @Test(arguments: [
        "Accepted", "", "See the [wiki], which says it all",
        "We took it from [here](https://x.org), as agreed, then [1",
        "Supersedes the old way of doing things", "[2. B](0002-b.md)", "Superseded by",
    ])
    func `takes no other line for a relation`(line: String) {
        #expect(RelationLine(line)?.relations.contains { $0.target != nil } != true)
        #expect(RelationLine(line)?.relations.contains { $0.kind != .other } != true)
    }

    @Test func `reads every link of a line`() {
        let line = RelationLine("Supersedes [1. A](0001-a.md) and [2. B](0002-b.md), [3. C](0003-c.md)")
        #expect(line?.relations.compactMap(\.target) == ["0001-a", "0002-b", "0003-c"])
    }

    @Test(arguments: [
        "Plain", "Use [brackets]", "Half ] open", "Half [ open", "[Kafka](https://kafka.org) it is", "a\\",
        "| & \" ' `",
        "](0009-x.md)", "Ends with [", "🚀 数据 (v2)", "\\[", "a\\]b", "x](y", "[[a]](b)",
    ])
    func `reads back what it writes, whatever the title and the file`(title: String) {
        for file in ["0002-b.md", "0002-b (copy).md", "0002-100%.md", "0002-данные.md", "0002-a#b?c<d>.md"] {
            let line = RelationLine.text(verb: "Supersedes", number: 2, title: title, file: file)
            let relations = RelationLine(line)?.relations ?? []
            #expect(relations.count == 1, "\(line)")
            #expect(relations.first?.target == String(file.dropLast(3)), "\(line)")
            #expect(relations.first?.kind == .supersedes, "\(line)")
        }
    }

    @Test func `writes a common title as adr-tools does`() {
        let line = RelationLine.text(verb: "Superseded by", number: 2, title: "Use [a] | b & c", file: "0002-a-b-c.md")
        #expect(line == "Superseded by [2. Use [a] | b & c](0002-a-b-c.md)")
    }

    @Test func `spells as most of the records do`() {
        func record(_ verbs: String...) -> Record {
            let relations = verbs.map { RecordRelation(kind: .init(verb: $0), verb: $0, target: nil, targetText: "") }
            return Record(
                stem: "", number: nil, status: .accepted, statusText: nil, date: nil, relations: relations,
                dialect: .nygard)
        }
        #expect(SupersedeSpelling(usedBy: []) == .standard)
        #expect(SupersedeSpelling(usedBy: [record("Superceded by"), record("Supercedes", "Amends")]) == .adrTools)
        #expect(SupersedeSpelling(usedBy: [record("Superceded by"), record("Supersedes")]) == .standard)
    }
}
