import Model

/// What holds should build on what holds: a link to a superseded record leads readers astray.
struct ReferenceToSuperseded: RecordRule {
    static let about = RuleDescription(
        "record.refers-to-superseded", .note,
        means: "a record in force links to one that no longer holds",
        remedy: "link to its successor")

    func findings(in shelf: RecordShelf) -> [Finding] {
        shelf.items.filter { $0.record.status.isInForce }.flatMap { item in
            let own = Set(item.record.relations.compactMap(\.target))
            return Self.targets(in: item.entry.body ?? "").subtracting(own).sorted().compactMap { stem -> Finding? in
                guard let target = shelf[stem], target.record.status == .superseded,
                    target.record.stem != item.record.stem
                else { return nil }
                let successors = shelf.successors(of: target).compactMap { shelf[$0]?.name }
                let advice = successors.isEmpty ? "" : "; refer to \(successors.joined(separator: " or ")) instead"
                return Finding(
                    Self.about, item,
                    "\(item.name) refers to \(target.name), which no longer holds\(advice)")
            }
        }
    }

    /// The stems of the Markdown files that a text links to.
    private static func targets(in text: String) -> Set<String> {
        var stems: Set<String> = []
        for part in text.split(separator: "](").dropFirst() {
            let destination = part.prefix { !")# ".contains($0) }
            guard destination.hasSuffix(".md"), !destination.contains("://") else { continue }
            stems.insert(String(destination.dropLast(3).split(separator: "/").last ?? ""))
        }
        return stems
    }
}
