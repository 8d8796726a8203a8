package import Model

/// An answer that counts as history of a question: none that was undone, and under the question's present name.
package struct KeptAnswer: Sendable, Equatable, Identifiable {
    package var id: EventID
    package var at: Timestamp
    /// The question that the answer belongs to now, after any relinks.
    package var question: EntryID
    package var answer: GradedAnswer

    package init(id: EventID, at: Timestamp, question: EntryID, answer: GradedAnswer) {
        self.id = id
        self.at = at
        self.question = question
        self.answer = answer
    }
}

extension ReviewLog {
    /// All answers of all modes that were not undone, oldest first.
    package var answers: [KeptAnswer] {
        var answers: [KeptAnswer] = []
        forEachAnswer { index, question, answer in
            answers.append(keptAnswer(index, question, answer))
        }
        return answers
    }

    /// The latest answer to each question, of all modes, in the order of their names.
    package var latestAnswers: [KeptAnswer] {
        var latest: [EntryID: Int] = [:]
        forEachAnswer { index, question, _ in latest[question] = index }
        return latest.sorted { $0.key < $1.key }.compactMap { question, index in
            events[index].review.map { keptAnswer(index, question, $0) }
        }
    }

    /// Calls a function with the place in `events` of each answer that was not undone, and the question it belongs to.
    func forEachAnswer(_ body: (_ index: Int, _ question: EntryID, _ answer: GradedAnswer) -> Void) {
        let undone = undoneEvents
        let names = QuestionNames(events: events, without: undone)
        for index in events.indices {
            guard case .review(let answer) = events[index].content else { continue }
            if undone.isEmpty || !undone.contains(events[index].id) { body(index, names[answer.question], answer) }
        }
    }

    func keptAnswer(_ index: Int, _ question: EntryID, _ answer: GradedAnswer) -> KeptAnswer {
        KeptAnswer(id: events[index].id, at: events[index].at, question: question, answer: answer)
    }

    /// The questions that are not to be asked.
    package var suspended: Set<EntryID> {
        let undone = undoneEvents
        let names = QuestionNames(events: events, without: undone)
        var suspended: Set<EntryID> = []
        for event in events where !undone.contains(event.id) {
            switch event.content {
            case .suspend(let question): suspended.insert(names[question])
            case .resume(let question): suspended.remove(names[question])
            default: break
            }
        }
        return suspended
    }

    /// What readers wrote down about answers, by answer, oldest first.
    package var notes: [EventID: [String]] {
        var notes: [EventID: [String]] = [:]
        for event in events {
            if case .note(let answer, let text) = event.content { notes[answer, default: []].append(text) }
        }
        return notes
    }

    /// The latest event that can be undone: an answer, a relink or a suspension that was not undone yet.
    package var latestUndoable: ReviewEvent? {
        let undone = undoneEvents
        return events.last { event in
            switch event.content {
            case .review, .relink, .suspend, .resume: !undone.contains(event.id)
            case .undo, .note, .other: false
            }
        }
    }

    private var undoneEvents: Set<EventID> {
        Set(
            events.compactMap { event in if case .undo(let reference) = event.content { reference } else { nil } })
    }
}

/// Which name a question of the log has today.
private struct QuestionNames {
    private var current: [EntryID: EntryID] = [:]

    /// Follows the relinks in the order of time, so that a question which was renamed there and back is itself again.
    init(events: [ReviewEvent], without undone: Set<EventID>) {
        for event in events {
            guard case .relink(let from, let to, _) = event.content, !undone.contains(event.id) else { continue }
            for (name, present) in current where present == from { current[name] = to }
            if current[from] == nil { current[from] = to }
        }
    }

    subscript(name: EntryID) -> EntryID { current.isEmpty ? name : current[name] ?? name }
}
