import Model

/// A discussion without an end is never decided, and no other rule can ask for it.
struct NoReviewDay: RecordRule {
    static let about = RuleDescription(
        "record.no-review-day", .error,
        means: "a proposal is in discussion without a day of review that can be read",
        remedy: "let `archbook rfc open` set one")

    func findings(in shelf: RecordShelf) -> [Finding] {
        shelf.items.filter { item in
            item.entry.kind == .proposal && item.record.status == .discussion && item.record.deadline == nil
        }.map { item in
            Finding(
                Self.about, item,
                "\(item.name) is in discussion and has no day of review that can be read; `archbook rfc open "
                    + "\(item.record.stem)` sets one", at: item.record.places.deadline ?? item.record.places.status)
        }
    }
}
