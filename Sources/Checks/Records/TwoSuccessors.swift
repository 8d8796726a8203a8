import Model

/// Two records that take the place of one should know of each other, or a reader follows only one.
struct TwoSuccessors: RecordRule {
    static let about = RuleDescription(
        "record.two-successors", .warning,
        means: "two records supersede one that does not name both",
        remedy: "name both, or let one supersede the other")

    func findings(in shelf: RecordShelf) -> [Finding] {
        shelf.items.compactMap { item in
            let successors = shelf.successors(of: item).compactMap { shelf[$0] }
            guard successors.count > 1 else { return nil }
            let isMarked = successors.allSatisfy { shelf.states(item, .supersededBy, about: $0.record.stem) }
            guard !isMarked else { return nil }
            return Finding(
                Self.about, item,
                "\(successors.map(\.name).joined(separator: " and ")) both supersede \(item.name), which does not name "
                    + "them all; name them, or let the later one supersede the earlier",
                at: item.record.places.status)
        }
    }
}
