import Model

/// The hidden folder in which the new files of a site wait until all of them are there.
struct SiteStage: Sendable {
    private let site: String
    private let folder: String
    private let paths: [String]
    /// The names under which the files wait, by their paths.
    private let names: [String: String]

    private static let name = ".archbook-stage"
    private static let prefix = "new-"

    /// Makes the folder for the files with some paths.
    init(in site: String, for paths: [String]) throws(FileError) {
        self.site = site
        self.paths = paths
        folder = "\(site)/\(SiteStage.name)"
        let pairs = paths.enumerated().map { ($1, "\(SiteStage.prefix)\($0)") }
        names = Dictionary(pairs) { first, _ in first }
        try POSIX.makeDirectory(folder)
    }

    /// Removes what a build that was killed has left, if it left anything.
    ///
    /// The folder goes with all files in it that are named as staged files are; something else that stands in it stays.
    static func clear(in site: String) throws(FileError) {
        let folder = "\(site)/\(name)"
        guard try POSIX.exists(folder), try POSIX.linkStatus(folder).kind == .directory else { return }
        for item in try POSIX.listDirectory(folder) where item.kind == .file && item.name.hasPrefix(prefix) {
            try POSIX.removeFile("\(folder)/\(item.name)")
        }
        POSIX.removeEmptyDirectory(folder)
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

    private func staged(_ path: String) -> String { "\(folder)/\(names[path] ?? path)" }
}
