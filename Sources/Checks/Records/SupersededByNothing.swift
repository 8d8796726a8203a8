import Model

/// A record that is superseded must name its successor.
struct SupersededByNothing: RecordRule {
    func findings(in shelf: RecordShelf) -> [Finding] {
        shelf.items.filter { $0.record.status == .superseded && shelf.successors(of: $0).isEmpty }.map { item in
            Finding(
                "record.superseded-by-nothing", .error, item,
                "\(item.name) is superseded and names no successor; name it, or mark the \(item.noun) as deprecated",
                at: item.record.places.status)
        }
    }
}
