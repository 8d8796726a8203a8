import Model

/// A number that is missing between others may belong to a record that was lost.
struct NumberGap: RecordRule {
    static let about = RuleDescription(
        "record.number-gap", .note,
        means: "a number between others is missing",
        remedy: "bring the file back, if there was one")

    func findings(in shelf: RecordShelf) -> [Finding] {
        let groups = Dictionary(grouping: shelf.items.filter { $0.record.number != nil }, by: \.folder)
        return groups.values.flatMap { group in
            let items = group.sorted { ($0.record.number ?? 0) < ($1.record.number ?? 0) }
            return zip(items, items.dropFirst()).compactMap { before, item -> Finding? in
                guard let last = before.record.number, let number = item.record.number, number > last + 1 else {
                    return nil
                }
                let missing = number == last + 2 ? "number \(last + 1) is" : "numbers \(last + 1) to \(number - 1) are"
                return Finding(
                    Self.about, item,
                    "\(missing) missing before this \(item.noun); if a file was removed, bring it back, because records "
                        + "are kept")
            }
        }
    }
}
