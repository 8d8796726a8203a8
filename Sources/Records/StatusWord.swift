package import Model

extension RecordStatus {
    /// The status that a text begins with: "Accepted", "**Superceded** by ...", "in review".
    ///
    /// - Returns: nil when the first word is none that is known.
    package init?(text: some StringProtocol) {
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        guard let first = words.first else { return nil }
        // "In discussion", "under review": the word that counts is the second.
        let word = ["in", "under"].contains(first) ? words.dropFirst().first ?? first : first
        guard let status = RecordStatus.byWord[word] else { return nil }
        self = status
    }

    /// The words that stand for each status in the dialects that are known, small letters.
    private static let words: [RecordStatus: [String]] = [
        .draft: ["draft", "wip", "idea", "черновик"],
        .proposed: ["proposed", "pending", "open", "предложено", "предложен"],
        .discussion: ["discussion", "review", "обсуждение", "обсуждается", "обсуждении"],
        .accepted: ["accepted", "approved", "adopted", "agreed", "decided", "final", "принято", "принят"],
        .active: ["active", "implemented", "действует"],
        .rejected: ["rejected", "declined", "отклонено", "отклонён", "отклонен"],
        .dropped: ["dropped", "abandoned"],
        .withdrawn: ["withdrawn", "отозвано"],
        .deprecated: ["deprecated", "obsolete", "устарело"],
        .superseded: ["superseded", "superceded", "replaced", "заменено", "заменён", "заменен"],
        .deferred: ["deferred", "postponed", "отложено"],
    ]

    private static let byWord: [String: RecordStatus] = Dictionary(
        words.flatMap { status, words in words.map { ($0, status) } },
        uniquingKeysWith: { first, _ in first }
    )
}
