import Model
import Records
import Testing

@Suite struct RecordEditorTests {
    private static let line = "Superseded by [2. B](0002-b.md)"
    private static let successor = reference(2, "B", "0002-b.md")

    private static func reference(_ number: Int, _ title: String, _ file: String) -> RecordReference {
        RecordReference(
            stem: RecordName.stem(ofPath: file), number: number, title: title, path: file, kind: .decision)
    }

    @Test(arguments: [
        ("# 1. A\n\n## Status\n\nAccepted\n\n## C\n", "# 1. A\n\n## Status\n\n@\n\n## C\n"),
        ("# 1. A\n\n## Status\n\nProposed\n\n## C\n", "# 1. A\n\n## Status\n\n@\n\n## C\n"),
        ("# 1. A\r\n\r\n## Status\r\n\r\nAccepted\r\n\r\n## C\r\n", "# 1. A\r\n\r\n## Status\r\n\r\n@\r\n\r\n## C\r\n"),
        ("## Status\n\nAccepted", "## Status\n\n@"),
        ("## Status", "## Status\n\n@"),
        ("x\r\n## Status", "x\r\n## Status\r\n\r\n@"),
        ("## Status\n\n\n## C\n", "## Status\n\n@\n\n\n## C\n"),
        ("## Status\nAccepted\n## C\n", "## Status\n@\n## C\n"),
        ("## Status\n\nAccepted by the board\n\n## C\n", "## Status\n\n@\n\nFormerly: Accepted by the board\n\n## C\n"),
        ("## Status\n\nAccepted\non Monday\n\n## C\n", "## Status\n\n@\n\nFormerly: Accepted\non Monday\n\n## C\n"),
        ("## Status\n\nProse.\n\nAccepted\n\nMore.\n", "## Status\n\nProse.\n\n@\n\nMore.\n"),
        ("## Status\n\n* **Accepted**\n", "## Status\n\n* **@**\n"),
        ("## Status\n\nAmends [3. C](0003-c.md)\n", "## Status\n\nAmends [3. C](0003-c.md)\n\n@\n"),
        (
            "```\n## Status\n\nAccepted\n```\n## Status\n\nAccepted\n",
            "```\n## Status\n\nAccepted\n```\n## Status\n\n@\n"
        ),
        ("\u{FEFF}## Status\n\nAccepted\n", "\u{FEFF}## Status\n\n@\n"),
        ("## Status\n\nAccepted\n\n### Note\n\nx\n\n## C\n", "## Status\n\n@\n\n### Note\n\nx\n\n## C\n"),
        ("Status\n------\n\nAccepted\n\nContext\n-------\n", "Status\n------\n\n@\n\nContext\n-------\n"),
    ])
    func `supersedes`(before: String, after: String) throws {
        var editor = RecordEditor(path: "0001-a.md", bytes: Array(before.utf8))
        try editor.supersede(by: Self.successor, verb: "Superseded by")
        #expect(editor.bytes.text == after.replacing("@", with: Self.line))
    }

    @Test func `adds a relation below the status`() throws {
        var editor = RecordEditor(path: "0002-b.md", bytes: Array("## Status\n\nAccepted\n\n## C\n".utf8))
        try editor.relate("Supersedes", to: Self.reference(1, "A", "0001-a.md"))
        try editor.relate("Amends", to: Self.reference(3, "C", "0003-c.md"))
        #expect(
            editor.bytes.text
                == "## Status\n\nAccepted\n\nSupersedes [1. A](0001-a.md)\n\nAmends [3. C](0003-c.md)\n\n## C\n")
    }

    @Test(arguments: [
        ("## Status\n\nProposed\n", "## Status\n\nAccepted\n"), ("## Status\n", "## Status\n\nAccepted\n"),
        ("## Status\n\nAmends [3. C](0003-c.md)\n", "## Status\n\nAccepted\n\nAmends [3. C](0003-c.md)\n"),
    ])
    func `sets the status`(before: String, after: String) throws {
        var editor = RecordEditor(path: "0001-a.md", bytes: Array(before.utf8))
        try editor.setStatus(.accepted)
        #expect(editor.bytes.text == after)
    }

    @Test(arguments: [
        "", "# 1. A\n\nText.\n", "```\n## Status\n```\n",
    ])
    func `refuses a record without a section for the status`(text: String) {
        var editor = RecordEditor(path: "adr/0001-a.md", bytes: Array(text.utf8))
        #expect(throws: RecordError.noStatusSection(path: "adr/0001-a.md")) {
            try editor.supersede(by: Self.successor, verb: "Superseded by")
        }
        #expect(editor.bytes.text == text)
    }

    @Test(arguments: ["## Status\n\nIt stands.\n\n```\ncode\n", "## Status\n\nIt stands.\n<!-- open\n"])
    func `refuses a section that ends inside code or a comment`(text: String) {
        var editor = RecordEditor(path: "adr/0001-a.md", bytes: Array(text.utf8))
        let line = text.contains("<!--") ? 4 : 5
        #expect(throws: RecordError.unclosed(path: "adr/0001-a.md", line: line)) {
            try editor.supersede(by: Self.successor, verb: "Superseded by")
        }
    }
}

