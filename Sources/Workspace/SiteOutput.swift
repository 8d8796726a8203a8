import Model

/// Writes the files of a site into a folder, and touches nothing there that it did not write itself.
///
/// All new bytes are staged in a hidden folder within that folder first, and then moved to their places: new folders and
/// files, then changed ones, and at last those that are gone are removed. A build that is killed while it reads, renders or stages
/// leaves the old site as it was; one that is killed while files are moved leaves every page old or new and no link
/// broken, and the next build finishes the work. Files whose bytes are right already are not touched.
package struct SiteOutput: Sendable {
    /// The absolute path of the folder, symbolic links followed.
    package let folder: String
    private let manifest: SiteManifest

    /// What writing a site did, or would do.
    package struct Report: Sendable, Equatable {
        /// The files that are new or have new bytes.
        package var written: [String] = []
        /// The files that were as they should be.
        package var unchanged: [String] = []
        /// The files of the former site that are gone.
        package var removed: [String] = []
    }

    /// What `write` has just done, for tests that interrupt it there.
    package enum Step: Sendable, Equatable {
        /// The new bytes of a file are staged; the site is as it was.
        case staged(String)
        /// All files that will be written are known to be of the site.
        case listed
        /// A file has its new bytes, or is gone.
        case done(String)
    }

    /// Finds a folder and what it holds of an earlier site.
    ///
    /// - Parameters:
    ///   - folder: The absolute path; the folder need not exist.
    ///   - sources: The absolute paths of the files and folders that the site is made from.
    /// - Throws: also when the folder holds a source, or the list of the earlier site's files cannot be understood.
    package init(_ folder: String, apartFrom sources: [String]) throws(SiteOutputError) {
        self.folder = try SiteOutput.realPath(folder)
        manifest = try SiteManifest(in: self.folder)
        try keepApart(from: sources)
    }

    /// Refuses a folder that holds one of some files and folders that the site is made from.
    package func keepApart(from sources: [String]) throws(SiteOutputError) {
        for source in sources where ChangeTarget.relative(try SiteOutput.realPath(source), to: folder) != nil {
            throw .holdsSource(folder: folder, source: source)
        }
    }

    /// The files of the site that is in the folder, as far as its list knew when this was made.
    var listed: Set<String> { manifest.files }

    /// A hash over what the file system tells of some files of the site.
    func stamps(of files: Set<String>) -> String {
        var sum = StampSum()
        for folder in Set(files.map(SiteOutput.parent)).sorted() {
            let (path, start) = folder.isEmpty ? (self.folder, "") : ("\(self.folder)/\(folder)", "\(folder)/")
            let items = (try? POSIX.listDirectory(path) { $0.kind == .file }) ?? []
            for item in items where files.contains(start + item.name) { sum.add(start + item.name, item.status) }
        }
        return sum.name
    }

    private init(_ folder: String, _ manifest: SiteManifest) {
        self.folder = folder
        self.manifest = manifest
    }

    /// Makes the folder hold these files and no others of an earlier site.
    ///
    /// - Parameters:
    ///   - files: The bytes of each file by its path, relative to the folder.
    ///   - isRehearsal: Whether only to tell what would be done.
    ///   - afterStep: Told of each step that is done.
    /// - Throws: also, before anything is written, when a path is taken by something that is not of the site.
    package func write(
        _ files: [String: [UInt8]],
        isRehearsal: Bool = false,
        afterStep: @escaping @Sendable (Step) -> Void = { _ in }
    ) async throws(SiteOutputError) -> Report {
        guard !isRehearsal else { return try await plan(files).report }
        let lock = try lockFolder()
        defer { withExtendedLifetime(lock) {} }
        // Another build may have written since the list was read.
        let current = SiteOutput(folder, try SiteManifest(in: folder))
        let plan = try await current.plan(files)
        do throws(FileError) {
            try await current.carryOut(plan, files, afterStep)
        } catch {
            try? SiteStage.clear(in: folder)
            throw .file(error)
        }
        return plan.report
    }

    /// Makes the folder where it is missing, keeps other builds out, and clears away what a killed one has left.
    private func lockFolder() throws(SiteOutputError) -> FolderLock {
        do throws(FileError) {
            try POSIX.makeDirectories(folder, in: "", durable: false)
            if let lock = try FolderLock(folder) {
                try SiteStage.clear(in: folder)
                return lock
            }
        } catch {
            throw .file(error)
        }
        // Two builds at once would take each other's staged files for those of one that was killed.
        throw .isBeingWritten(folder: folder)
    }

    private func carryOut(
        _ plan: Plan, _ files: [String: [UInt8]], _ afterStep: @escaping @Sendable (Step) -> Void
    ) async throws(FileError) {
        let known = manifest.files.union(files.keys)
        guard plan.isWork || manifest.files != Set(files.keys) else { return }
        let stage = try SiteStage(in: folder, for: plan.added + plan.replaced, folders: plan.folders)
        try await stage.fill(files, afterStep)
        // A build that is killed must find its own files again, so they are listed before they are there.
        try manifest.save(known, in: folder)
        afterStep(.listed)
        try move(plan, from: stage, afterStep)
        try manifest.save(Set(files.keys), in: folder, over: known)
        try SiteStage.clear(in: folder)
    }

    /// Takes the steps that readers of the site can see; after each of them every link leads somewhere.
    private func move(
        _ plan: Plan, from stage: SiteStage, _ afterStep: (Step) -> Void
    ) throws(FileError) {
        for (path, files) in plan.folders.sorted(by: { $0.key < $1.key }) {
            try stage.place(folder: path)
            for file in files { afterStep(.done(file)) }
        }
        for path in plan.added {
            try POSIX.makeDirectories(SiteOutput.parent(of: path), in: folder, durable: false)
            try stage.place(path, replacing: false)
            afterStep(.done(path))
        }
        for path in plan.replaced {
            try stage.place(path, replacing: true)
            afterStep(.done(path))
        }
        for path in plan.report.removed {
            try remove(path)
            afterStep(.done(path))
        }
    }

    private func remove(_ path: String) throws(FileError) {
        try POSIX.removeFile("\(folder)/\(path)")
        var parent = SiteOutput.parent(of: path)
        while !parent.isEmpty {
            POSIX.removeEmptyDirectory("\(folder)/\(parent)")
            parent = SiteOutput.parent(of: parent)
        }
    }
}

