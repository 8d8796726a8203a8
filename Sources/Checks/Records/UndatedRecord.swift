import Model

/// A record without a date cannot tell what held when.
struct UndatedRecord: RecordRule {
    static let about = RuleDescription(
        "record.undated", .note,
        means: "a record has no date, though its dialect has a place for one",
        remedy: "write it")

    func findings(in shelf: RecordShelf) -> [Finding] {
        shelf.items.filter { $0.record.date == nil && $0.record.deadline == nil && Self.carriesDates($0) }.map { item in
            Finding(
                Self.about, item,
                "\(item.name) has no date; write one, as in \"Date: 2026-01-12\", below its title",
                at: item.record.places.title)
        }
    }

    /// Whether records of the dialect have a place for a date.
    private static func carriesDates(_ item: RecordShelf.Item) -> Bool {
        !["adg", "dotnet-adr", "kip", "swift-evolution"].contains(item.record.dialect.rawValue)
    }
}
