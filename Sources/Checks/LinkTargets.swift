import Model

/// What the links of a book's files lead to within the workspace.
struct LinkTargets {
    /// Where a link leads.
    enum Target: Equatable {
        /// To the web, or anywhere else outside the workspace, which only `links check` can look at.
        case elsewhere
        /// To a file or folder of the workspace, and to a name in it.
        case file(String, anchor: String?)
        /// To a file that has no such name.
        case missingAnchor(String, in: String)
        case missingFile
        case nowhere
    }

    private let files: [String: CheckedFile]
    private let surroundings: [String: Surrounding]

    init(_ book: Book) {
        files = Dictionary(book.checkedFiles.map { ($0.path, $0) }) { first, _ in first }
        surroundings = book.surroundings
    }

    /// Where a link of a file leads.
    func target(of link: WrittenLink, in file: CheckedFile) -> Target {
        guard !link.destination.isEmpty else { return .nowhere }
        guard case .relative(let path, let fragment) = WebAddress(link.destination) else { return .elsewhere }
        if path.isEmpty { return anchor(fragment, in: file.path) }
        let candidates = PagePath.candidates(for: path, in: file.path)
        // What lies outside the workspace cannot be looked at.
        guard !candidates.isEmpty else { return .elsewhere }
        guard let found = candidates.first(where: { files[$0] != nil || surroundings[$0] != nil }) else {
            return .missingFile
        }
        return anchor(fragment, in: found)
    }

    /// The names that links can lead to in a file; nil when it is no Markdown.
    func anchors(of path: String) -> Set<String>? {
        if let file = files[path] { return file.anchors }
        if case .markdown(let anchors) = surroundings[path] { return anchors }
        return nil
    }

    /// The paths of the book's files that have a name.
    func paths(named name: String) -> [String] { files.keys.filter { PagePath.fileName(of: $0) == name }.sorted() }

    private func anchor(_ fragment: String?, in path: String) -> Target {
        guard let fragment, !fragment.isEmpty, !Self.isLineNumber(fragment), let anchors = anchors(of: path) else {
            return .file(path, anchor: nil)
        }
        for name in [fragment, fragment.lowercased()] where anchors.contains(name) { return .file(path, anchor: name) }
        return .missingAnchor(fragment, in: path)
    }

    /// Whether a fragment names lines as GitHub does: `L12` or `L12-L20`.
    private static func isLineNumber(_ fragment: String) -> Bool {
        fragment.first == "L" && fragment.utf8.dropFirst().first?.isDigit == true
    }
}
