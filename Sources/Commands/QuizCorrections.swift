package import ArgumentParser
package import Model
import Review
import Terminal

/// `archbook quiz undo`: takes back the latest answer, relink or suspension.
package struct QuizUndo: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take back the latest answer, relink or suspension.",
        discussion: """
              $ archbook quiz undo

            Nothing is removed from the log: an event is added that says that the other one does not count. Run again, \
            it takes back the one before.
            """
    )

    @OptionGroup var display: DisplayOptions

    package init() {}

    package func run(in world: World) async throws -> Outcome {
        try run(on: await QuizMaterial.load(in: world), in: world)
    }

    /// Runs on a book that has been read.
    package func run(on material: QuizMaterial, in world: World) throws -> Outcome {
        let output = CommandOutput(world, display)
        guard let event = material.log.latestUndoable else {
            output.tell("There is nothing to take back.")
            return .no
        }
        var recorder = QuizRecorder(in: material.root, world)
        _ = try recorder.record(.undo(event.id))
        output.tell("Taken back: \(QuizUndo.description(of: event)).")
        return .done
    }

    private static func description(of event: ReviewEvent) -> String {
        switch event.content {
        case .review(let answer): "the answer to \(answer.question) of \(event.at.day), \(answer.grade.word)"
        case .relink(let from, let to, _): "that the answers of \(from) belong to \(to)"
        case .suspend(let question): "the suspension of \(question)"
        case .resume(let question): "the end of the suspension of \(question)"
        case .undo, .note, .other: "event \(event.id)"
        }
    }
}

/// `archbook quiz suspend`: leaves a question out.
package struct QuizSuspend: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "suspend",
        abstract: "Leave a question out until it is resumed.",
        discussion: """
              $ archbook quiz suspend q-7k3f9c

            Its history stays. `archbook quiz resume ID` brings it back.
            """
    )

    @Argument(help: "The question, by its id or its number in the book.")
    var question: String

    package init() {}

    package func run(in world: World) async throws -> Outcome {
        try run(on: await QuizMaterial.load(in: world), in: world)
    }

    /// Runs on a book that has been read.
    package func run(on material: QuizMaterial, in world: World) throws -> Outcome {
        let id = try material.question(named: question)
        guard !material.log.suspended.contains(id) else {
            world.writeError(Array("\(id) is suspended already.\n".utf8))
            return .done
        }
        var recorder = QuizRecorder(in: material.root, world)
        _ = try recorder.record(.suspend(id))
        world.writeError(Array("\(id) is not asked until `archbook quiz resume \(id)`.\n".utf8))
        return .done
    }
}

/// `archbook quiz resume`: asks a suspended question again.
package struct QuizResume: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Ask a suspended question again.",
        discussion: """
              $ archbook quiz resume q-7k3f9c

            To go on with a session that was left, run `archbook quiz`.
            """
    )

    @Argument(help: "The question, by its id or its number in the book.")
    var question: String

    package init() {}

    package func run(in world: World) async throws -> Outcome {
        try run(on: await QuizMaterial.load(in: world), in: world)
    }

    /// Runs on a book that has been read.
    package func run(on material: QuizMaterial, in world: World) throws -> Outcome {
        let id = try material.question(named: question)
        guard material.log.suspended.contains(id) else {
            world.writeError(Array("\(id) is not suspended.\n".utf8))
            return .done
        }
        var recorder = QuizRecorder(in: material.root, world)
        _ = try recorder.record(.resume(id))
        world.writeError(Array("\(id) is asked again when it is due.\n".utf8))
        return .done
    }
}

/// `archbook quiz relink`: says which question the answers to a lost one belong to.
package struct QuizRelink: BookCommand {
    package static let configuration = CommandConfiguration(
        commandName: "relink",
        abstract: "Say which question the answers to one that is gone belong to.",
        discussion: """
              $ archbook quiz relink q-7k3f9c q-mmp6tf

            Edited and moved questions keep their answers by themselves; this is for those where more than one question \
            could be meant. `archbook quiz doctor` lists them, `archbook quiz undo` takes it back.
            """
    )

    @Argument(help: "The id in the log that no question of the book has.")
    var from: String

    @Argument(help: "The question of the book, by its id or its number.")
    var to: String

    package init() {}

    package func run(in world: World) async throws -> Outcome {
        try run(on: await QuizMaterial.load(in: world), in: world)
    }

    /// Runs on a book that has been read.
    package func run(on material: QuizMaterial, in world: World) throws -> Outcome {
        let id = try material.question(named: to)
        let old = EntryID(from.trimmed)
        let count = material.log.answers.count { $0.question == old }
        guard count > 0 else { throw CommandFailure("the log has no answers to \(SafeText.line(from))") }
        guard old != id else { throw CommandFailure("\(id) has these answers already") }
        var recorder = QuizRecorder(in: material.root, world)
        _ = try recorder.record(.relink(from: old, to: id, because: "user"))
        world.writeError(Array("\(counted(count, "answer")) of \(old) now belong to \(id).\n".utf8))
        return .done
    }
}
