extension OpenWorkspace {
    /// The bytes of a file beside the notes or the records, for pages that show it or lead to it.
    ///
    /// Nothing is given from outside the book's own folders, whatever symbolic links say, nor hidden or very large files.
    package func publishedFile(_ path: String) -> [UInt8]? {
        guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { return nil }
        guard let real = try? POSIX.realPath(self.path(path)), isInBook(real) else { return nil }
        guard let status = try? POSIX.status(real), status.kind == .file, status.size <= Self.largestPublished else {
            return nil
        }
        return try? POSIX.readFile(real, limit: Self.largestPublished)
    }

    private func isInBook(_ real: String) -> Bool {
        [settings.knowledge, settings.decisions, settings.proposals].contains { folder in
            guard let base = try? POSIX.realPath(path(folder)) else { return false }
            return real.hasPrefix(base == "/" ? "/" : "\(base)/") && real.hasPrefix(root == "/" ? "/" : "\(root)/")
        }
    }

    /// The number of bytes beyond which a file is no part of a site.
    private static let largestPublished = 32 * 1024 * 1024
}
