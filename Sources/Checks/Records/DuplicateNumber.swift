import Model

/// Two records of one folder must not have the same number, or a number names neither.
struct DuplicateNumber: RecordRule {
    static let about = RuleDescription(
        "record.duplicate-number", .error,
        means: "two records of a folder have one number",
        remedy: "let `archbook adr renumber` give each a number of its own")

    func findings(in shelf: RecordShelf) -> [Finding] {
        let groups = Dictionary(grouping: shelf.items.filter { $0.record.number != nil }) { item in
            "\(item.folder)/\(item.record.number ?? 0)"
        }
        return groups.values.filter { $0.count > 1 }.flatMap { group in
            group.map { item in
                let others = group.map(\.entry.source.path).filter { $0 != item.entry.source.path }.sorted()
                return Finding(
                    Self.about, item,
                    "\(item.name) is also \(others.joined(separator: ", ")); `archbook \(item.command) renumber` gives each a "
                        + "number of its own", at: item.record.places.title)
            }
        }
    }
}
