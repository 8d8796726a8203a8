import Model

/// What one record says of another, the other must say back, or its reader will not learn of it.
struct OneWayRelation: RecordRule {
    static let about = RuleDescription(
        "record.one-way-relation", .error, exception: "a warning when it is another relation than `superseded by`",
        means: "a record names another that does not name it back, so readers of the other do not learn of it",
        remedy: "let `archbook adr supersede` or `archbook rfc supersede` write what is missing, or write it there")

    func findings(in shelf: RecordShelf) -> [Finding] {
        shelf.items.flatMap { item in
            item.record.relations.compactMap { relation -> Finding? in
                // What a record says of itself is told by another rule.
                guard let pair = Self.pairs[relation.kind], let target = relation.target.flatMap({ shelf[$0] }),
                    target.record.stem != item.record.stem, !shelf.states(target, pair.kind, about: item.record.stem)
                else { return nil }
                return Finding(
                    Self.about, item,
                    "\(item.name) says \"\(relation.verb)\" of \(target.name); \(target.name) does not say "
                        + "\"\(pair.verb)\" of \(item.name). \(Self.advice(relation.kind, item, target))",
                    severity: relation.kind == .supersededBy ? .error : .warning, at: item.place(of: relation))
            }
        }
    }

    private static let pairs: [RecordRelation.Kind: (kind: RecordRelation.Kind, verb: String)] = [
        .supersedes: (.supersededBy, "Superseded by"), .supersededBy: (.supersedes, "Supersedes"),
        .amends: (.amendedBy, "Amended by"), .amendedBy: (.amends, "Amends"),
        .clarifies: (.clarifiedBy, "Clarified by"), .clarifiedBy: (.clarifies, "Clarifies"),
    ]

    private static func advice(
        _ kind: RecordRelation.Kind,
        _ item: RecordShelf.Item,
        _ target: RecordShelf.Item
    ) -> String {
        let (old, new) = kind == .supersedes ? (target, item) : (item, target)
        switch kind {
        case .supersedes, .supersededBy:
            return
                "`archbook \(item.command) supersede \(old.record.stem) --by \(new.record.stem)` writes what is missing"
        default: return "Write it there"
        }
    }
}
