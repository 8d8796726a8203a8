import Model

/// What one record says of another, the other must say back, or its reader will not learn of it.
struct OneWayRelation: RecordRule {
    static let about = RuleDescription(
        "record.one-way-relation", .error, exception: "a warning when it is another relation than `superseded by`",
        means: "a record names another that does not name it back, so readers of the other do not learn of it",
        remedy:
            "let `archbook check --fix`, `archbook adr supersede` or `archbook rfc supersede` write what is missing, or "
            + "write it there", hasFix: true)

    func findings(in shelf: RecordShelf) -> [Finding] {
        shelf.oneWayStatements.compactMap { statement in
            guard let item = shelf.item(at: statement.path), let target = shelf.item(at: statement.target) else {
                return nil
            }
            let kind = statement.relation.kind
            return Finding(
                Self.about, item,
                "\(item.name) says \"\(statement.relation.verb)\" of \(target.name); \(target.name) does not say "
                    + "\"\(statement.missing.words ?? "")\" of \(item.name). \(Self.advice(kind, item, target))",
                severity: kind == .supersededBy ? .error : .warning, at: item.place(of: statement.relation),
                fixes: shelf.replies[statement].map { [$0] } ?? [])
        }
    }

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
