import Model

/// A record that is superseded must name its successor.
struct SupersededByNothing: RecordRule {
    static let about = RuleDescription(
        "record.superseded-by-nothing", .error,
        means: "a superseded record names no successor",
        remedy: "name it, or mark the record as deprecated")

    func findings(in shelf: RecordShelf) -> [Finding] {
        shelf.items.filter { $0.record.status == .superseded && shelf.successors(of: $0).isEmpty }.map { item in
            Finding(
                Self.about, item,
                "\(item.name) is superseded and names no successor; name it, or mark the \(item.noun) as deprecated",
                at: item.record.places.status)
        }
    }
}
