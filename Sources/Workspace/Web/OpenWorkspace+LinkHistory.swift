package import LinkHealth
package import Model

extension OpenWorkspace {
    /// What is known of the links of the book; nothing where no link was asked for yet.
    package func linkHistory() throws(FileError) -> LinkHistory {
        LinkHistory(try linkHistoryBytes() ?? [])
    }

    /// Joins what a run saw to what is known, and writes it.
    ///
    /// The file is read anew, so that two runs at a time do not undo each other.
    ///
    /// - Returns: what is known now.
    /// - Throws: `FileError` when the file can be neither read nor written.
    package func addToLinkHistory(_ sightings: [LinkSighting], on day: Day) throws -> LinkHistory {
        if sightings.isEmpty { return try linkHistory() }
        // The journal of the change lies in the same folder, and makes it when it is not there.
        try POSIX.makeDirectories(".archbook", in: root)
        return try FileTransaction.commit(in: root) {
            let before = try linkHistoryBytes()
            var history = LinkHistory(before ?? [])
            for sighting in sightings { history.add(sighting, on: day) }
            let after = history.bytes
            let isNew = after != before ?? []
            return (isNew ? [FileChange(path: LinkHistory.path, before: before, after: after)] : [], history)
        }
    }

    /// Removes what is known of some addresses.
    ///
    /// - Throws: `FileError` when the file can be neither read nor written.
    package func forgetLinks(_ urls: Set<String>) throws {
        try FileTransaction.commit(in: root) {
            let before = try linkHistoryBytes()
            var history = LinkHistory(before ?? [])
            history.forget(urls)
            let after = history.bytes
            let isNew = after != before ?? []
            return (isNew ? [FileChange(path: LinkHistory.path, before: before, after: after)] : [], ())
        }
    }

    private func linkHistoryBytes() throws(FileError) -> [UInt8]? {
        let file = path(LinkHistory.path)
        return try POSIX.exists(file) ? try POSIX.readFile(file) : nil
    }
}
