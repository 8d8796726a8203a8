package import Model

extension ReviewEvent {
    /// The event as one line of the log, without a line ending; nil for a type that this version does not know.
    package var line: [UInt8]? {
        var members: [String: JSONValue] = ["v": 1, "id": .string(id.rawValue), "at": .string(at.description)]
        switch content {
        case .review(let review):
            members["t"] = "review"
            members.merge(review.members) { own, _ in own }
        case .undo(let id):
            members["t"] = "undo"
            members["ref"] = .string(id.rawValue)
        case .relink(let from, let to, let reason):
            members["t"] = "relink"
            members["from"] = .string(from.rawValue)
            members["to"] = .string(to.rawValue)
            members["why"] = .string(reason)
        case .suspend(let question):
            members["t"] = "suspend"
            members["q"] = .string(question.rawValue)
        case .resume(let question):
            members["t"] = "resume"
            members["q"] = .string(question.rawValue)
        case .note(let id, let text):
            members["t"] = "note"
            members["ref"] = .string(id.rawValue)
            members["text"] = .string(text)
        case .other: return nil
        }
        return JSONValue.object(members).line
    }

    /// Reads one line of the log.
    ///
    /// - Throws: what is wrong with the line, for a finding.
    package init(line: [UInt8]) throws(ReviewLineError) {
        let value: JSONValue
        do throws(JSONError) { value = try JSONValue(parsing: line) } catch { throw .notJSON(error) }
        guard let members = value.object else { throw .notAnObject }
        guard let version = members["v"]?.int, let type = members["t"]?.string else { throw .lacks("v and t") }
        guard version == 1 else { throw .newerVersion(version) }
        guard let id = members["id"]?.string, !id.isEmpty else { throw .lacks("id") }
        guard let at = members["at"]?.string.flatMap(Timestamp.init(rfc3339:)) else { throw .lacks("at") }
        content = try Content(type: type, members)
        self.id = EventID(rawValue: id)
        self.at = at.wholeSeconds
    }
}

extension ReviewEvent.Content {
    fileprivate init(type: String, _ members: [String: JSONValue]) throws(ReviewLineError) {
        func text(_ name: String) throws(ReviewLineError) -> String {
            guard let text = members[name]?.string, !text.isEmpty else { throw .lacks(name) }
            return text
        }
        switch type {
        case "review": self = .review(try GradedAnswer(members))
        case "undo": self = .undo(EventID(rawValue: try text("ref")))
        case "relink":
            let reason = members["why"]?.string ?? ""
            self = .relink(from: EntryID(try text("from")), to: EntryID(try text("to")), because: reason)
        case "suspend": self = .suspend(EntryID(try text("q")))
        case "resume": self = .resume(EntryID(try text("q")))
        case "note": self = .note(EventID(rawValue: try text("ref")), text: try text("text"))
        default: self = .other(type: type)
        }
    }
}

extension GradedAnswer {
    /// The members of the event, without those of every event.
    fileprivate var members: [String: JSONValue] {
        guard
            case .object(let members) = JSONValue.object(present: [
                "q": .string(question.rawValue),
                "session": session.map { .string($0.rawValue) },
                "mode": .string(mode.rawValue),
                "score": score.map { GradedAnswer.number($0.points) },
                "max": score.map { .int($0.full) },
                "items": items.isEmpty ? nil : .object(items.mapValues(GradedAnswer.number)),
                "predicted": predicted.map { .int($0) },
                "grade": .int(grade.rawValue),
                "policy": policy.map { .string($0) },
                "hint": .bool(usedHint),
                "ms": milliseconds.map { .int($0) },
                "proposed": proposed.map { .int($0.rawValue) },
                "fp": fingerprint?.json,
                "answer": answerPath.map { .string($0) },
            ])
        else { return [:] }
        return members
    }

    fileprivate init(_ members: [String: JSONValue]) throws(ReviewLineError) {
        guard let question = members["q"]?.string, !question.isEmpty else { throw .lacks("q") }
        guard let grade = members["grade"]?.int.flatMap(Grade.init(rawValue:)) else {
            throw .lacks("a grade of 1 to 4")
        }
        var score: Score?
        if let points = members["score"]?.number, let full = members["max"]?.int, full >= 0 {
            score = Score(points, of: full)
        }
        self.init(
            question: EntryID(question),
            session: members["session"]?.string.map(EventID.init(rawValue:)),
            mode: Mode(rawValue: members["mode"]?.string ?? Mode.review.rawValue),
            score: score,
            items: members["items"]?.object?.compactMapValues(\.number) ?? [:],
            predicted: members["predicted"]?.int,
            grade: grade,
            policy: members["policy"]?.string,
            usedHint: members["hint"]?.bool ?? false,
            milliseconds: members["ms"]?.int
        )
        proposed = members["proposed"]?.int.flatMap(Grade.init(rawValue:))
        fingerprint = members["fp"]?.object.flatMap(QuestionFingerprint.init)
        answerPath = members["answer"]?.string
    }

    private static func number(_ value: Double) -> JSONValue {
        Int(exactly: value).map(JSONValue.int) ?? .double(value)
    }
}

/// Why a line of the review log could not be understood.
package enum ReviewLineError: Error, Equatable {
    case notJSON(JSONError)
    case notAnObject
    /// A member is missing or has the wrong form.
    case lacks(String)
    /// A later version of the program wrote the line.
    case newerVersion(Int)
}

extension ReviewLineError: CustomStringConvertible {
    /// The reason as half a sentence.
    package var description: String {
        switch self {
        case .notJSON(let error): "\(error) (byte \(error.offset + 1))"
        case .notAnObject: "it is not a JSON object"
        case .lacks(let what): "it lacks \(what)"
        case .newerVersion(let version): "it has version \(version) of the format"
        }
    }
}
