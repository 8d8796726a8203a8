import Synchronization

/// Notes what was asked for beside the folders of the book while it was read, such as the target of a link.
package final class AskedPaths: Sendable {
    private let asked = Mutex(Asked())

    private struct Asked {
        var paths: Set<String> = []
        var isBounded = true
    }

    package init() {}

    /// Notes the path of a file, whether it is there or not.
    func note(_ path: String) { asked.withLock { _ = $0.paths.insert(path) } }

    /// Notes that a whole folder was looked into.
    func noteFolder() { asked.withLock { $0.isBounded = false } }

    /// What was asked for, sorted; nil when it cannot be told by paths.
    var paths: [String]? { asked.withLock { $0.isBounded ? $0.paths.sorted() : nil } }
}
