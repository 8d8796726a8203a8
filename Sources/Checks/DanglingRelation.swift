import Model

/// A record must not refer to a record that is not there.
struct DanglingRelation: CheckRule {
    func findings(in book: Book) -> [Finding] {
        let stems = Set(book.entries.compactMap { $0.record?.stem })
        return book.entries.flatMap { entry in
            (entry.record?.relations ?? []).compactMap { relation in
                guard let target = relation.target else { return .unresolved(relation, in: entry) }
                return stems.contains(target) ? nil : .missing(target, relation, in: entry)
            }
        }
    }
}

extension Finding {
    fileprivate static func missing(_ target: String, _ relation: RecordRelation, in entry: Entry) -> Finding {
        dangling(entry, relation, "`\(relation.verb)` names \(target), which is not there; correct the link")
    }

    fileprivate static func unresolved(_ relation: RecordRelation, in entry: Entry) -> Finding {
        dangling(
            entry, relation,
            "`\(relation.verb) \(relation.targetText)` names no record of this workspace; correct the link")
    }

    private static func dangling(_ entry: Entry, _ relation: RecordRelation, _ message: String) -> Finding {
        let places = entry.record?.places
        let place = relation.target.flatMap { places?.links[$0] } ?? places?.status
        return Finding(
            rule: "record.dangling-relation", severity: .error, path: entry.source.path,
            range: place ?? entry.source.range, message: message)
    }
}
