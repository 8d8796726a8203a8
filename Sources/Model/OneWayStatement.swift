/// What one record says of another that does not say it back.
package struct OneWayStatement: Sendable, Hashable {
    /// The path of the record that names the other.
    package let path: String
    /// What it says.
    package let relation: RecordRelation
    /// The path of the record that is silent.
    package let target: String
    /// What the silent one has to say.
    package let missing: RecordRelation.Kind
}

extension Book {
    /// What records say of others that do not say it back, in the order of the records.
    package var oneWayStatements: [OneWayStatement] {
        let records = entries.compactMap { entry in entry.record.map { (path: entry.source.path, record: $0) } }
        let byStem = Dictionary(records.map { ($0.record.stem, $0) }) { first, _ in first }
        return records.flatMap { path, record in
            record.relations.compactMap { relation in
                // What a record says of itself is told by another rule.
                guard let missing = relation.kind.reverse, let other = relation.target.flatMap({ byStem[$0] }),
                    other.record.stem != record.stem,
                    !other.record.relations.contains(where: { $0.kind == missing && $0.target == record.stem })
                else { return nil }
                return OneWayStatement(path: path, relation: relation, target: other.path, missing: missing)
            }
        }
    }
}
