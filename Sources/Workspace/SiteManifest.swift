import Model

/// The list of the files that the site in a folder is made of, kept in the folder itself.
///
/// It is what tells the site's own files from others: only what it lists is overwritten or removed.
struct SiteManifest: Sendable {
    /// The paths relative to the folder.
    let files: Set<String>

    private static let name = ".archbook-site.json"

    /// Reads the list of a folder; it is empty where there is none.
    init(in folder: String) throws(SiteOutputError) {
        let path = "\(folder)/\(SiteManifest.name)"
        let bytes: [UInt8]
        do throws(FileError) {
            guard try POSIX.exists(path) else {
                files = []
                return
            }
            bytes = try POSIX.readFile(path, limit: 64 << 20)
        } catch {
            throw .file(error)
        }
        guard let value = try? JSONValue(parsing: bytes), value.object?["schemaVersion"]?.int == 1,
            let list = value.object?["files"]?.array
        else { throw .brokenManifest(path: path) }
        files = Set(list.compactMap(\.string))
    }

    /// Replaces the list.
    ///
    /// - Parameter former: The list that is there.
    func save(_ files: Set<String>, in folder: String, over former: Set<String>? = nil) throws(FileError) {
        if files == former ?? self.files { return }
        let list = files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let value: JSONValue = ["schemaVersion": 1, "files": JSONValue(list)]
        let path = "\(folder)/\(SiteManifest.name)"
        let staged = "\(path).archbook-new"
        // It may be left from a build that was killed.
        try POSIX.removeFile(staged)
        try POSIX.createFile(staged, value.document, durable: false)
        try POSIX.moveFile(staged, to: path)
    }
}

/// Why a site could not be written.
package enum SiteOutputError: Error, Sendable, Equatable {
    case file(FileError)
    /// The folder, or one above it, is where the book itself stands.
    case holdsSource(folder: String, source: String)
    /// Something that is not of the site stands where a page belongs; `others` more files have the same trouble.
    case foreignFile(path: String, others: Int)
    case brokenManifest(path: String)
    /// Another process writes a site into the folder.
    case isBeingWritten(folder: String)
}

extension SiteOutputError: CustomStringConvertible {
    /// A sentence for the user: what stands in the way, and what to do.
    package var description: String {
        switch self {
        case .file(let error): error.description
        case .holdsSource(let folder, let source):
            "the site cannot be written to \(folder): it would stand among the book's own files, such as \(source); "
                + "choose another folder with --output"
        case .foreignFile(let path, let others):
            "\(path)\(others > 0 ? " and \(others) more" : "") would be overwritten but was not written by "
                + "`archbook site build`; nothing was written; move it away, or choose another folder with --output"
        case .brokenManifest(let path):
            "\(path) cannot be understood, so it is not known which files belong to the site; nothing was written; "
                + "remove the whole folder if it holds nothing else, or choose another one with --output"
        case .isBeingWritten(let folder):
            "another `archbook site build` is writing to \(folder); nothing was written; run the command again when it "
                + "has ended"
        }
    }
}
