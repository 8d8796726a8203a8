import Model
import Review
import Terminal
import Workspace

/// Keeps the events of one command, each on the disk before it returns, and a second copy outside the workspace.
struct QuizRecorder {
    private let world: World
    private let root: String
    private let path: String
    private let copy: ReviewLogCopy?
    private var copyFailed = false
    /// The name of the session in the events of its answers.
    let session: EventID
    private var latest: EventID

    /// - Parameter session: the session to go on with; a new one when nil.
    init(in root: String, _ world: World, session: EventID? = nil) {
        self.world = world
        self.root = root
        path = ReviewLogFile.path(world.environment)
        copy = ReviewLogCopy(of: root, world.environment)
        let id = EventID(at: world.now(), random: world.random)
        self.session = session ?? id
        latest = id
    }

    /// Adds an event to the log of this device and returns it.
    ///
    /// - Throws: `CommandFailure` with the line itself when it cannot be written.
    mutating func record(_ content: ReviewEvent.Content) throws(CommandFailure) -> ReviewEvent {
        let now = world.now()
        latest = EventID(at: now, random: world.random, after: latest)
        let event = ReviewEvent(id: latest, at: now, content: content)
        guard let line = event.line else { return event }
        do throws(FileError) {
            try ReviewLogFile.append(line, to: path, in: root)
        } catch {
            throw QuizRecorder.notKept(error, path: path, line: line)
        }
        keepCopy(of: line)
        return event
    }

    /// Adds a finished answer.
    mutating func record(_ attempt: Attempt, mode: GradedAnswer.Mode = .review) throws(CommandFailure) -> ReviewEvent {
        try record(.review(attempt.review(session: session, mode: mode)))
    }

    /// The copy is a help, not a promise: without it the quiz goes on, and says so once.
    private mutating func keepCopy(of line: [UInt8]) {
        guard let copy, !copyFailed else { return }
        do throws(FileError) {
            try copy.append(line)
        } catch {
            copyFailed = true
            let message =
                "The answers are kept, but not their second copy: \(error). `archbook quiz doctor` says more.\n"
            world.writeError(Array(message.utf8))
        }
    }

    private static func notKept(_ error: FileError, path: String, line: [UInt8]) -> CommandFailure {
        CommandFailure(
            """
            \(error)
            The last answer was not kept; those before it were. When the cause is mended, add this line to \(path):
            \(SafeText.line(line.text))
            """)
    }
}
