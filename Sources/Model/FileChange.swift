/// A file as a command found it and as it shall be; nothing is written by making one.
package struct FileChange: Sendable, Equatable {
    /// The path relative to the workspace.
    package var path: String
    /// The bytes that the file has; nil when there is no such file yet.
    package var before: [UInt8]?
    package var after: [UInt8]

    package init(path: String, before: [UInt8]?, after: [UInt8]) {
        self.path = path
        self.before = before
        self.after = after
    }
}
