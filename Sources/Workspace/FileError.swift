/// Why something could not be done with a file or a folder.
package struct FileError: Error, Sendable, Equatable {
    /// The path as it was given.
    package var path: String
    package var operation: Operation
    package var reason: Reason

    package init(_ path: String, _ operation: Operation, _ reason: Reason) {
        self.path = path
        self.operation = operation
        self.reason = reason
    }

    /// What was tried; the raw value is the verb of the sentence.
    package enum Operation: String, Sendable {
        case read, list, find, create, write, remove, lock, watch
        case inspect = "look at"
    }

    /// What stood in the way.
    package enum Reason: Sendable, Equatable {
        /// The operating system said no, with its `errno`.
        case system(CInt)
        case isFolder
        /// It is a pipe, a socket or a device.
        case isNoFile
        case isTooLarge(limit: Int)
        case keepsChanging
        case hasChanged
        case existsAlready
        case leavesWorkspace
        /// Two changes of one command mean the same file.
        case isNamedTwice
        /// A change could be neither finished nor taken back.
        case isHalfDone(because: String)
        /// The journal of an interrupted change cannot be understood.
        case isNoJournal
    }
}

extension FileError: CustomStringConvertible {
    /// A sentence for the user: what failed, where, why, and what to do where that is known.
    package var description: String { "cannot \(operation.rawValue) \(shownPath): \(explanation)" }

    /// The path without control characters, which a terminal would obey.
    private var shownPath: String {
        var shown = String.UnicodeScalarView()
        for scalar in path.unicodeScalars {
            shown.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
        }
        return shown.isEmpty ? "\"\"" : String(shown)
    }

    private var explanation: String {
        switch reason {
        case .system(let code): POSIX.message(of: code)
        case .isFolder: "it is a folder, not a file"
        case .isNoFile: "it is not a regular file"
        case .isTooLarge(let limit): "it is larger than \(limit) bytes"
        case .keepsChanging: "it keeps changing while it is read; try again when it is finished"
        case .hasChanged: "it has changed since it was read; nothing was written; run the command again"
        case .existsAlready: "it exists already and is never overwritten"
        case .leavesWorkspace: "it leads out of the workspace; only what is inside is read and changed"
        case .isNamedTwice: "two changes mean the same file; nothing was written"
        case .isHalfDone(let cause):
            "some files of the change are written and some are not (\(cause)); put that right, and the next command "
                + "finishes the change"
        case .isNoJournal:
            "it does not list an interrupted change; look at `git status`, then remove this file and run the command again"
        }
    }
}

extension FileError {
    /// Whether something may be read here but not written.
    package var isForWantOfPermission: Bool {
        guard case .system(let code) = reason else { return false }
        return POSIX.meansNoPermission(code)
    }
}
