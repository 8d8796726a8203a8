import Model
import Reading

extension OpenWorkspace {
    /// Adds what only the rules look at to a book that was read: the links and words of its files, and what those lead to.
    ///
    /// A file that can no longer be read is left out; reading the book has told of it.
    ///
    /// - Parameter read: What has been read already.
    func addCheckedFiles(_ read: [CheckedFile], to book: inout Book) async {
        let records = book.entries.filter { $0.record != nil }.map(\.source.path)
        let wanted = Set(book.documents.map(\.path) + records).subtracting(read.map(\.path))
        let paths = wanted.filter { !$0.hasSuffix(".yaml") }.sorted()
        var files = read
        await withTaskGroup(of: [CheckedFile].self) { group in
            for start in stride(from: 0, to: paths.count, by: Self.checkedFilesATask) {
                let part = paths[start..<min(start + Self.checkedFilesATask, paths.count)]
                group.addTask { part.compactMap(checkedFile) }
            }
            for await part in group { files += part }
        }
        book.checkedFiles = files.sorted { $0.path < $1.path }
        book.surroundings = surroundings(of: book.checkedFiles)
        book.replies = replies(in: book)
    }

    private static let checkedFilesATask = 16

    private func checkedFile(_ path: String) -> CheckedFile? {
        let bytes = try? POSIX.readFile(self.path(path), limit: Self.largestSource)
        return bytes.map { CheckedFileReader.read(path: path, bytes: $0) }
    }

    /// What the links of some files lead to, without those files themselves.
    private func surroundings(of files: [CheckedFile]) -> [String: Surrounding] {
        var wanted: Set<String> = []
        let known = Set(files.map(\.path))
        for file in files {
            for link in file.links {
                guard case .relative(let path, _) = WebAddress(link.destination), !path.isEmpty else { continue }
                // What comes after a file of the book is never asked for.
                wanted.formUnion(PagePath.candidates(for: path, in: file.path).prefix { !known.contains($0) })
            }
        }
        var found: [String: Surrounding] = [:]
        for path in wanted {
            asked?.note(path)
            guard (try? POSIX.exists(self.path(path))) == true else { continue }
            let isMarkdown = [".md", ".markdown"].contains { path.lowercased().hasSuffix($0) }
            let file = isMarkdown ? checkedFile(path) : nil
            found[path] = file.map { .markdown(anchors: $0.anchors) } ?? .other
        }
        return found
    }
}
