import Model
import Review
import Terminal
import Workspace

/// Keeps the answers of one session, each on the disk before it returns.
struct QuizRecorder {
    private let world: World
    private let root: String
    private let path: String
    private let session: EventID
    private var latest: EventID

    init(_ material: QuizMaterial, in world: World) {
        self.world = world
        root = material.root
        path = ReviewLogFile.path(world.environment)
        session = EventID(at: world.now(), random: world.random)
        latest = session
    }

    /// Adds an answer to the log of this device.
    ///
    /// - Parameter milliseconds: the time from question to grade; nil when it was not measured.
    mutating func record(_ attempt: Attempt, milliseconds: Int? = nil) throws(CommandFailure) {
        let now = world.now()
        let review = attempt.review(session: session, milliseconds: milliseconds)
        latest = EventID(at: now, random: world.random, after: latest)
        let event = ReviewEvent(id: latest, at: now, content: .review(review))
        guard let line = event.line else { return }
        do throws(FileError) {
            try ReviewLogFile.append(line, to: path, in: root)
        } catch {
            throw QuizRecorder.notKept(error, path: path, line: line)
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
