import FoundationEssentials
import Model
import Records
import TestSupport
import Testing

/// Every dialect is read, changed and read again; `expected.txt` of its fixture holds what was read and every line that
/// changed.
@Suite struct DialectFixtureTests {
    @Test(arguments: Dialect.all.map(\.name.rawValue))
    func `reads, changes and reads again`(name: String) throws {
        let before = try Fixture.records(name)
        let dialect = Dialect.named(RecordDialect(rawValue: name))
        #expect(before.dialect?.name == dialect.name)
        #expect(before.files.flatMap(\.findings).isEmpty)
        var report = ["read"] + before.files.reversed().map(Fixture.line)
        let (old, new, draft) = try Fixture.roles(before)
        var changes = try before.changes(superseding: old, by: new)
        var editor = draft.editor
        try editor.setStatus(.accepted)
        try editor.relate("Amends", to: new.reference)
        changes.append(FileChange(path: draft.path, before: draft.bytes, after: editor.bytes))
        for change in changes.sorted(by: { $0.path < $1.path }) {
            report += ["", change.path] + Fixture.difference(change)
        }
        let after = Fixture.set(
            before.files.map { file in (file.path, changes.first { $0.path == file.path }?.after ?? file.bytes) },
            dialect.kind)
        report += ["", "read again"] + after.files.reversed().map(Fixture.line)
        let accepted = try after.find(draft.record.stem).record
        #expect(accepted.status == .accepted)
        #expect(
            accepted.relations.contains {
                [.amends, name == "kep" ? .relatesTo : .amends].contains($0.kind)
                    && after.target(of: $0) == new.record.stem
            })
        #expect(try after.find(old.record.stem).record.status == .superseded)
        #expect(try after.successors(of: after.find(old.record.stem)) == [new.record.stem])
        #expect(try after.predecessors(of: after.find(new.record.stem)) == [old.record.stem])
        #expect(after.dialect?.name == dialect.name)
        let text = report.joined(separator: "\n") + "\n"
        #expect(try text == Fixture.expected(name, or: text))
    }
}

/// The records of one dialect, as its tool would have written them.
enum Fixture {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    /// The records of a fixture, below a folder `records`.
    static func records(_ name: String) throws -> RecordSet {
        let root = folder.appending(path: name)
        let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { name in
            name.contains(".") && name != "expected.txt"
        }
        let kind = Dialect.named(RecordDialect(rawValue: name)).kind
        return try set(
            names.map { ("records/\($0)", Array(try Data(contentsOf: root.appending(path: $0)))) }, kind)
    }

    /// Of the three records the one to be superseded, its successor, and the one to be accepted.
    static func roles(_ set: RecordSet) throws -> (old: RecordFile, new: RecordFile, draft: RecordFile) {
        let files = set.files.sorted { $0.path < $1.path }
        return (files[0], files[1], files[2])
    }

    /// The lines that a change removes and adds, in their order.
    static func difference(_ change: FileChange) -> [String] {
        func lines(_ bytes: [UInt8]) -> [String] {
            let table = LineTable(bytes)
            return table.starts.indices.map { bytes[table.content(ofLine: $0 + 1, in: bytes)].text }
        }
        let difference = lines(change.after).difference(from: lines(change.before ?? []))
        return difference.map { step in
            switch step {
            case .remove(_, let line, _): "-\(line)"
            case .insert(_, let line, _): "+\(line)"
            }
        }
    }

    static func set(_ files: [(path: String, bytes: [UInt8])], _ kind: RecordKind) -> RecordSet {
        RecordSet(files.map { RecordFile(path: $0.path, bytes: $0.bytes, kind: kind) }, names: files.map(\.path))
    }

    /// What was understood of a record, on one line.
    static func line(_ file: RecordFile) -> String {
        let record = file.record
        let parts: [String?] = [
            record.stem, record.number.map(String.init), record.status.rawValue, record.date?.description,
            record.deadline.map { "by \($0)" }, file.entry.title, record.deciders.joined(separator: "+"),
        ]
        let relations = record.relations.map { "\($0.kind.rawValue) \($0.target ?? $0.targetText)" }
        return (parts.map { $0 ?? "-" } + relations).joined(separator: " | ")
    }

    /// The text that a test must come to; where there is none yet, it is written down to be looked at.
    static func expected(_ name: String, or text: String) throws -> String {
        let file = folder.appending(path: name).appending(path: "expected.txt")
        guard FileManager.default.fileExists(atPath: file.path) else {
            try Data(text.utf8).write(to: file)
            return "written to \(file.path); look at it and run the test again"
        }
        return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
}
