package import Model

/// A session that was begun, as it is kept beside the log until it is finished.
package struct SessionRecord: Sendable, Equatable {
    /// The name of the session in the events of its answers.
    package var id: EventID
    package var mode: GradedAnswer.Mode
    /// The questions of the session in their order.
    package var questions: [EntryID]
    package var position: ReviewSession.Position

    package init(
        id: EventID, mode: GradedAnswer.Mode, questions: [EntryID], position: ReviewSession.Position
    ) {
        self.id = id
        self.mode = mode
        self.questions = questions
        self.position = position
    }

    /// The record as one line of JSON.
    package var line: [UInt8] {
        JSONValue.object(present: [
            "v": 1, "id": .string(id.rawValue), "mode": .string(mode.rawValue),
            "questions": JSONValue(questions.map(\.rawValue)), "index": .int(position.index),
            "phase": .string(position.phase.rawValue), "ticks": .array(position.ticks.map { .double($0.share) }),
            "predicted": position.predicted.map { .int($0) }, "hint": .bool(position.usedHint),
            "grading": .bool(position.isGrading),
            "times": .object(
                Dictionary(position.times.map { ($0.key.rawValue, JSONValue.int($0.value)) }) { first, _ in first }),
        ]).line
    }

    /// Reads a record; nil when it is damaged, since a session can always be begun anew.
    package init?(line: [UInt8]) {
        guard let members = (try? JSONValue(parsing: line))?.object, members["v"]?.int == 1,
            let id = members["id"]?.string, let mode = members["mode"]?.string,
            let questions = members["questions"]?.array?.compactMap(\.string),
            let index = members["index"]?.int, index >= 0,
            let phase = members["phase"]?.string.flatMap(ReviewSession.Phase.init(rawValue:)),
            let ticks = members["ticks"]?.array?.compactMap(\.number)
        else { return nil }
        var position = ReviewSession.Position()
        position.index = index
        position.phase = phase
        position.ticks = ticks.map(Tick.init(share:))
        position.predicted = members["predicted"]?.int
        position.usedHint = members["hint"]?.bool ?? false
        position.isGrading = members["grading"]?.bool ?? false
        for (name, time) in members["times"]?.object ?? [:] { position.times[EntryID(name)] = time.int ?? 0 }
        self.init(
            id: EventID(rawValue: id), mode: GradedAnswer.Mode(rawValue: mode),
            questions: questions.map { EntryID($0) },
            position: position)
    }
}
