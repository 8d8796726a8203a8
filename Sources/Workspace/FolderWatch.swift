import Model
import Synchronization

/// Watches folders with all that is in them, and tells when something has been saved there.
///
/// Folders that come later are watched too. What is hidden and what editors leave beside a file for a moment is passed
/// over.
package final class FolderWatch: Sendable {
    private let places: [Place]
    private let excluded: Set<String>
    private let notices: ChangeNotices
    private let watched = Mutex<[Int32: Place]>([:])
    private let saved = Mutex<Set<String>>([])

    /// A folder, and whether what is in it is watched too.
    package struct Place: Sendable, Hashable {
        package var path: String
        package var isDeep: Bool

        package init(_ path: String, isDeep: Bool = true) {
            self.path = path
            self.isDeep = isDeep
        }
    }

    /// Begins to watch; what is saved from now on will be told.
    ///
    /// - Parameters:
    ///   - places: folders by their absolute paths; one that is not there is passed over.
    ///   - excluded: the absolute paths of folders below them that are not watched.
    /// - Throws: also when the system has no watches left.
    package init(_ places: [Place], except excluded: Set<String> = []) throws(FileError) {
        self.places = places
        self.excluded = excluded
        notices = try ChangeNotices()
        for place in places { try add(place) }
    }

    /// A tick for each change that is worth a look; several while nobody looks are one.
    ///
    /// It can be asked for once; when nobody listens any more, the watch is over.
    package func changes() -> AsyncStream<Void> {
        let (changes, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let end = notices.listen { [self] notices in
            let paths = notices.flatMap(take)
            guard !paths.isEmpty else { return }
            saved.withLock { $0.formUnion(paths) }
            continuation.yield()
        }
        continuation.onTermination = { _ in end() }
        return changes
    }

    /// The absolute paths of what has changed since this was last asked, sorted.
    package func takeSaved() -> [String] {
        saved.withLock { saved in
            defer { saved = [] }
            return saved.sorted()
        }
    }

    /// Takes up a notice: the paths that it tells to be looked at, none when it cannot be about the book.
    private func take(_ notice: ChangeNotices.Notice) -> [String] {
        if notice.folder < 0 {
            // Notices were lost, and with them perhaps new folders.
            for place in places { try? add(place) }
            return places.map(\.path)
        }
        guard !notice.name.hasPrefix("."), !notice.name.hasSuffix("~") else { return [] }
        guard let place = watched.withLock({ $0[notice.folder] }) else { return [] }
        let path = notice.name.isEmpty ? place.path : "\(place.path)/\(notice.name)"
        if excluded.contains(path) { return [] }
        // It is watched before it is told of, so that what is saved in it after the book was read is told too.
        if notice.isNewFolder { for new in newPlaces(place, path) { try? add(new) } }
        return [path]
    }

    /// What a folder that has come adds: itself within a watched tree, or a place that was not there at the start.
    private func newPlaces(_ parent: Place, _ path: String) -> [Place] {
        parent.isDeep ? [Place(path)] : places.filter { $0.path == path || $0.path.hasPrefix("\(path)/") }
    }

    private func add(_ place: Place) throws(FileError) {
        var pending = [place.path]
        var visited: Set<FileIdentity> = []
        while let path = pending.popLast() {
            guard !excluded.contains(path), let status = try? POSIX.status(path), status.kind == .directory,
                visited.insert(status.identity).inserted, let number = try notices.watch(path)
            else { continue }
            watched.withLock { $0[number] = Place(path, isDeep: place.isDeep || $0[number]?.isDeep == true) }
            guard place.isDeep else { continue }
            let items = (try? POSIX.listDirectory(path)) ?? []
            for item in items where item.kind == .directory || item.kind == .symlink {
                if item.isWellFormed, !item.name.hasPrefix(".") { pending.append("\(path)/\(item.name)") }
            }
        }
    }
}