// MARK: - What is to be done

extension SiteOutput {
    private struct Plan {
        /// The files of each folder that is new.
        var folders: [String: [String]] = [:]
        /// The files that are new in a folder that is there.
        var added: [String] = []
        var replaced: [String] = []
        var report = Report()

        var isWork: Bool { !report.written.isEmpty || !report.removed.isEmpty }
    }

    private func plan(_ files: [String: [UInt8]]) async throws(SiteOutputError) -> Plan {
        let paths = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for path in paths where !ChangeTarget.isInside(path) {
            throw .foreignFile(path: "\(folder)/\(path)", others: 0)
        }
        let listing = SiteListing(of: folder, for: paths + manifest.files)
        let current = await listing.current(among: paths, files)
        var plan = Plan()
        var foreign: [String] = []
        for path in paths {
            switch listing.kind(of: path) {
            case nil:
                if let folder = listing.newFolder(of: path) {
                    plan.folders[folder, default: []].append(path)
                } else {
                    plan.added.append(path)
                }
            case .file where current.contains(path): plan.report.unchanged.append(path)
            case .file where manifest.files.contains(path): plan.replaced.append(path)
            default: foreign.append(path)
            }
        }
        if let first = foreign.first { throw .foreignFile(path: "\(folder)/\(first)", others: foreign.count - 1) }
        let new = plan.folders.values.joined() + plan.added
        plan.report.written = (new + plan.replaced).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        // Something else may stand there by now; it stays.
        plan.report.removed = manifest.files.subtracting(paths).sorted().filter { listing.kind(of: $0) == .file }
        return plan
    }
}

// MARK: - Paths

extension SiteOutput {
    static func parent(of path: String) -> String {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
    }

    /// The path without symbolic links, also when its end does not exist yet.
    private static func realPath(_ path: String) throws(SiteOutputError) -> String {
        do throws(FileError) {
            var existing = path
            var missing: [String] = []
            while !existing.isEmpty, try !POSIX.exists(existing) {
                missing.append(String(existing.dropFirst(parent(of: existing).count + 1)))
                existing = parent(of: existing)
            }
            let real = try POSIX.realPath(existing.isEmpty ? "/" : existing)
            let end = missing.reversed().filter { !$0.isEmpty && $0 != "." }
            return end.isEmpty ? real : ([real == "/" ? "" : real] + end).joined(separator: "/")
        } catch {
            throw .file(error)
        }
    }
}
