import Model
import Review
import Terminal

extension QuizMaterial {
    /// Lets the answers to questions that were edited or moved follow them, and says so in one line each.
    ///
    /// - Parameter recorder: keeps each match in the log; without it the match holds for this command alone.
    mutating func relink(_ recorder: inout QuizRecorder?, through output: CommandOutput) throws(CommandFailure) {
        let answers = log.latestAnswers
        guard !answers.isEmpty else { return }
        let relinking = Relinking(book.entries.compactMap(ReviewPlan.Item.init), answers: answers)
        let all = relinking.matches.isEmpty ? [] : log.answers
        for match in relinking.matches {
            let count = all.count { $0.question == match.from }
            let content = ReviewEvent.Content.relink(from: match.from, to: match.to, because: match.reason)
            if recorder != nil {
                if let event = try recorder?.record(content) { log.add(event) }
            } else {
                let id = EventID(at: output.world.now(), random: output.world.random)
                log.add(ReviewEvent(id: id, at: output.world.now(), content: content))
            }
            output.tell(QuizMaterial.followed(match, answers: count))
        }
        for orphan in relinking.ambiguous { output.tell(QuizMaterial.ambiguous(orphan)) }
    }

    /// The same for a command that keeps nothing.
    mutating func relink(through output: CommandOutput) {
        var none: QuizRecorder?
        try? relink(&none, through: output)
    }

    private static func followed(_ match: Relinking.Match, answers: Int) -> String {
        let reason =
            switch match.reason {
            case "answer": "the model answer is the same"
            case "place": "it stands in the same place"
            default: "the words are nearly the same"
            }
        return "\(counted(answers, "answer")) of \(match.from) now belong to \(match.to), "
            + "\(SafeText.line(match.title)): \(reason)."
    }

    private static func ambiguous(_ orphan: (orphan: EntryID, heading: String, candidates: [EntryID])) -> String {
        let ids = orphan.candidates.prefix(4).map(\.rawValue).joined(separator: ", ")
        return "The answers to \(orphan.orphan), \(SafeText.line(orphan.heading)), may belong to \(ids). "
            + "Say which: `archbook quiz relink \(orphan.orphan) ID`."
    }
}
