import Model

/// The folder of what is not finished: the session that can be gone on with, and drafts of answers.
///
/// It is meant to be ignored by git. One process at a time holds it; a second one still keeps its answers in the log,
/// but leaves no session behind.
package final class SessionFolder: Sendable {
    /// The folder, relative to the workspace.
    package static let folder = ".archbook/session"
    /// The folder of the answers that were written, relative to the workspace.
    package static let answers = ".archbook/answers"

    /// The absolute path of the workspace.
    private let root: String
    private let lock: FolderLock

    /// Takes the folder of a workspace for this process; nil while another process has it.
    ///
    /// - Throws: `FileError` when it cannot be made.
    package init?(in root: String) throws(FileError) {
        self.root = root
        try POSIX.makeDirectories(Self.folder, in: root)
        guard let lock = try FolderLock("\(root)/\(Self.folder)") else { return nil }
        self.lock = lock
    }

    /// The bytes of the session that was begun; nil when there is none.
    package func session() -> [UInt8]? { try? POSIX.readFile("\(root)/\(Self.file)", limit: 1 << 20) }

    /// Keeps a session in place of the one before, in one step.
    package func keep(_ session: [UInt8]) throws(FileError) {
        let staged = "\(root)/\(Self.file).new"
        try POSIX.removeFile(staged)
        try POSIX.createFile(staged, session + [.lineFeed])
        try POSIX.moveFile(staged, to: "\(root)/\(Self.file)")
    }

    /// Forgets the session.
    package func finish() throws(FileError) { try POSIX.removeFile("\(root)/\(Self.file)") }

    private static let file = "\(folder)/session.json"
}

/// Answers in writing: drafts on the disk before an editor opens, and finished ones beside the log.
package enum AnswerFiles {
    /// The path of the draft of an answer, relative to the workspace.
    package static func draft(of question: String) -> String {
        "\(SessionFolder.folder)/\(ReviewLogFile.device(question)).md"
    }

    /// Makes a draft unless there is one already.
    package static func begin(_ path: String, _ text: String, in root: String) throws(FileError) {
        try POSIX.makeDirectories(SessionFolder.folder, in: root)
        if try POSIX.exists("\(root)/\(path)") { return }
        try POSIX.createFile("\(root)/\(path)", Array(text.utf8))
        try POSIX.syncDirectory("\(root)/\(SessionFolder.folder)")
    }

    /// The text of a draft or an answer; nil when the file is missing or cannot be read.
    package static func text(_ path: String, in root: String) -> String? {
        (try? POSIX.readFile("\(root)/\(path)", limit: 4 << 20))?.text
    }

    /// The path that the text of a finished answer gets, relative to the workspace.
    package static func path(of question: String, session: String) -> String {
        "\(SessionFolder.answers)/\(ReviewLogFile.device(question))/\(ReviewLogFile.device(session)).md"
    }

    /// Puts a finished draft beside the log.
    package static func finish(_ draft: String, as path: String, in root: String) throws(FileError) {
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        try POSIX.makeDirectories(folder, in: root)
        try POSIX.moveFile("\(root)/\(draft)", to: "\(root)/\(path)")
        try POSIX.syncDirectory("\(root)/\(folder)")
    }

    /// Makes a draft again of an answer that was taken back.
    package static func reopen(_ path: String, as draft: String, in root: String) {
        try? POSIX.moveFile("\(root)/\(path)", to: "\(root)/\(draft)")
    }
}
