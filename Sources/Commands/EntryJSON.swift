import Model

extension JSONValue {
    /// An entry in the form that every command gives it: absent values are absent keys.
    init(_ entry: Entry) {
        self = .object(JSONValue.members(of: entry))
    }

    /// The keys of an entry, for commands that add their own.
    static func members(of entry: Entry) -> [String: JSONValue] {
        var members: [String: JSONValue] = [
            "id": .string(entry.id.rawValue),
            "kind": .string(entry.kind.rawValue),
            "title": .string(entry.title),
            "aliases": JSONValue(entry.aliases),
            "language": .string(entry.language.rawValue),
            "tags": JSONValue(entry.tags.map(\.name)),
            "section": JSONValue(entry.section),
            "source": JSONValue(entry.source),
        ]
        if entry.titleIsDerived { members["titleIsDerived"] = true }
        members["note"] = entry.note.map(JSONValue.string)
        return members.merging(contentMembers(of: entry)) { _, own in own }
    }

    /// A place in a file; the end is the position after the last byte.
    init(_ source: Source) {
        self = .object([
            "path": .string(source.path),
            "line": .int(source.range.start.line),
            "column": .int(source.range.start.column),
            "endLine": .int(source.range.end.line),
            "endColumn": .int(source.range.end.column),
        ])
    }

    private static func contentMembers(of entry: Entry) -> [String: JSONValue] {
        switch entry.content {
        case .link(let link): members(of: link)
        case .pattern(let pattern): pattern.isCategory ? ["category": true] : [:]
        case .question(let question): members(of: question)
        case .exercise(let exercise): members(of: exercise)
        case .decision(let record), .proposal(let record): members(of: record)
        case .topic, .diagram: [:]
        }
    }

    private static func members(of link: Link) -> [String: JSONValue] {
        present([
            "url": link.url.map(JSONValue.string),
            "key": link.key.map { .string($0.rawValue) },
            "medium": .string(link.medium.rawValue),
            "author": link.author.map(JSONValue.string),
            "part": link.part.map(JSONValue.string),
        ])
    }

    private static func members(of question: Question) -> [String: JSONValue] {
        let rubric = question.rubric.map { item in
            JSONValue.object(["id": .string(item.id), "text": .string(item.text), "points": .int(item.points)])
        }
        return present([
            "form": .string(question.form.rawValue),
            "number": question.number.map(JSONValue.int),
            "points": question.points.map(JSONValue.int),
            "problem": question.problem.isEmpty ? nil : .string(question.problem),
            "requirements": JSONValue(question.requirements),
            "tasks": JSONValue(question.tasks),
            "rubric": .array(rubric),
            "modelAnswer": question.modelAnswer.map(JSONValue.string),
            "week": question.week.map(JSONValue.init),
        ])
    }

    private static func members(of exercise: Exercise) -> [String: JSONValue] {
        present([
            "problem": .string(exercise.problem),
            "requirements": JSONValue(exercise.requirements),
            "week": exercise.week.map(JSONValue.init),
        ])
    }

    private static func members(of record: Record) -> [String: JSONValue] {
        present([
            "number": record.number.map(JSONValue.int),
            "status": .string(record.status.rawValue),
            "statusText": record.statusText.map(JSONValue.string),
            "date": record.date.map { .string("\($0)") },
            "deciders": JSONValue(record.deciders),
            "state": record.state.map(JSONValue.string),
            "deadline": record.deadline.map { .string("\($0)") },
            "revisit": record.revisit.map { .string("\($0)") },
        ])
    }

    private init(_ week: ReviewWeek.Name) {
        self = .object(["number": .int(week.number), "title": .string(week.title)])
    }

    private static func present(_ members: [String: JSONValue?]) -> [String: JSONValue] {
        members.compactMapValues { $0 }
    }
}
