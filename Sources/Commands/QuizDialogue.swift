import Model
import Review
import Terminal
import Workspace

/// A quiz with the reader: what is asked goes to the stream of results, the prompts to that of errors.
///
/// After every step the reader's place is on the disk, and every answer before the next question.
struct QuizDialogue {
    private let state: ReviewState
    private let output: CommandOutput
    private let prompter: QuizPrompter
    private let desk: QuizDesk
    private let evidence: EvidenceTerms
    private var session: ReviewSession
    private var recorder: QuizRecorder
    private var clock: Timestamp
    /// The event of the latest answer, to take it back or to add a note.
    private var latest: EventID?

    private typealias Choice = QuizPrompter.Choice

    init(
        _ session: ReviewSession,
        on material: QuizMaterial,
        _ state: ReviewState,
        recorder: QuizRecorder,
        desk: QuizDesk,
        _ prompter: QuizPrompter,
        through output: CommandOutput
    ) {
        self.state = state
        self.output = output
        self.prompter = prompter
        self.desk = desk
        self.session = session
        self.recorder = recorder
        evidence = EvidenceTerms(material.book.entries.compactMap(\.question))
        clock = output.world.now()
    }

    /// Asks until all is answered, or the reader leaves.
    ///
    /// - Throws: `CommandFailure` when an answer cannot be kept.
    mutating func run() throws(CommandFailure) {
        let begin = output.world.now()
        clock = begin
        keepPlace()
        while let goesOn = try step() {
            keepPlace()
            if !goesOn { return leave(since: begin) }
        }
        desk.forget()
        output.print([""] + QuizSummary(session.attempts).lines)
        tellTime(since: begin)
    }

    /// Does what the session asks for; false to leave, nil when it is finished.
    private mutating func step() throws(CommandFailure) -> Bool? {
        switch session.step {
        case .question(let item, let number): ask(item, number)
        case .prediction(let item): predict(item)
        case .answer(let item): show(item)
        case .bullet(let bullet, let number, let item): tick(bullet, number, item)
        case .grade(let attempt): try grade(attempt)
        case .finished: nil
        }
    }

    // MARK: Stations

    private mutating func ask(_ item: ReviewPlan.Item, _ number: Int) -> Bool {
        output.print(page.question(item, number: number, of: session.items.count))
        if session.mode == .exam { output.tell("\(counted(item.minutes, "minute")) for this question.") }
        while true {
            var choices = [Choice.enter(session.mode == .exam ? "done" : "show the answer"), Choice("e", "editor")]
            if !item.question.rubric.isEmpty, session.mode != .exam { choices.append(Choice("h", "hint")) }
            choices += [Choice("g", "give up"), Choice("s", "skip")]
            switch prompter.choose(session.mode == .exam ? choices.filter { $0.key != "s" } : choices) {
            case "\n":
                tellExamTime(item)
                session.answer()
                return true
            case "g":
                session.giveUp()
                return true
            case "s":
                session.skip()
                return true
            case "h":
                session.takeHint()
                keepPlace()
                output.print(page.hint(item))
            case "e":
                prompter.close()
                say(desk.edit(item))
            default: return false
            }
        }
    }

    private mutating func predict(_ item: ReviewPlan.Item) -> Bool {
        let full = item.points ?? 0
        guard session.mode != .cram else {
            session.predict(nil)
            return true
        }
        while let reply = prompter.line("Your score, 0 to \(full), before you see the answer (Enter to skip):") {
            if reply.isEmpty {
                session.predict(nil)
                return true
            }
            if reply.lowercased() == "q" { return false }
            if let points = Int(reply), (0...full).contains(points) {
                session.predict(points)
                return true
            }
            say("Type a whole number from 0 to \(full), Enter or q.")
        }
        return false
    }

    private mutating func show(_ item: ReviewPlan.Item) -> Bool {
        let draft = desk.draft(item)
        let sections = page.answer(item, draft: draft)
        var screens = sections.flatMap(screenfuls)
        if prompter.rows == nil { screens = [sections.flatMap { $0 }] }
        for (index, lines) in screens.enumerated() {
            output.print(lines)
            let isLast = index == screens.count - 1
            if isLast, draft == nil, item.kind != .long { break }
            var choices = [Choice.enter(isLast ? "compare" : "next section")]
            if draft != nil { choices.append(Choice("d", "your text")) }
            while true {
                guard let key = prompter.choose(choices) else { return false }
                guard key == "d", let draft else { break }
                output.print(page.draft(draft))
            }
        }
        if item.kind == .long { output.print(page.rubricChange(item)) }
        session.compare()
        return true
    }

    private mutating func tick(_ bullet: RubricItem, _ number: Int, _ item: ReviewPlan.Item) -> Bool {
        let hint = desk.ownWords(item).map { evidence.evidence(for: bullet.text, in: $0) }
        let lines = page.bullet(bullet, number: number, of: item.question.rubric.count, evidence: hint)
        output.tell(lines.joined(separator: "\n"))
        let undo = number > 1 ? [Choice("u", "the one before")] : []
        switch prompter.choose([Choice("y", "full"), Choice("h", "half"), Choice("n", "none")] + undo) {
        case "y": session.tick(.full)
        case "h": session.tick(.half)
        case "n": session.tick(.none)
        case "u": _ = session.untick()
        default: return false
        }
        return true
    }

