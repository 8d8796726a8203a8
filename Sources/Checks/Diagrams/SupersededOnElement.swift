import Model

/// What is drawn as it is today should rest on decisions that hold today.
struct SupersededOnElement: DiagramRule {
    static let about = RuleDescription(
        "diagram.superseded-decision", .warning,
        means: "an element rests on a decision that no longer holds",
        remedy: "name its successor")

    func findings(in shelf: DiagramShelf) -> [Finding] {
        shelf.elements.flatMap { element in
            DiagramShelf.values("adr", of: element).compactMap { value -> Finding? in
                guard let item = shelf.record(value, of: .decision), item.record.status == .superseded else {
                    return nil
                }
                let successors = shelf.records.successors(of: item).compactMap { shelf.records[$0]?.name }
                let advice =
                    successors.isEmpty
                    ? "name the one that holds" : "name \(successors.joined(separator: " or ")) instead"
                return Finding(
                    Self.about, at: element.source,
                    "\"\(element.name)\" rests on \(item.name), which no longer holds; \(advice)")
            }
        }
    }
}
