import Model

/// Nothing is accepted by silence: when the day of review has passed, somebody must decide.
struct DeadlinePassed: RecordRule {
    func findings(in shelf: RecordShelf) -> [Finding] {
        guard let today = shelf.today else { return [] }
        return shelf.items.compactMap { item in
            guard let deadline = item.record.deadline, deadline < today, Self.isOpen(item) else { return nil }
            return Finding(
                "record.deadline-passed", .error, item,
                "\(item.name) was to be reviewed by \(deadline) and is still in \(item.record.status.rawValue); accept, "
                    + "reject, drop or extend it",
                at: item.record.places.deadline ?? item.record.places.status)
        }
    }

    static func isOpen(_ item: RecordShelf.Item) -> Bool {
        [.proposed, .discussion].contains(item.record.status)
    }
}
