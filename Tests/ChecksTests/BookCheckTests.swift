import Checks
import Model
import Testing

struct BookCheckTests {
    @Test func `tells of a relation to a record that is not there`() {
        let broken = Book(title: "Test", entries: [.decision("0001-a", supersedes: "0009-gone")])
        let findings = BookCheck.findings(in: broken).filter { $0.rule == "record.dangling-relation" }
        #expect(findings.count == 1)
        #expect(findings.first?.message.contains("0009-gone") == true)
    }

    @Test func `keeps silent when the record is there`() {
        let sound = Book(
            title: "Test", entries: [.decision("0001-a", supersedes: "0009-b"), .decision("0009-b", supersedes: nil)])
        #expect(BookCheck.findings(in: sound).allSatisfy { $0.rule != "record.dangling-relation" })
    }

    @Test(arguments: [true, false])
    func `asks for the title of a bare address`(isDerived: Bool) {
        let source = Source(path: "links.md", range: SourceRange(at: .start))
        let link = Link(url: "https://example.org/a-b", key: LinkKey(rawValue: "example.org/a-b"), medium: .article)
        var entry = Entry(id: EntryID("a-b"), title: "A b", language: .english, source: source, content: .link(link))
        entry.titleIsDerived = isDerived
        let findings = BookCheck.findings(in: Book(title: "Test", entries: [entry]))
        #expect(findings.map(\.rule) == (isDerived ? ["link.without-title"] : []))
    }

    @Test func `tells what reading found too, in the order of the files`() {
        let late = Finding(rule: "text.nul", severity: .warning, path: "b.md", message: "x")
        let early = Finding(rule: "text.nul", severity: .warning, path: "a.md", message: "x")
        let findings = BookCheck.findings(in: Book(title: "Test", findings: [late, early]))
        #expect(findings.map(\.path) == ["a.md", "b.md"])
    }
}

extension Entry {
    fileprivate static func decision(_ stem: String, supersedes target: String?) -> Entry {
        var record = Record(
            stem: stem, number: 1, status: .accepted, statusText: "Accepted", date: nil, dialect: .nygard)
        if let target {
            record.relations = [
                RecordRelation(kind: .supersedes, verb: "Supersedes", target: target, targetText: target)
            ]
        }
        let source = Source(path: "adr/\(stem).md", range: SourceRange(at: .start))
        return Entry(
            id: EntryID(stem), title: stem, language: .english, source: source, content: .decision(record))
    }
}
