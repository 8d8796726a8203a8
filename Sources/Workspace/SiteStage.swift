import Model

/// The hidden folder in which the new files of a site wait until all of them are there.
///
/// A folder of which nothing stands on the site yet is staged as a whole, and takes its place in one step.
struct SiteStage: Sendable {
    private let site: String
    private let folder: String
    private let paths: [String]
    /// The paths under which the files wait, by those that they will have.
    private let places: [String: String]

    private static let name = ".archbook-stage"
    private static let prefix = "new-"

    /// Makes the folder.
    ///
    /// - Parameters:
    ///   - paths: The files that stand by themselves.
    ///   - folders: The files of each folder that is new.
    init(in site: String, for paths: [String], folders: [String: [String]]) throws(FileError) {
        self.site = site
        self.paths = paths + folders.values.joined()
        folder = "\(site)/\(SiteStage.name)"
        var places: [String: String] = [:]
        for (number, path) in paths.enumerated() { places[path] = "\(SiteStage.prefix)\(number)" }
        try POSIX.makeDirectory(folder)
        for (number, (path, files)) in folders.sorted(by: { $0.key < $1.key }).enumerated() {
            let name = "\(SiteStage.prefix)\(paths.count + number)"
            places[path] = name
            for file in files { places[file] = name + String(file.dropFirst(path.count)) }
            for parent in Set(files.compactMap { places[$0].map(SiteOutput.parent) }).sorted() {
                try POSIX.makeDirectories(parent, in: folder, durable: false)
            }
        }
        self.places = places
    }

    /// Removes what a build that was killed has left, if it left anything.
    ///
    /// The folder goes with all in it that is named as staged files and folders are; something else that stands in it
    /// stays.
    static func clear(in site: String) throws(FileError) {
        let folder = "\(site)/\(name)"
        guard try POSIX.exists(folder), try POSIX.linkStatus(folder).kind == .directory else { return }
        var emptied = [folder]
        for item in try POSIX.listDirectory(folder) where item.name.hasPrefix(prefix) {
            try clear("\(folder)/\(item.name)", item.kind, &emptied)
        }
        for path in emptied.reversed() { POSIX.removeEmptyDirectory(path) }
    }

    /// Removes a file, or the files in a folder and below; folders are noted, the outer ones first.
    private static func clear(_ path: String, _ kind: FileKind, _ emptied: inout [String]) throws(FileError) {
        var pending = [(path, kind)]
        while let (path, kind) = pending.popLast() {
            if kind == .file { try POSIX.removeFile(path) }
            guard kind == .directory else { continue }
            emptied.append(path)
            pending += try POSIX.listDirectory(path).map { ("\(path)/\($0.name)", $0.kind) }
        }
    }

    /// Writes the bytes of the files into the folder, on all processors.
    func fill(
        _ files: [String: [UInt8]],
        _ afterStep: @escaping @Sendable (SiteOutput.Step) -> Void
    ) async throws(FileError) {
        let failure = await withTaskGroup(of: FileError?.self) { group in
            for start in stride(from: 0, to: paths.count, by: SiteListing.filesATask) {
                let part = paths[start..<min(start + SiteListing.filesATask, paths.count)]
                group.addTask {
                    do throws(FileError) {
                        for path in part {
                            try POSIX.createFile(staged(path), files[path] ?? [], durable: false)
                            afterStep(.staged(path))
                        }
                        return nil
                    } catch {
                        return error
                    }
                }
            }
            return await group.reduce(nil) { $0 ?? $1 }
        }
        if let failure { throw failure }
    }

    /// Moves a file to its place.
    ///
    /// - Throws: also when it is to be new, and something stands there by now.
    func place(_ path: String, replacing: Bool) throws(FileError) {
        let (staged, target) = (staged(path), "\(site)/\(path)")
        if replacing { return try POSIX.moveFile(staged, to: target) }
        // A rename would take the place of whatever has come there meanwhile.
        if try POSIX.linkFile(staged, as: target) { return try POSIX.removeFile(staged) }
        if try POSIX.exists(target) { throw FileError(target, .create, .existsAlready) }
        try POSIX.moveFile(staged, to: target)
    }

    /// Moves a folder with all its files to its place, where nothing stands.
    ///
    /// - Throws: also when something stands there by now; only an empty folder can be replaced so.
    func place(folder path: String) throws(FileError) {
        try POSIX.moveFile(staged(path), to: "\(site)/\(path)")
    }

    private func staged(_ path: String) -> String { "\(folder)/\(places[path] ?? path)" }
}
