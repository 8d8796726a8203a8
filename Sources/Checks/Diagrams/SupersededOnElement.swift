import Model

/// What is drawn as it is today should rest on decisions that hold today.
struct SupersededOnElement: DiagramRule {
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
                    rule: "diagram.superseded-decision", severity: .warning, path: element.source.path,
                    range: element.source.range,
                    message: "\"\(element.name)\" rests on \(item.name), which no longer holds; \(advice)")
            }
        }
    }
}
