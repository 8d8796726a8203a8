import Model
import Records

extension RecordSet {
    /// Records as `--json` prints them.
    func json(_ files: [RecordFile]) -> JSONValue {
        .object(["schemaVersion": 1, "items": .array(files.map(item))])
    }

    private func item(_ file: RecordFile) -> JSONValue {
        let entry = file.entry
        let record = file.record
        return .object(present: [
            "id": .string(entry.id.rawValue),
            "kind": .string(entry.kind.rawValue),
            "title": .string(entry.title),
            "titleIsDerived": entry.titleIsDerived ? true : nil,
            "aliases": JSONValue(entry.aliases),
            "language": .string(entry.language.rawValue),
            "tags": JSONValue(entry.tags.map(\.name)),
            "section": JSONValue(entry.section),
            "source": place(entry.source),
            "number": record.number.map(JSONValue.int),
            "status": .string(record.status.rawValue),
            "statusText": record.statusText.map(JSONValue.string),
            "date": record.date.map { .string($0.description) },
            "deciders": JSONValue(record.deciders),
            "supersedes": JSONValue(predecessors(of: file)),
            "supersededBy": JSONValue(successors(of: file)),
            "links": .array(record.relations.map(link)),
        ])
    }

    /// A relation as the file states it.
    private func link(_ relation: RecordRelation) -> JSONValue {
        .object(present: [
            "kind": .string(relation.kind.rawValue),
            "verb": .string(relation.verb),
            "target": target(of: relation).map(JSONValue.string),
            "text": .string(relation.targetText),
        ])
    }

    private func place(_ source: Source) -> JSONValue {
        .object([
            "path": .string(source.path),
            "line": .int(source.range.start.line),
            "column": .int(source.range.start.column),
            "endLine": .int(source.range.end.line),
            "endColumn": .int(source.range.end.column),
        ])
    }
}
