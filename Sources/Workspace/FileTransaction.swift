package import Model

/// Changes of several files of which all happen or none.
///
/// New contents are staged beside their files and flushed. Then one rename makes the plan the journal: before it the
/// change can be thrown away, after it every step can be taken again until all are taken. A process that dies in
/// between leaves it to the next `recover`. This is the redo journal of database systems, kept for whole files.
package enum FileTransaction {
    /// What `commit` has just done, for tests that interrupt it there.
    package enum Step: Sendable, Equatable {
        case planned
        case staged(Int)
        case activated
        case taken(Int)
        case closed
    }

    /// What `recover` found.
    package enum Recovery: Sendable, Equatable {
        /// No change was interrupted.
        case nothing
        /// An interrupted change was thrown away before it had touched a file.
        case discarded
        /// An interrupted change was finished; the paths are the files it changed.
        case finished([String])
    }

    /// Makes all changes, or none and an error.
    ///
    /// Files that are there keep their permissions; a file that is a symbolic link is changed where it leads.
    /// Folders that are missing are made.
    ///
    /// - Parameters:
    ///   - root: the path of the workspace.
    ///   - afterStep: told of each step that is done.
    /// - Throws: also when a file no longer has the bytes it had, when a new one exists already, and when a path leads
    ///   out of the workspace.
    package static func commit(
        _ changes: [FileChange],
        in root: String,
        afterStep: (Step) -> Void = { _ in }
    ) throws(FileError) {
        guard !changes.isEmpty else { return }
        let folder = try JournalFolder(workspace: root)
        try POSIX.whileLocking(folder.root) { () throws(FileError) in
            _ = try recover(folder)
            let targets = try findTargets(changes, in: folder.root)
            for target in targets { try target.verify(in: folder.root) }
            try make(targets, folder, afterStep)
        }
    }

    /// Works changes out and makes them while no other command changes the workspace, so that two commands at once do
    /// not come to the same answer.
    ///
    /// - Parameters:
    ///   - root: the path of the workspace.
    ///   - prepare: reads what it needs and gives the changes, with a value for the caller; an interrupted change was
    ///     finished before.
    package static func commit<Value>(
        in root: String,
        preparing prepare: () throws -> (changes: [FileChange], value: Value)
    ) throws -> Value {
        let folder = try JournalFolder(workspace: root)
        return try POSIX.whileLocking(folder.root) {
            _ = try recover(folder)
            let (changes, value) = try prepare()
            let targets = try findTargets(changes, in: folder.root)
            for target in targets { try target.verify(in: folder.root) }
            if !targets.isEmpty { try make(targets, folder) { _ in } }
            return value
        }
    }

    /// Finishes or throws away what an interrupted command has left; every command that reads a workspace begins so.
    ///
    /// - Throws: also when a file was edited after the interruption; the journal then stays until it is put right.
    package static func recover(in root: String) throws(FileError) -> Recovery {
        let folder = try JournalFolder(workspace: root)
        guard try folder.isInterrupted() else { return .nothing }
        return try POSIX.whileLocking(folder.root) { () throws(FileError) in try recover(folder) }
    }

    private static func recover(_ folder: JournalFolder) throws(FileError) -> Recovery {
        guard try folder.isInterrupted() else { return .nothing }
        let journal = try folder.journal()
        try folder.discardPlan()
        guard let journal else { return .discarded }
        for step in journal.steps { try folder.take(step) }
        try folder.close(journal)
        return .finished(journal.steps.map(\.target))
    }

    private static func findTargets(_ changes: [FileChange], in root: String) throws(FileError) -> [ChangeTarget] {
        var targets: [ChangeTarget] = []
        var paths: Set<String> = []
        for change in changes {
            let target = try ChangeTarget(change, in: root)
            guard paths.insert(target.path).inserted else { throw FileError(change.path, .write, .isNamedTwice) }
            targets.append(target)
        }
        return targets
    }

    private static func make(
        _ targets: [ChangeTarget],
        _ folder: JournalFolder,
        _ afterStep: (Step) -> Void
    ) throws(FileError) {
        let journal = Journal(targets)
        try stage(journal, targets.map { ($0.change.after, $0.permissions) }, folder, afterStep)
        var count = 0
        do throws(FileError) {
            for step in journal.steps {
                try folder.take(step)
                afterStep(.taken(count))
                count += 1
            }
        } catch {
            try undo(targets, taken: count, of: journal, folder, because: error)
            throw error
        }
        try folder.close(journal)
        afterStep(.closed)
    }

    /// Brings a journal to the point from which on its change will happen, or leaves everything as it was.
    private static func stage(
        _ journal: Journal,
        _ contents: [(bytes: [UInt8], permissions: UInt32?)],
        _ folder: JournalFolder,
        _ afterStep: (Step) -> Void
    ) throws(FileError) {
        do throws(FileError) {
            try folder.plan(journal)
            afterStep(.planned)
            for made in journal.folders { try POSIX.makeDirectory(folder.path(made)) }
            for (number, step) in journal.steps.enumerated() {
                guard let staged = step.staged else { continue }
                try POSIX.removeFile(folder.path(staged))
                try POSIX.createFile(
                    folder.path(staged), contents[number].bytes, permissions: contents[number].permissions)
                afterStep(.staged(number))
            }
            try folder.syncNames(of: journal)
            try folder.activate()
        } catch {
            try folder.discardPlan()
            throw error
        }
        afterStep(.activated)
    }

    /// Takes back the steps that were taken, by a journal of its own, so that this too survives an interruption.
    private static func undo(
        _ targets: [ChangeTarget],
        taken count: Int,
        of journal: Journal,
        _ folder: JournalFolder,
        because cause: FileError
    ) throws(FileError) {
        do throws(FileError) {
            let reverse = Journal(undoing: targets, taken: count, of: journal)
            try stage(reverse, targets.map { ($0.change.before ?? [], $0.permissions) }, folder) { _ in }
            for step in reverse.steps { try folder.take(step) }
            try folder.close(reverse)
            for made in journal.folders.reversed() { POSIX.removeEmptyDirectory(folder.path(made)) }
        } catch {
            throw FileError(cause.path, cause.operation, .isHalfDone(because: error.description))
        }
    }
}

