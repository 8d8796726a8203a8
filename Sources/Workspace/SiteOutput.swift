import Model

/// Writes the files of a site into a folder, and touches nothing there that it did not write itself.
///
/// A file is written only when its bytes differ, beside its place and then renamed over it, so that a reader sees the
/// old page or the new one. The folder as a whole is not swapped: a build that is killed leaves some pages new and
/// some old, and the next one finishes the work.
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

    /// Finds a folder and what it holds of an earlier site.
    ///
    /// - Parameters:
    ///   - folder: The absolute path; the folder need not exist.
    ///   - sources: The absolute paths of the files and folders that the site is made from.
    /// - Throws: also when the folder holds a source, or the list of the earlier site's files cannot be understood.
    package init(_ folder: String, apartFrom sources: [String]) throws(SiteOutputError) {
        let real = try SiteOutput.realPath(folder)
        for source in sources where ChangeTarget.relative(try SiteOutput.realPath(source), to: real) != nil {
            throw .holdsSource(folder: folder, source: source)
        }
        self.folder = real
        manifest = try SiteManifest(in: real)
    }

    /// Makes the folder hold these files and no others of an earlier site.
    ///
    /// - Parameters:
    ///   - files: The bytes of each file by its path, relative to the folder.
    ///   - isRehearsal: Whether only to tell what would be done.
    /// - Throws: also, before anything is written, when a path is taken by something that is not of the site.
    package func write(_ files: [String: [UInt8]], isRehearsal: Bool = false) throws(SiteOutputError) -> Report {
        let report = try plan(files)
        guard !isRehearsal else { return report }
        do throws(FileError) {
            try makeFolders(to: folder)
            try POSIX.whileLocking(folder) { () throws(FileError) in
                // A build that is killed must find its own files again, so they are listed before they are written.
                try manifest.save(manifest.files.union(files.keys), in: folder)
                for path in report.written { try replace(path, files[path] ?? []) }
                for path in report.removed { try remove(path) }
                try manifest.save(Set(files.keys), in: folder)
            }
        } catch {
            throw .file(error)
        }
        return report
    }

    private func plan(_ files: [String: [UInt8]]) throws(SiteOutputError) -> Report {
        var report = Report()
        var foreign: [String] = []
        for (path, bytes) in files.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            switch try state(of: path, bytes) {
            case .missing, .old: report.written.append(path)
            case .current: report.unchanged.append(path)
            case .foreign: foreign.append(path)
            }
        }
        if let first = foreign.first { throw .foreignFile(path: "\(folder)/\(first)", others: foreign.count - 1) }
        for path in manifest.files.subtracting(files.keys).sorted() {
            // Something else may stand there by now; it stays.
            if try kind(of: path) == .file { report.removed.append(path) }
        }
        return report
    }

    private enum State { case missing, current, old, foreign }

    private func state(of path: String, _ bytes: [UInt8]) throws(SiteOutputError) -> State {
        guard let kind = try kind(of: path) else { return .missing }
        guard kind == .file else { return .foreign }
        do throws(FileError) {
            let full = "\(folder)/\(path)"
            if try POSIX.linkStatus(full).size == bytes.count, try POSIX.readFile(full) == bytes { return .current }
        } catch {
            throw .file(error)
        }
        return manifest.files.contains(path) ? .old : .foreign
    }

    /// What stands at a path; a folder above it that is none, or is a symbolic link, makes it something else.
    private func kind(of path: String) throws(SiteOutputError) -> FileKind? {
        guard ChangeTarget.isInside(path) else { return .other }
        do throws(FileError) {
            var current = folder
            let parts = path.split(separator: "/")
            for (index, part) in parts.enumerated() {
                current += "/\(part)"
                guard try POSIX.exists(current) else { return nil }
                let kind = try POSIX.linkStatus(current).kind
                if index == parts.count - 1 { return kind }
                if kind != .directory { return .other }
            }
        } catch {
            throw .file(error)
        }
        return nil
    }
}

extension SiteOutput {
    private func replace(_ path: String, _ bytes: [UInt8]) throws(FileError) {
        let full = "\(folder)/\(path)"
        try makeFolders(to: SiteOutput.parent(of: full))
        let staged = "\(full).archbook-new"
        // It may be left from a build that was killed.
        try POSIX.removeFile(staged)
        try POSIX.createFile(staged, bytes, durable: false)
        try POSIX.moveFile(staged, to: full)
    }

    private func remove(_ path: String) throws(FileError) {
        try POSIX.removeFile("\(folder)/\(path)")
        var parent = SiteOutput.parent(of: path)
        while !parent.isEmpty {
            POSIX.removeEmptyDirectory("\(folder)/\(parent)")
            parent = SiteOutput.parent(of: parent)
        }
    }

    private func makeFolders(to path: String) throws(FileError) {
        var missing: [String] = []
        var current = path
        while !current.isEmpty, try !POSIX.exists(current) {
            missing.append(current)
            current = SiteOutput.parent(of: current)
        }
        for folder in missing.reversed() { try POSIX.makeDirectory(folder) }
    }

    private static func parent(of path: String) -> String {
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
