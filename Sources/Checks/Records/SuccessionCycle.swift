import Model

/// Records must not supersede each other in a circle, or none of them holds.
struct SuccessionCycle: RecordRule {
    static let about = RuleDescription(
        "record.succession-cycle", .error,
        means: "records supersede each other in a circle",
        remedy: "remove the link that is wrong")

    func findings(in shelf: RecordShelf) -> [Finding] {
        shelf.items.filter { isInCircle($0, shelf) }.map { item in
            Finding(
                Self.about, item,
                "\(item.name) supersedes itself by way of others; remove the link that is wrong",
                at: item.record.places.status)
        }
    }

    private func isInCircle(_ item: RecordShelf.Item, _ shelf: RecordShelf) -> Bool {
        var seen: Set<String> = []
        var open = shelf.successors(of: item)
        while let stem = open.popLast() {
            if stem == item.record.stem { return true }
            guard seen.insert(stem).inserted, let next = shelf[stem] else { continue }
            open += shelf.successors(of: next)
        }
        return false
    }
}
