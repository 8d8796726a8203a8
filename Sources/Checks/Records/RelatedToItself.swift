import Model

/// A record that names itself says nothing, and hides the record that was meant.
struct RelatedToItself: RecordRule {
    static let about = RuleDescription(
        "record.related-to-itself", .error,
        means: "a record names itself",
        remedy: "name the record that is meant")

    func findings(in shelf: RecordShelf) -> [Finding] {
        shelf.items.flatMap { item in
            // Its own successor is told as the shortest of circles.
            let own = item.record.relations.filter {
                $0.target == item.record.stem && !Self.succession.contains($0.kind)
            }
            return own.map { relation in
                Finding(
                    Self.about, item,
                    "`\(relation.verb)` of \(item.name) names \(item.name) itself; name the record that is meant",
                    at: item.place(of: relation))
            }
        }
    }

    private static let succession: Set<RecordRelation.Kind> = [.supersedes, .supersededBy]
}
