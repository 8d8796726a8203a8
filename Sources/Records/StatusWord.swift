package import Model

extension RecordStatus {
    /// The status that a text begins with: "Accepted", "**Superceded** by ...", "in review".
    ///
    /// - Returns: nil when the first word is none that is known.
    package init?(text: some StringProtocol) {
        let words = text.lowercased().split { !$0.isLetter }.prefix(2).map(String.init)
        guard let first = words.first else { return nil }
        let both = words.joined(separator: " ")
        // "In discussion", "under review": the word that counts is the second.
        let word = ["in", "under"].contains(first) ? words.dropFirst().first ?? first : first
        guard let status = RecordStatus.byWord[both] ?? RecordStatus.byWord[word] else { return nil }
        self = status
    }

    /// The words that stand for a status, small letters; `docs/records.md` has the same table.
    package var spellings: [String] { RecordStatus.words[self] ?? [] }

    /// The words that stand for each status in the dialects that are known, small letters.
    private static let words: [RecordStatus: [String]] = [
        .draft: ["draft", "wip", "idea", "ideation", "prediscussion", "provisional", "returned", "черновик"],
        .proposed: [
            "proposed", "pending", "open", "awaiting review", "awaiting implementation", "scheduled for", "предложено",
            "предложен",
        ],
        .discussion: [
            "discussion", "review", "last call", "active review", "exploring", "обсуждение", "обсуждается",
            "обсуждении",
        ],
        .accepted: [
            "accepted", "approved", "adopted", "agreed", "decided", "final", "implementable", "committed", "ready",
            "development", "принято", "принят",
        ],
        .active: ["active", "implemented", "living", "released", "recommended", "published", "действует"],
        .rejected: ["rejected", "declined", "april fool", "отклонено", "отклонён", "отклонен"],
        .dropped: ["dropped", "abandoned", "discarded", "closed", "снято"],
        .withdrawn: ["withdrawn", "отозвано"],
        .deprecated: ["deprecated", "obsolete", "discontinued", "устарело"],
        .superseded: ["superseded", "superceded", "replaced", "заменено", "заменён", "заменен"],
        .deferred: ["deferred", "postponed", "stagnant", "отложено"],
    ]

    private static let byWord: [String: RecordStatus] = Dictionary(
        words.flatMap { status, words in words.map { ($0, status) } },
        uniquingKeysWith: { first, _ in first }
    )
}