/// A status in more than a word gives way to the new one, and stays as what once was.
@Suite struct WordyStatusTests {
    private static let successor = RecordReference(
        stem: "0002-b", number: 2, title: "B", path: "adr/0002-b.md", kind: .decision)

    @Test(arguments: [
        ("**Accepted** (2026-01-01)", "Formerly: **Accepted** (2026-01-01)"),
        ("Accepted on Monday", "Formerly: Accepted on Monday"),
    ])
    func `is told as what once was`(before: String, after: String) throws {
        let text = "# 1. A\n\n## Status\n\n\(before)\nby all.\n\n## Context\n"
        var superseded = RecordEditor(path: "adr/0001-a.md", bytes: Array(text.utf8))
        var deprecated = superseded
        try superseded.supersede(by: Self.successor, verb: "Superseded by")
        #expect(superseded.bytes.text == text.replacing(before, with: "Superseded by [2. B](0002-b.md)\n\n\(after)"))
        try deprecated.setStatus(.deprecated)
        #expect(deprecated.bytes.text == text.replacing(before, with: "Deprecated\n\n\(after)"))
        let entry = RecordFile(path: "adr/0001-a.md", bytes: deprecated.bytes, kind: .decision)
        #expect(entry.record.status == .deprecated)
    }

    @Test func `keeps the marks of a list`() throws {
        let text = "# 1. A\r\n\r\n## Status\r\n\r\n* Accepted on Monday\r\n"
        var editor = RecordEditor(path: "adr/0001-a.md", bytes: Array(text.utf8))
        try editor.setStatus(.rejected)
        #expect(editor.bytes.text.hasSuffix("\r\n\r\n* Rejected\r\n* Formerly: Accepted on Monday\r\n"))
    }

    @Test(arguments: ["Amends `x`", "a. b", "", String(repeating: "long ", count: 12)])
    func `says why a verb cannot be written`(verb: String) {
        let text = "# 1. A\n\n## Status\n\nAccepted\n"
        var editor = RecordEditor(path: "adr/0001-a.md", bytes: Array(text.utf8))
        #expect(throws: RecordError.unreadableVerb(verb)) { try editor.relate(verb, to: Self.successor) }
    }

    @Test(arguments: ["Uses/needs", "Is used | needed by", "Amends 2 of"])
    func `takes the verbs that adr-tools takes`(verb: String) throws {
        let text = "# 1. A\n\n## Status\n\nAccepted\n"
        var editor = RecordEditor(path: "adr/0001-a.md", bytes: Array(text.utf8))
        try editor.relate(verb, to: Self.successor)
        #expect(editor.bytes.text == text + "\n\(verb) [2. B](0002-b.md)\n")
    }
}

/// Whatever two records look like, making one the successor of the other changes the lines it must and no others.
@Suite struct SupersessionPropertyTests {
    @Test(arguments: 0..<300)
    func `changes only the expected lines`(seed: Int) throws {
        var random = SampleRecord.generator(seed: seed)
        let old = SampleRecord(number: 1, using: &random)
        let new = SampleRecord(number: 2, using: &random)
        let set = RecordSet([old.file, new.file], names: ["0001-старое.md", "0002-new.md"])
        let changes = try set.changes(superseding: set.find("1"), by: set.find("2"))
        #expect(changes.map(\.path) == [old.file.path, new.file.path])
        let forward = "Superseded by [2. \(new.title)](0002-new.md)"
        let backward = "Supersedes [1. \(old.title)](0001-старое.md)"
        for (change, sample, line) in zip3(changes, [old, new], [forward, backward]) {
            #expect(change.before == sample.file.bytes)
            let isReplaced = sample.number == 1 && sample.status != nil
            let difference = Difference(sample.file.bytes, change.after)
            #expect(difference.removed == (isReplaced ? [sample.status ?? ""] : []), "seed \(seed)")
            #expect(difference.added.filter { !$0.isEmpty } == [line], "seed \(seed)")
            #expect(difference.added.count == (isReplaced ? 1 : 2), "seed \(seed)")
            #expect(sample.endings(in: change.after).isSubset(of: [sample.ending]), "seed \(seed)")
            #expect(change.after.last?.isLineEnd == sample.file.bytes.last?.isLineEnd, "seed \(seed)")
        }
        let after = RecordSet(
            changes.map { RecordFile(path: $0.path, bytes: $0.after, kind: .decision) }, names: set.names)
        #expect(try after.find("1").record.status == .superseded)
        #expect(try after.successors(of: after.find("1")) == ["0002-new"])
        #expect(try after.changes(superseding: after.find("1"), by: after.find("2")).isEmpty)
    }
}

private func zip3<A, B, C>(_ a: [A], _ b: [B], _ c: [C]) -> [(A, B, C)] { zip(a, zip(b, c)).map { ($0, $1.0, $1.1) } }
