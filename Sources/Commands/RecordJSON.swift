import Model
import Records

extension RecordSet {
    /// The keys of a list of records.
    func members(of files: [RecordFile]) -> [String: JSONValue] { ["items": .array(files.map(item))] }

    /// An entry, and what only its folder tells: the records that supersede it and those that it supersedes.
    private func item(_ file: RecordFile) -> JSONValue {
        let own: [String: JSONValue] = [
            // Among the records of several folders the name of the file alone may mean two.
            "id": .string(file.record.stem),
            "supersedes": JSONValue(predecessors(of: file)),
            "supersededBy": JSONValue(successors(of: file)),
            "links": .array(file.record.relations.map(link)),
        ]
        return .object(JSONValue.members(of: file.entry).merging(own) { _, own in own })
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
}
