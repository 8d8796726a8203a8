/// A file as a command found it and as it shall be; nothing is written by making one.
package struct FileChange: Sendable, Equatable {
    /// The path relative to the workspace.
    package var path: String
    /// The bytes that the file has; nil when there is no such file yet.
    package var before: [UInt8]?
    /// The bytes that the file shall have; none where it is removed.
    package var after: [UInt8]
    /// Whether the file shall be gone afterwards.
    package let isRemoval: Bool

    /// The removal of a file.
    package init(removing path: String, before: [UInt8]) {
        self.path = path
        self.before = before
        after = []
        isRemoval = true
    }

    package init(path: String, before: [UInt8]?, after: [UInt8]) {
        self.path = path
        self.before = before
        self.after = after
        isRemoval = false
    }
}
