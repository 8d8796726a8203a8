package import Model

/// Finds the successors of questions that have answers in the log but are no longer in the book.
///
/// A question without a marker is named by its text, so an edit gives it another name; its history follows it when
/// exactly one question of the book can be the one that was meant.
package struct Relinking: Sendable, Equatable {
    /// The orphans whose successor is certain.
    package private(set) var matches: [Match] = []
    /// The orphans that more than one question may be, with those questions.
    package private(set) var ambiguous: [(orphan: EntryID, heading: String, candidates: [EntryID])] = []
    /// The orphans that nothing in the book resembles.
    package private(set) var lost: [(orphan: EntryID, heading: String)] = []

    /// A question of the log and the question of the book that it became.
    package struct Match: Sendable, Equatable {
        package var from: EntryID
        package var to: EntryID
        /// The title that the question has now.
        package var title: String
        /// Why the two are taken for the same: `answer`, `place` or `words`.
        package var reason: String
    }

    /// Compares the orphans of a log with the questions of a book that have no answers.
    ///
    /// - Parameter answers: the latest answer to each question at least, oldest first.
    package init(_ questions: [ReviewPlan.Item], answers: [KeptAnswer]) {
        let known = Set(questions.map(\.id))
        var orphans: [EntryID: QuestionFingerprint?] = [:]
        var answered: Set<EntryID> = []
        for kept in answers {
            answered.insert(kept.question)
            if !known.contains(kept.question) {
                orphans[kept.question] = .some(kept.answer.fingerprint ?? orphans[kept.question].flatMap { $0 })
            }
        }
        guard !orphans.isEmpty else { return }
        let open = questions.filter { !answered.contains($0.id) }
        match(orphans, open.map { (item: $0, print: QuestionFingerprint($0.entry, $0.question)) })
    }

    package static func == (left: Relinking, right: Relinking) -> Bool {
        left.matches == right.matches && left.ambiguous.map(\.orphan) == right.ambiguous.map(\.orphan)
            && left.lost.map(\.orphan) == right.lost.map(\.orphan)
    }

    private typealias Candidate = (item: ReviewPlan.Item, print: QuestionFingerprint)

    private mutating func match(_ orphans: [EntryID: QuestionFingerprint?], _ open: [Candidate]) {
        var rest = orphans.sorted { $0.key < $1.key }
        var free = open
        for rule in Relinking.rules {
            var wanted: [EntryID: [EntryID]] = [:]
            for (orphan, print) in rest {
                guard let print else { continue }
                for id in rule.candidates(print, free) { wanted[id, default: []].append(orphan) }
            }
            for (orphan, print) in rest {
                guard let print, let only = Relinking.only(rule.candidates(print, free)), wanted[only]?.count == 1,
                    let candidate = free.first(where: { $0.item.id == only })
                else { continue }
                matches.append(
                    Match(from: orphan, to: only, title: candidate.item.entry.title, reason: rule.reason))
            }
            let done = Set(matches.map(\.from))
            let taken = Set(matches.map(\.to))
            rest.removeAll { done.contains($0.key) }
            free.removeAll { taken.contains($0.item.id) }
        }
        for (orphan, print) in rest { addOpen(orphan, print, free) }
    }

    private mutating func addOpen(_ orphan: EntryID, _ print: QuestionFingerprint?, _ free: [Candidate]) {
        let heading = print?.heading ?? orphan.rawValue
        var candidates: [EntryID] = []
        for rule in Relinking.rules where candidates.isEmpty {
            candidates = print.map { rule.candidates($0, free) } ?? []
        }
        if candidates.isEmpty {
            lost.append((orphan, heading))
        } else {
            ambiguous.append((orphan, heading, candidates.sorted()))
        }
    }

    private static func only(_ ids: [EntryID]) -> EntryID? { ids.count == 1 ? ids.first : nil }

    /// One way to recognise a question.
    private struct Rule: Sendable {
        var reason: String
        /// The questions that an orphan may be by this rule.
        var candidates: @Sendable (QuestionFingerprint, [Candidate]) -> [EntryID]
    }

    /// The rules, the surest first.
    private static let rules = [
        Rule(reason: "answer") { orphan, free in
            orphan.answer.isEmpty ? [] : free.filter { $0.print.answer == orphan.answer }.map(\.item.id)
        },
        Rule(reason: "place") { orphan, free in
            free.filter { $0.print.path == orphan.path && samePlace($0.print.heading, orphan.heading) }.map(\.item.id)
        },
        Rule(reason: "words") { orphan, free in
            let near = free.map { (id: $0.item.id, likeness: $0.print.similarity(to: orphan)) }
                .filter { $0.likeness >= leastSimilarity }
                .sorted { ($1.likeness, $0.id) < ($0.likeness, $1.id) }
            guard let best = near.first else { return [] }
            return near.prefix { best.likeness - $0.likeness < margin }.map(\.id)
        },
    ]

    /// Whether two headings have the same number, or are the same text where they have none.
    private static func samePlace(_ left: String, _ right: String) -> Bool {
        let numbers = [left, right].map { $0.prefix { $0.isASCII && $0.isNumber } }
        if numbers[0].isEmpty || numbers[1].isEmpty { return left == right }
        return numbers[0] == numbers[1]
    }

    private static let leastSimilarity = 0.6
    /// How much nearer than the next the best one must be.
    private static let margin = 0.15
}
