/// What the history of a workspace's files tells a reader: when each was changed last, and what it was called before.
package struct FileHistory: Sendable, Equatable {
    /// The day of the last change of each file, by its path.
    package var days: [String: Day]
    /// The former paths of files, each with the path that the file has now.
    package var formerPaths: [String: String]

    /// Nothing at all, as where there is no history.
    package init(days: [String: Day] = [:], formerPaths: [String: String] = [:]) {
        self.days = days
        self.formerPaths = formerPaths
    }
}
