import Model

/// Gives the bytes of a file of the workspace by its path; nil when there is none that may be published.
package typealias FileSource = @Sendable (_ path: String) -> [UInt8]?

/// The images and other files beside the notes that pages show or lead to.
struct AttachedFiles: Sendable {
    /// A file as it stands on the site.
    struct File: Sendable {
        /// The path on the site.
        var path: String
        var bytes: [UInt8]
        /// Whether browsers show it as an image.
        var isImage: Bool
        var size: ImageSize?
    }

    private var files: [String: File] = [:]
    /// The paths that are there and are not published, because they could run a program.
    private var refused: Set<String> = []

    private static let images: Set<String> = ["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"]
    /// Kinds of file that browsers show or keep, and never run.
    private static let passive: Set<String> = [
        "csv", "docx", "drawio", "dsl", "excalidraw", "gz", "json", "log", "mmd", "mp3", "mp4", "odp", "odt", "pdf",
        "pptx",
        "proto", "puml", "sql", "toml", "tsv", "txt", "webm", "xlsx", "yaml", "yml", "zip",
    ]

    init() {}

    /// Looks up every file that the texts lead to and that no page shows.
    init(of texts: [PageText], _ map: SiteMap, from source: FileSource) {
        var wanted: Set<String> = []
        for text in texts {
            for destination in text.destinations + text.images {
                guard let path = AttachedFiles.path(destination, in: text.source.path) else { continue }
                if map.sourcePages[path] == nil { wanted.insert(path) }
            }
        }
        var names = FileNames(reserved: [])
        for path in wanted.sorted() {
            guard let kind = AttachedFiles.kind(of: path), let bytes = source(path) else { continue }
            guard kind != "svg" || SVGSafety.isPassive(bytes) else {
                refused.insert(path)
                continue
            }
            let name = names.name(for: String(path.dropLast(kind.utf8.count + 1)))
            files[path] = File(
                path: "files/\(name).\(kind)", bytes: bytes, isImage: AttachedFiles.images.contains(kind),
                size: ImageSize(bytes))
        }
    }

    /// The files of the site.
    var siteFiles: [SiteFile] { files.values.map { SiteFile(path: $0.path, bytes: $0.bytes) } }

    /// The file that a destination in a source means.
    func file(_ destination: String, in source: String) -> File? {
        AttachedFiles.path(destination, in: source).flatMap { files[$0] }
    }

    /// Whether a destination means a file that could run a program.
    func isRefused(_ destination: String, in source: String) -> Bool {
        AttachedFiles.path(destination, in: source).map(refused.contains) ?? false
    }

    private static func path(_ destination: String, in source: String) -> String? {
        guard case .relative(let path, _) = WebAddress(destination), kind(of: path) != nil else { return nil }
        return PagePath.resolve(path, in: PagePath.folder(of: source))
    }

    /// The extension of a file that may be published, in small letters.
    private static func kind(of path: String) -> String? {
        let name = PagePath.fileName(of: path)
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else { return nil }
        let kind = name[name.utf8.index(after: dot)...].lowercased()
        return images.contains(kind) || passive.contains(kind) ? kind : nil
    }
}
