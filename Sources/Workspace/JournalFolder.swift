/// The hidden folder `.archbook` of a workspace as far as changes use it, and the steps of a change on the disk.
struct JournalFolder {
    /// The workspace's real path.
    let root: String

    /// - Throws: when there is no workspace, or its `.archbook` leads elsewhere.
    init(workspace: String) throws(FileError) {
        root = try POSIX.realPath(workspace)
        if try POSIX.exists(folder), try POSIX.linkStatus(folder).kind != .directory {
            throw FileError(folder, .write, .leavesWorkspace)
        }
    }

    private var folder: String { "\(root)/.archbook" }
    /// The plan of a change whose files are being staged; nothing else has been touched.
    private var planPath: String { "\(folder)/journal.new" }
    /// The plan of a change that is to be finished.
    private var journalPath: String { "\(folder)/journal" }

    /// Whether an earlier change was interrupted; false also when there is no way to tell.
    func isInterrupted() throws(FileError) -> Bool {
        if try POSIX.exists(journalPath) { return true }
        return try POSIX.exists(planPath)
    }

    /// The change that is to be finished, if there is one.
    func journal() throws(FileError) -> Journal? { try journal(at: journalPath, relativePath: ".archbook/journal") }

    /// Writes down which files a change will stage, and where.
    func plan(_ journal: Journal) throws(FileError) {
        if try !POSIX.exists(folder) { try POSIX.makeDirectory(folder) }
        try POSIX.createFile(planPath, journal.bytes)
        try POSIX.syncDirectory(folder)
        try POSIX.syncDirectory(root)
    }

    /// Makes the plan the journal; from here on the change will happen.
    func activate() throws(FileError) {
        try POSIX.moveFile(planPath, to: journalPath)
        try POSIX.syncDirectory(folder)
    }

    /// Takes one step, or sees that it was taken.
    func take(_ step: Journal.Step) throws(FileError) {
        switch step {
        case .create(let target, let staged):
            guard try POSIX.exists(path(staged)) else { return }
            try create(path(target), from: path(staged))
        case .replace(let target, let staged, let before):
            guard try POSIX.exists(path(staged)) else { return }
            try verify(target, before, .write)
            try POSIX.moveFile(path(staged), to: path(target))
        case .remove(let target, let before):
            guard try POSIX.exists(path(target)) else { return }
            try verify(target, before, .remove)
            try POSIX.removeFile(path(target))
        }
    }

    /// Writes the names that a journal's steps are about to the disk.
    func syncNames(of journal: Journal) throws(FileError) {
        let paths = journal.folders + journal.steps.map(\.target)
        for folder in Set(paths.map(parent)).sorted() { try POSIX.syncDirectory(folder) }
    }

    /// Removes the journal, all steps of which are taken.
    func close(_ journal: Journal) throws(FileError) {
        try syncNames(of: journal)
        try POSIX.removeFile(journalPath)
        try POSIX.syncDirectory(folder)
        POSIX.removeEmptyDirectory(folder)
    }

    /// Removes what a plan has staged, and the plan.
    func discardPlan() throws(FileError) {
        if let plan = try plan() {
            for staged in plan.steps.compactMap(\.staged) {
                if try POSIX.exists(path(staged)) { try POSIX.removeFile(checked(staged)) }
            }
            for made in plan.folders.reversed() { POSIX.removeEmptyDirectory(path(made)) }
        }
        try POSIX.removeFile(planPath)
        POSIX.removeEmptyDirectory(folder)
    }

    /// The absolute path of something in the workspace.
    func path(_ relative: String) -> String { "\(root)/\(relative)" }

    /// The plan; nil also when it was not written to its end, because then nothing is staged yet.
    private func plan() throws(FileError) -> Journal? {
        do throws(FileError) {
            return try journal(at: planPath, relativePath: ".archbook/journal.new")
        } catch {
            guard error.reason == .isNoJournal else { throw error }
            return nil
        }
    }

    private func parent(of target: String) -> String {
        target.lastIndex(of: "/").map { path(String(target[..<$0])) } ?? root
    }

    private func journal(at path: String, relativePath: String) throws(FileError) -> Journal? {
        guard try POSIX.exists(path) else { return nil }
        guard let journal = Journal(try POSIX.readFile(path, limit: 16 << 20)) else {
            throw FileError(relativePath, .read, .isNoJournal)
        }
        for target in journal.steps.map(\.target) { _ = try checked(target) }
        return journal
    }

    /// The absolute path of a file whose folder, symbolic links followed, is in the workspace.
    private func checked(_ relative: String) throws(FileError) -> String {
        let folder = parent(of: relative)
        guard try POSIX.exists(folder) else { return path(relative) }
        guard ChangeTarget.relative(try POSIX.realPath(folder), to: root) != nil else {
            throw FileError(relative, .write, .leavesWorkspace)
        }
        return path(relative)
    }

    private func create(_ target: String, from staged: String) throws(FileError) {
        do throws(FileError) {
            if try !POSIX.linkFile(staged, as: target) {
                if try POSIX.exists(target) { throw FileError(target, .create, .existsAlready) }
                try POSIX.moveFile(staged, to: target)
            }
        } catch {
            // The interrupted step may have made the link and not yet removed the staged name.
            guard try POSIX.exists(target) else { throw error }
            let made = try POSIX.linkStatus(target)
            let source = try POSIX.linkStatus(staged)
            guard made.identity == source.identity else { throw error }
        }
        try POSIX.removeFile(staged)
    }

    private func verify(
        _ target: String,
        _ before: Journal.Fingerprint,
        _ operation: FileError.Operation
    ) throws(FileError) {
        guard Journal.Fingerprint(try POSIX.readFile(path(target))) == before else {
            throw FileError(target, operation, .hasChanged)
        }
    }
}
