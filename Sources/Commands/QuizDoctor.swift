package import ArgumentParser
package import Model
import Review
import Terminal
import Workspace

/// `archbook quiz doctor`: compares the log with its second copy, and restores what one of them lacks.
package struct QuizDoctor: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Compare the review log with its second copy, and restore what one of them lacks.",
        discussion: """
              $ archbook quiz doctor
              $ archbook quiz doctor --restore

            Each answer is kept twice: in .archbook/reviews of the workspace, and under XDG_STATE_HOME (or \
            ~/.local/state), where no other branch and no lost checkout can hide it. --restore adds the events that one \
            of the two lacks; it never changes or removes a line.

            It also names damaged lines, answers whose question is gone, and texts of answers that are gone. Exit code 1 \
            says that something is left to do.
            """
    )

    @Flag(help: "Add to the log and to its copy the events that they lack.")
    var restore = false

    @OptionGroup var display: DisplayOptions

    package init() {}

    package func run(in world: World) async throws -> Outcome {
        try run(on: await QuizMaterial.load(in: world), in: world)
    }

    /// Runs on a book that has been read.
    package func run(on material: QuizMaterial, in world: World) throws -> Outcome {
        let output = CommandOutput(world, display)
        material.tellFindings(through: output)
        guard let copy = ReviewLogCopy(of: material.root, world.environment) else {
            output.print(["\(counted(material.log.events.count, "event")) in the log. \(QuizDoctor.noHome)"])
            return .no
        }
        let comparison = LogComparison(
            files: ReviewLogFile.readAll(in: material.root).files, copy: [(copy.path, try copy.read())])
        let path = SafeText.line(copy.path)
        output.print(["\(counted(comparison.count, "event")) in the log, \(comparison.countOfCopy) in \(path)."])
        var isSound = material.findings.isEmpty && tellQuestions(material, output)
        guard !comparison.isEqual else {
            output.print(["Both have the same events."])
            return isSound ? .done : .no
        }
        output.print(comparison.lines)
        if restore {
            for line in comparison.missingInLog {
                try ReviewLogFile.append(line, to: ReviewLogFile.path(world.environment), in: material.root)
            }
            for line in comparison.missingInCopy { try copy.append(line) }
            output.print(["Restored. Both have the same events."])
        } else {
            output.tell("`archbook quiz doctor --restore` adds what is missing on either side.")
            isSound = false
        }
        return isSound ? .done : .no
    }

    /// Tells of answers without a question and of texts that are gone; false when there are some.
    private func tellQuestions(_ material: QuizMaterial, _ output: CommandOutput) -> Bool {
        let answers = material.log.answers
        let relinking = Relinking(material.book.entries.compactMap(ReviewPlan.Item.init), answers: answers)
        var lines: [String] = []
        for orphan in relinking.ambiguous {
            let ids = orphan.candidates.map(\.rawValue).joined(separator: ", ")
            lines.append("\(orphan.orphan), \(SafeText.line(orphan.heading)): its answers may belong to \(ids)")
        }
        for orphan in relinking.lost {
            lines.append("\(orphan.orphan), \(SafeText.line(orphan.heading)): no question of the book is like it")
        }
        for kept in answers {
            guard let path = kept.answer.answerPath, AnswerFiles.text(path, in: material.root) == nil else { continue }
            lines.append("\(kept.question) of \(kept.at.day): its text \(SafeText.line(path)) is gone")
        }
        output.print(lines)
        return lines.isEmpty
    }

    private static let noHome = "There is no second copy, since neither XDG_STATE_HOME nor HOME is set."
}

/// The events that two sets of log files have, by id.
private struct LogComparison {
    private(set) var missingInLog: [[UInt8]] = []
    private(set) var missingInCopy: [[UInt8]] = []
    let count: Int
    let countOfCopy: Int

    init(files: [(path: String, bytes: [UInt8])], copy: [(path: String, bytes: [UInt8])]) {
        let log = LogLines(files)
        let other = LogLines(copy)
        count = log.ids.count
        countOfCopy = other.ids.count
        missingInLog = other.ids.filter { !log.known.contains($0.id) }.map(\.line)
        missingInCopy = log.ids.filter { !other.known.contains($0.id) }.map(\.line)
    }

    var isEqual: Bool { missingInLog.isEmpty && missingInCopy.isEmpty }

    var lines: [String] {
        var lines: [String] = []
        if !missingInLog.isEmpty { lines.append("\(counted(missingInLog.count, "event")) only in the copy.") }
        if !missingInCopy.isEmpty { lines.append("\(counted(missingInCopy.count, "event")) only in the log.") }
        return lines
    }
}

/// The lines that are events, each id once, in the order of the files; also those of types not known here.
private struct LogLines {
    private(set) var ids: [(id: EventID, line: [UInt8])] = []
    private(set) var known: Set<EventID> = []

    init(_ files: [(path: String, bytes: [UInt8])]) {
        for (_, bytes) in files {
            for line in bytes.split(separator: .lineFeed) {
                let line = Array(line.trimmed)
                guard let event = try? ReviewEvent(line: line), known.insert(event.id).inserted else { continue }
                ids.append((event.id, line))
            }
        }
    }
}