extension Journal {
    /// The steps that make the changes.
    fileprivate init(_ targets: [ChangeTarget]) {
        steps = targets.enumerated().map { number, target in
            let staged = StagedName.path(beside: target.path, number: number)
            if target.change.isRemoval {
                return .remove(target: target.path, before: Fingerprint(target.change.before ?? []))
            }
            guard let before = target.change.before else { return .create(target: target.path, staged: staged) }
            return .replace(target: target.path, staged: staged, before: Fingerprint(before))
        }
        folders = []
        for folder in targets.flatMap(\.missingFolders) where !folders.contains(folder) { folders.append(folder) }
    }

    /// The steps that bring back what was there: for each step that was taken its reverse, for the others nothing
    /// but the removal of what they have staged.
    fileprivate init(undoing targets: [ChangeTarget], taken count: Int, of journal: Journal) {
        steps = zip(targets, journal.steps).enumerated().map { number, pair in
            let (target, step) = pair
            let after = Fingerprint(target.change.after)
            if target.change.isRemoval {
                let staged = StagedName.path(beside: target.path, number: number, undoing: true)
                // A removal that was not taken needs nothing; the name that its reverse would stage is not there.
                if number >= count { return .remove(target: staged, before: after) }
                return .create(target: target.path, staged: staged)
            }
            if number >= count { return .remove(target: step.staged ?? target.path, before: after) }
            guard target.change.before != nil else { return .remove(target: target.path, before: after) }
            let staged = StagedName.path(beside: target.path, number: number, undoing: true)
            return .replace(target: target.path, staged: staged, before: after)
        }
    }
}
