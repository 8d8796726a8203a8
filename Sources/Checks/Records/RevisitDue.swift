import Model

/// A record that is to be looked at again on a day must be looked at.
struct RevisitDue: RecordRule {
    static let about = RuleDescription(
        "record.revisit-due", .warning,
        means: "a record was to be looked at again by now",
        remedy: "keep it with a later date, or supersede it")

    func findings(in shelf: RecordShelf) -> [Finding] {
        guard let today = shelf.today else { return [] }
        return shelf.items.compactMap { item in
            guard let day = item.record.revisit, day <= today, item.record.status.isInForce else { return nil }
            return Finding(
                Self.about, item,
                "\(item.name) was to be looked at again on \(day); keep it with a later date, or supersede it",
                at: item.record.places.revisit)
        }
    }
}
