import Model
import Records
import TestSupport
import Testing

/// Whatever line endings, marks and traps the files of a dialect have, a change touches the lines it must and no others.
@Suite struct DialectPropertyTests {
    @Test(arguments: Dialect.all.map(\.name.rawValue))
    func `changes only the expected lines`(name: String) throws {
        let fixture = try Fixture.roles(Fixture.records(name))
        let kind = Dialect.named(RecordDialect(rawValue: name)).kind
        for seed in 0..<60 {
            var random = SeededRandom(seed: UInt64(seed))
            let files = [fixture.old, fixture.new].map { file in
                (path: file.path, bytes: Self.disturbed(file.bytes, of: file.path, using: &random))
            }
            let set = Fixture.set(files, kind)
            let (old, new) = (try set.find(fixture.old.record.stem), try set.find(fixture.new.record.stem))
            let changes = try set.changes(superseding: old, by: new)
            #expect(changes.map(\.path) == files.map(\.path), "seed \(seed)")
            for change in changes {
                let before = change.before ?? []
                let steps = Fixture.difference(change)
                let removed = steps.filter { $0.hasPrefix("-") }
                let added = steps.filter { $0.hasPrefix("+") && $0.count > 1 }
                #expect(removed.count <= 2 && added.count <= 4, "seed \(seed): \(steps)")
                #expect(removed.allSatisfy { Self.isMetadata($0.dropFirst()) }, "seed \(seed): \(steps)")
                #expect(Self.endings(change.after).isSubset(of: Self.endings(before)), "seed \(seed)")
                #expect(change.after.last?.isLineEnd == before.last?.isLineEnd, "seed \(seed)")
            }
            let after = Fixture.set(changes.map { ($0.path, $0.after) }, kind)
            #expect(try after.find(old.record.stem).record.status == .superseded, "seed \(seed)")
            #expect(try after.successors(of: after.find(old.record.stem)) == [new.record.stem], "seed \(seed)")
            let again = try after.changes(
                superseding: after.find(old.record.stem), by: after.find(new.record.stem))
            #expect(again.isEmpty, "seed \(seed)")
        }
    }

    /// The lines that may go: those that tell a status or name other records.
    private static func isMetadata(_ line: Substring) -> Bool {
        let words = [
            "status", "stage", "current state", "accepted", "superseded", "precedes", "succeeds", "related", "replaces",
            "links",
        ]
        return words.contains { line.lowercased().contains($0) }
    }

    /// The file with other line endings, a byte order mark, no final line ending, or a trap at its end.
    private static func disturbed(_ bytes: [UInt8], of path: String, using random: inout SeededRandom) -> [UInt8] {
        func isChosen() -> Bool { random.next() % 2 == 0 }
        var text = bytes.text.replacing("\r\n", with: "\n")
        if text.hasPrefix("\u{FEFF}") { text = String(text.unicodeScalars.dropFirst()) }
        let isMarkdown = path.hasSuffix(".md")
        while text.hasSuffix("\n") { text.removeLast() }
        if isMarkdown, isChosen() { text += "\n\n<!--\n## Status\n\nRejected\n\n## Links\n-->\n\nPunkt — точка." }
        if isMarkdown, isChosen() { text += "\n\n~~~\n---\nstatus: draft\nlinks:\n---\n~~~" }
        if isChosen() { text += "\n" }
        if isMarkdown, isChosen() { text = text.replacing("\n", with: "\r\n") }
        if isMarkdown, isChosen() { text = "\u{FEFF}" + text }
        return Array(text.utf8)
    }

    private static func endings(_ bytes: [UInt8]) -> Set<String> {
        let table = LineTable(bytes)
        return Set(
            (1...table.count).map { line in
                bytes[table.content(ofLine: line, in: bytes).upperBound..<table.offsets(ofLine: line).upperBound].text
            }
        ).union([""])
    }
}
