import Model

/// Nothing is accepted by silence: when the day of review has passed, somebody must decide.
struct DeadlinePassed: RecordRule {
    static let about = RuleDescription(
        "record.deadline-passed", .error,
        means: "a proposal's day of review has passed without a decision",
        remedy: "accept, reject, drop or extend it")

    func findings(in shelf: RecordShelf) -> [Finding] {
        guard let today = shelf.today else { return [] }
        return shelf.items.compactMap { item in
            guard let deadline = item.record.deadline, deadline < today, Self.isOpen(item) else { return nil }
            return Finding(
                Self.about, item,
                "\(item.name) was to be reviewed by \(deadline) and is still in \(item.record.status.rawValue); accept, "
                    + "reject, drop or extend it",
                at: item.record.places.deadline ?? item.record.places.status)
        }
    }

    static func isOpen(_ item: RecordShelf.Item) -> Bool {
        [.proposed, .discussion].contains(item.record.status)
    }
}