    private mutating func grade(_ attempt: Attempt) throws(CommandFailure) -> Bool {
        let isShort = attempt.score == nil
        if let score = attempt.score {
            let due = nextDay(attempt.item, attempt.grade)
            output.print([
                "",
                "\(score) (\(score.percent)%): \(style(attempt.grade)). Next on \(due)."
                    + (attempt.predicted.map { " You expected \($0)." } ?? ""),
            ])
        }
        var choices = isShort ? [] : [Choice.enter("keep")]
        for grade in attempt.choices where isShort || grade != attempt.grade {
            let word = isShort ? "\(grade.word) (\(nextDay(attempt.item, grade)))" : "\(grade.word) instead"
            choices.append(Choice(Unicode.Scalar(UInt8(ascii: "0") + UInt8(grade.rawValue)), word))
        }
        if !isShort, !session.position.ticks.isEmpty { choices.append(Choice("u", "the last bullet")) }
        guard let key = prompter.choose(choices) else { return false }
        if key == "u" {
            _ = session.untick()
            return true
        }
        let number = key == "\n" ? nil : Int(key.value) - 48
        return try keep(number.flatMap(Grade.init(rawValue:)) ?? attempt.grade)
    }

    // MARK: Keeping

    private mutating func keep(_ grade: Grade) throws(CommandFailure) -> Bool {
        spendTime()
        let before = session
        guard var attempt = session.grade(grade) else { return true }
        let hasDraft = desk.draft(attempt.item) != nil
        if hasDraft {
            attempt.answerPath = AnswerFiles.path(
                of: attempt.item.id.rawValue, session: recorder.session.rawValue)
        }
        do throws(CommandFailure) {
            latest = try recorder.record(attempt, mode: session.mode).id
        } catch {
            // The place stays before the answer, so that going on later meets it again.
            session = before
            keepPlace()
            throw error
        }
        if let path = attempt.answerPath { desk.file(attempt.item, as: path, through: output) }
        keepPlace()
        output.print(["\(style(attempt.grade)). Kept."])
        return try afterwards(attempt)
    }

    /// What can be done with an answer that was just kept.
    private mutating func afterwards(_ attempt: Attempt) throws(CommandFailure) -> Bool {
        let next = session.current == nil ? "finish" : "next question"
        switch prompter.choose([.enter(next), Choice("n", "note"), Choice("u", "take it back")]) {
        case "\n": return true
        case "n":
            guard let text = prompter.line("Why, in one line:") else { return false }
            if !text.isEmpty, let latest { _ = try recorder.record(.note(latest, text: SafeText.line(text))) }
            return true
        case "u":
            if let latest { _ = try recorder.record(.undo(latest)) }
            _ = session.takeBack()
            desk.reopen(attempt)
            return true
        default:
            if session.current == nil { return true }
            return false
        }
    }

    private mutating func keepPlace() {
        spendTime()
        desk.keep(session, id: recorder.session)
    }

    private mutating func spendTime() {
        let now = output.world.now()
        session.spend(now.milliseconds - clock.milliseconds)
        clock = now
    }

    private func leave(since begin: Timestamp) {
        if !session.attempts.isEmpty { output.print([""] + QuizSummary(session.attempts).lines) }
        tellTime(since: begin)
        say("`archbook quiz` goes on here.")
    }

    private func tellTime(since begin: Timestamp) {
        let minutes = max(0, output.world.now().milliseconds - begin.milliseconds) / 60_000
        let time = minutes == 0 ? "less than a minute" : counted(minutes, "minute")
        let count = counted(session.items.count, "question")
        output.tell("")
        say("\(session.attempts.count) of \(count) answered in \(time).")
    }

    private mutating func tellExamTime(_ item: ReviewPlan.Item) {
        guard session.mode == .exam else { return }
        spendTime()
        let used = (session.position.times[item.id] ?? 0) / 60_000
        say("\(used) of \(counted(item.minutes, "minute")) used.")
    }

    // MARK: Looks

    /// Tells something in lines that fit the screen.
    private func say(_ text: String) {
        output.tell(TextWrap.lines(text, width: max(prompter.columns, 20)).joined(separator: "\n"))
    }

    private var page: QuizPage { QuizPage(output, columns: prompter.columns) }

    private func style(_ grade: Grade) -> String { output.style(QuizSummary.style(of: grade), grade.word) }

    private func nextDay(_ item: ReviewPlan.Item, _ grade: Grade) -> Day {
        state.due(item.id, after: grade, on: output.world.studyDay)
    }

    /// A section in pieces that fit the screen.
    private func screenfuls(_ lines: [String]) -> [[String]] {
        guard let rows = prompter.rows, lines.count > rows - 2 else { return [lines] }
        return stride(from: 0, to: lines.count, by: rows - 2).map { Array(lines[$0..<min($0 + rows - 2, lines.count)]) }
    }
}
