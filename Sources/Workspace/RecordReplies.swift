import Model
import Records

extension OpenWorkspace {
    /// The edits by which records say back what others say of them, each in its own dialect.
    ///
    /// There is none for a record that was not in force when it was superseded, nor where its file has no place for the words:
    /// those are for a person to decide.
    func replies(in book: Book) -> [OneWayStatement: Fix] {
        var replies: [OneWayStatement: Fix] = [:]
        for statement in book.oneWayStatements {
            guard let fix = reply(to: statement, book) else { continue }
            replies[statement] = fix
        }
        return replies
    }

    private func reply(to statement: OneWayStatement, _ book: Book) -> Fix? {
        guard let source = recordFile(statement.path, book), let silent = recordFile(statement.target, book),
            statement.missing != .supersededBy || silent.record.status.isInForce || silent.record.status == .superseded
        else { return nil }
        let records = book.entries.lazy.filter { $0.kind == silent.entry.kind }.compactMap(\.record)
        let spelling = settings.supersedeSpelling ?? SupersedeSpelling(usedBy: records)
        var editor = silent.editor
        do throws(RecordError) {
            switch statement.missing {
            case .supersededBy: try editor.supersede(by: source.reference, verb: spelling.supersededBy)
            case .supersedes: try editor.relate(spelling.supersedes, to: source.reference)
            default: try editor.relate(statement.missing.words ?? "", to: source.reference)
            }
        } catch {
            return nil
        }
        guard let edit = TextEdit(path: silent.path, from: silent.bytes, to: editor.bytes) else { return nil }
        return Fix(title: "say it back in \(silent.record.stem)", edits: [edit])
    }

    private func recordFile(_ path: String, _ book: Book) -> RecordFile? {
        guard let entry = book.entries.first(where: { $0.record != nil && $0.source.path == path }),
            let bytes = try? POSIX.readFile(self.path(path), limit: Self.largestSource)
        else { return nil }
        return RecordFile(
            path: path, bytes: bytes, kind: entry.kind == .proposal ? .proposal : .decision,
            states: settings.process.states)
    }
}

extension TextEdit {
    /// The one edit that makes a text of another, as short as it can be; nil where they are the same, or no UTF-8.
    fileprivate init?(path: String, from before: [UInt8], to after: [UInt8]) {
        guard before != after, String(validating: before, as: UTF8.self) != nil,
            String(validating: after, as: UTF8.self) != nil
        else { return nil }
        var start = zip(before, after).prefix { $0 == $1 }.count
        while start > 0, start < before.count, before[start] & 0xC0 == 0x80 { start -= 1 }
        let (tail, newTail) = (before[start...], after[start...])
        var end = zip(tail.reversed(), newTail.reversed()).prefix { $0 == $1 }.count
        while end > 0, before[before.count - end] & 0xC0 == 0x80 { end -= 1 }
        let place = start..<before.count - end
        self.init(
            path: path, range: LineTable(before).range(place), original: before[place].text,
            replacement: after[start..<after.count - end].text)
    }
}
