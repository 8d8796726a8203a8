import Model
import Review
import Terminal
import Workspace

/// The answers of a file in the form of `quiz --answers`, checked against the questions of the book.
struct QuizAnswers {
    /// The answers in the order of the lines; complete only when there are no problems.
    private(set) var attempts: [Attempt] = []
    /// What is wrong, each with its line counted from 1.
    private(set) var problems: [(line: Int, message: String)] = []

    init(_ bytes: [UInt8], for plan: ReviewPlan) {
        let items = Dictionary(plan.items.map { ($0.id, $0) }) { first, _ in first }
        for (index, line) in bytes.split(separator: .lineFeed, omittingEmptySubsequences: false).enumerated() {
            guard !line.isBlank else { continue }
            do throws(AnswerError) {
                attempts.append(try QuizAnswers.attempt(Array(line), items))
            } catch {
                problems.append((index + 1, SafeText.line(error.message)))
            }
        }
        if attempts.isEmpty, problems.isEmpty { problems.append((1, "there is no answer in the file")) }
    }

    /// Reads the file that `--answers` names, relative to the current folder; `-` is the standard input.
    static func read(_ file: String, in world: World) throws(FileError) -> [UInt8] {
        if file == "-" { return world.readInput() }
        return try POSIX.readFile(file.hasPrefix("/") ? file : "\(world.directory)/\(file)", limit: 16 << 20)
    }

    private static func attempt(
        _ line: [UInt8],
        _ items: [EntryID: ReviewPlan.Item]
    ) throws(AnswerError) -> Attempt {
        let value: JSONValue
        do throws(JSONError) { value = try JSONValue(parsing: line) } catch { throw .notJSON(error) }
        guard let members = value.object else { throw AnswerError("an answer is a JSON object: {\"q\": ID, ...}") }
        if let unknown = members.keys.filter({ !["q", "grade", "items", "predicted"].contains($0) }).min() {
            throw AnswerError("`\(unknown)` is unknown; an answer has q, grade or items, and predicted")
        }
        guard let name = members["q"]?.string else { throw AnswerError("q must name a question by its id") }
        guard let item = items[EntryID(name)] else {
            throw AnswerError("there is no question `\(name)`; `archbook list questions` names them")
        }
        switch item.kind {
        case .short, .exercise: return try shortAttempt(members, item)
        case .long: return try longAttempt(members, item)
        }
    }

    private static func shortAttempt(
        _ members: [String: JSONValue],
        _ item: ReviewPlan.Item
    ) throws(AnswerError) -> Attempt {
        guard members["items"] == nil, members["predicted"] == nil else {
            throw AnswerError("`\(item.id)` has no rubric; it takes a grade alone")
        }
        guard let grade = members["grade"]?.int.flatMap(Grade.init(rawValue:)) else {
            throw AnswerError("`\(item.id)` needs a grade of 1, 2, 3 or 4")
        }
        return Attempt(item: item, grade: grade)
    }

    private static func longAttempt(
        _ members: [String: JSONValue],
        _ item: ReviewPlan.Item
    ) throws(AnswerError) -> Attempt {
        let rubric = item.question.rubric
        guard members["grade"] == nil else {
            throw AnswerError("the grade of `\(item.id)` follows from its items; leave grade out")
        }
        guard let given = members["items"]?.object else {
            throw AnswerError("`\(item.id)` needs items: 1, 0.5 or 0 for each of \(list(rubric.map(\.id)))")
        }
        let unknown = Set(given.keys).subtracting(rubric.map(\.id)).sorted()
        guard unknown.isEmpty else { throw AnswerError("the rubric of `\(item.id)` has no \(list(unknown))") }
        let missing = rubric.map(\.id).filter { given[$0] == nil }
        guard missing.isEmpty else { throw AnswerError("items lacks \(list(missing)) of the rubric of `\(item.id)`") }

        var ticks: [Tick] = []
        for bullet in rubric {
            let share = given[bullet.id]?.number
            guard let tick = Tick.allCases.first(where: { $0.share == share }) else {
                throw AnswerError("`\(bullet.id)` must be 1, 0.5 or 0")
            }
            ticks.append(tick)
        }
        var attempt = Attempt.ticked(item, ticks, by: .p1)
        attempt.predicted = try predicted(members["predicted"], of: item)
        return attempt
    }

    private static func predicted(_ value: JSONValue?, of item: ReviewPlan.Item) throws(AnswerError) -> Int? {
        guard let value else { return nil }
        let points = item.points ?? 0
        guard let number = value.int, (0...points).contains(number) else {
            throw AnswerError("predicted must be a whole number from 0 to \(points)")
        }
        return number
    }

    private static func list(_ ids: [String]) -> String { ids.map { "`\($0)`" }.joined(separator: ", ") }
}

/// What is wrong with one answer, as a sentence for the user.
private struct AnswerError: Error {
    let message: String

    init(_ message: String) { self.message = message }

    static func notJSON(_ error: JSONError) -> AnswerError {
        AnswerError("the line is not JSON: \(error) (byte \(error.offset + 1))")
    }
}
