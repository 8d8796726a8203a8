import Model

/// What stands in the folder of a site where its files are or will be.
struct SiteListing: Sendable {
    private let folder: String
    /// The things in each folder of the site, by the folder's path and their names; the site's own is "".
    private let kinds: [String: [String: FileKind]]

    /// Lists the folders of some files.
    ///
    /// One question for a folder tells of all its files, where each file by itself would take several.
    init(of folder: String, for paths: [String]) {
        self.folder = folder
        var folders: Set<String> = [""]
        for path in paths {
            var parent = SiteOutput.parent(of: path)
            while folders.insert(parent).inserted { parent = SiteOutput.parent(of: parent) }
        }
        var kinds: [String: [String: FileKind]] = [:]
        // Parents come before what is in them. A folder that is a symbolic link is not looked into.
        for path in folders.sorted() {
            guard path.isEmpty || SiteListing.kind(of: path, in: kinds) == .directory else { continue }
            let items = (try? POSIX.listDirectory(path.isEmpty ? folder : "\(folder)/\(path)")) ?? []
            kinds[path] = Dictionary(items.map { ($0.name, $0.kind) }) { first, _ in first }
        }
        self.kinds = kinds
    }

    /// What stands at a path; something else than a folder above it, such as a symbolic link, makes it `other`.
    func kind(of path: String) -> FileKind? { SiteListing.kind(of: path, in: kinds) }

    /// The outermost folder above a path of which nothing is there; nil where the file's own folder is.
    func newFolder(of path: String) -> String? {
        var (parent, found) = (SiteOutput.parent(of: path), String?.none)
        while !parent.isEmpty, kind(of: parent) == nil {
            found = parent
            parent = SiteOutput.parent(of: parent)
        }
        return found
    }

    private static func kind(of path: String, in kinds: [String: [String: FileKind]]) -> FileKind? {
        let parent = SiteOutput.parent(of: path)
        if let siblings = kinds[parent] {
            return siblings[parent.isEmpty ? path : String(path.utf8.dropFirst(parent.utf8.count + 1)) ?? ""]
        }
        guard let above = parent.isEmpty ? nil : kind(of: parent, in: kinds) else { return nil }
        return above == .directory ? nil : .other
    }

    /// The files that hold the bytes that they should.
    func current(among paths: [String], _ files: [String: [UInt8]]) async -> Set<String> {
        let candidates = paths.filter { kind(of: $0) == .file }
        return await withTaskGroup(of: [String].self) { group in
            for start in stride(from: 0, to: candidates.count, by: SiteListing.filesATask) {
                let part = candidates[start..<min(start + SiteListing.filesATask, candidates.count)]
                group.addTask { part.filter { (try? POSIX.file("\(folder)/\($0)", holds: files[$0] ?? [])) == true } }
            }
            var current: Set<String> = []
            for await part in group { current.formUnion(part) }
            return current
        }
    }

    static let filesATask = 64
}
