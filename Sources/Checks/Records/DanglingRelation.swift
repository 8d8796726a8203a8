import Model

/// A record must not refer to a record that is not there.
struct DanglingRelation: RecordRule {
    static let about = RuleDescription(
        "record.dangling-relation", .error,
        means: "a record names another that is not there",
        remedy: "correct the link")

    func findings(in shelf: RecordShelf) -> [Finding] {
        shelf.items.flatMap { item in
            item.record.relations.compactMap { relation -> Finding? in
                guard let target = relation.target else { return finding(item, relation, Self.unresolved(relation)) }
                return shelf[target] == nil ? finding(item, relation, Self.missing(target, relation)) : nil
            }
        }
    }

    private func finding(_ item: RecordShelf.Item, _ relation: RecordRelation, _ message: String) -> Finding {
        Finding(Self.about, item, message, at: item.place(of: relation))
    }

    private static func missing(_ target: String, _ relation: RecordRelation) -> String {
        "`\(relation.verb)` names \(target), which is not there; correct the link"
    }

    private static func unresolved(_ relation: RecordRelation) -> String {
        "`\(relation.verb) \(relation.targetText)` names no record of this workspace; correct the link"
    }
}
