import Model

/// What holds should build on what holds: a link to a superseded record leads readers astray.
struct ReferenceToSuperseded: RecordRule {
    static let about = RuleDescription(
        "record.refers-to-superseded", .note,
        means: "a record in force links to one that no longer holds, or calls it by its number",
        remedy: "link to its successor")

    func findings(in shelf: RecordShelf) -> [Finding] {
        shelf.items.filter { $0.record.status.isInForce }.flatMap { item in
            let own = Set(item.record.relations.compactMap(\.target))
            return Self.references(of: item, shelf).compactMap { stem, place -> Finding? in
                guard !own.contains(stem), let target = shelf[stem], target.record.status == .superseded,
                    target.record.stem != item.record.stem
                else { return nil }
                let successors = shelf.successors(of: target).compactMap { shelf[$0]?.name }
                let advice = successors.isEmpty ? "" : "; refer to \(successors.joined(separator: " or ")) instead"
                return Finding(
                    Self.about, item,
                    "\(item.name) refers to \(target.name), which no longer holds\(advice)", at: place)
            }
        }
    }

    /// The stems that a record links to or calls by their numbers, with the first place of each.
    private static func references(of item: RecordShelf.Item, _ shelf: RecordShelf) -> [String: SourceRange] {
        var places = item.record.places.links
        for (mention, place) in item.record.places.mentions {
            guard let stem = shelf[mention]?.record.stem else { continue }
            places[stem] = min(place, places[stem] ?? place)
        }
        return places
    }
}
