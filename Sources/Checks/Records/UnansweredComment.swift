import Model

/// Every question asked in time must be answered before a proposal is decided.
struct UnansweredComment: RecordRule {
    static let about = RuleDescription(
        "record.unanswered-comment", .error,
        means: "a question under Comments is open when it should be answered",
        remedy: "answer it and tick it")

    func findings(in shelf: RecordShelf) -> [Finding] {
        shelf.items.compactMap { item in
            guard isDue(item, shelf.today) else { return nil }
            let lines = OpenQuestions.lines(in: item.entry.body ?? "")
            guard let first = lines.first else { return nil }
            let count = lines.count
            let place = item.record.places.body.map { SourcePosition(line: $0.line + first, column: 1) }
            return Finding(
                Self.about, item,
                "\(item.name) has \(count == 1 ? "an open question" : "\(count) open questions") under Comments; answer "
                    + "each and tick it", at: place.map(SourceRange.init(at:)))
        }
    }

    /// Whether the questions should have been answered: the day of review has come, or a decision has fallen.
    private func isDue(_ item: RecordShelf.Item, _ today: Day?) -> Bool {
        guard item.entry.kind == .proposal else { return false }
        if DeadlinePassed.isOpen(item) {
            guard let today, let deadline = item.record.deadline else { return false }
            return deadline <= today
        }
        return [.accepted, .active, .rejected].contains(item.record.status)
    }
}
