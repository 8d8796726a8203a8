package import Model
import Reading
package import Search
import Synchronization

extension OpenWorkspace {
    /// An engine that answers from the present content of the workspace.
    ///
    /// It comes from the cache as far as that still holds; only files that have changed are read. Without a usable cache
    /// the whole book is read, and the answers are the same.
    ///
    /// - Parameter version: the version of the program; an index of another one is not used.
    package func searchEngine(version: String, environment: [String: String]) async -> SearchEngine {
        let cache = SearchCache(root: root, environment: environment)
        let sources = SearchSources(self)
        let vocabularyBytes = (try? POSIX.readFile(path(settings.vocabulary), limit: Self.largestVocabulary)) ?? []
        let fingerprint = SearchEngine.fingerprint(version: version, vocabulary: vocabularyBytes)
        if let base = cache.open(fingerprint: fingerprint),
            let engine = try? await update(base, with: sources, cache)
        {
            return engine
        }
        return await rebuild(sources, cache, fingerprint: fingerprint)
    }

    /// An engine from the sources alone, for when the cache turns out to be damaged; the cache is replaced.
    package func rebuiltSearchEngine(version: String, environment: [String: String]) async -> SearchEngine {
        let vocabularyBytes = (try? POSIX.readFile(path(settings.vocabulary), limit: Self.largestVocabulary)) ?? []
        return await rebuild(
            SearchSources(self), SearchCache(root: root, environment: environment),
            fingerprint: SearchEngine.fingerprint(version: version, vocabulary: vocabularyBytes))
    }

    /// The vocabulary of the workspace; empty when it has none.
    package func readVocabulary() -> (vocabulary: Vocabulary, findings: [Finding]) {
        let file = settings.vocabulary
        guard let bytes = try? POSIX.readFile(path(file), limit: Self.largestVocabulary) else {
            return (Vocabulary(), [])
        }
        return VocabularyReader.read(bytes.text, path: file)
    }

    private static let largestVocabulary = 4 << 20
    private static let placesATask = 16
    /// The number of changed places beyond which a large cache is written anew; fewer cost less to read at each search.
    private static let mostChanges = 8
    /// The size up to which a cache is written anew for any change, in bytes: that takes a millisecond or two.
    private static let smallCache = 1 << 20

    // MARK: Using the cache

    private func update(
        _ base: IndexSegment, with sources: SearchSources, _ cache: SearchCache
    ) async throws(IndexDamage) -> SearchEngine {
        let state = CacheState(base, sources)
        if state.changed.isEmpty, state.removed.isEmpty {
            if !state.refreshed.isEmpty {
                let moment = cache.moment()
                cache.write(try base.encoded(with: state.units(of: base), startedAt: moment))
            }
            return try SearchEngine(base, load: SourcePieces(root: root).read)
        }
        let isWritten = base.size <= Self.smallCache || state.isLarge(Self.mostChanges)
        let moment = isWritten ? cache.moment() : 0
        let vocabulary = try base.vocabulary()
        var builder = await build(state.changed, of: sources, vocabulary)
        var segments = SegmentSet()
        guard isWritten else {
            let bytes = builder.encoded(vocabulary: Vocabulary(), fingerprint: 0, startedAt: 0)
            segments.add(base, without: state.dropped)
            segments.add(try IndexSegment(IndexBytes(bytes)))
            return engine(segments, vocabulary)
        }
        try builder.absorb(base) { !state.dropped.contains($0.name) }
        let bytes = builder.encoded(vocabulary: vocabulary, fingerprint: base.fingerprint, startedAt: moment)
        cache.write(bytes)
        segments.add(try IndexSegment(IndexBytes(bytes)))
        return engine(segments, vocabulary)
    }

    private func rebuild(_ sources: SearchSources, _ cache: SearchCache, fingerprint: UInt64) async -> SearchEngine {
        let moment = cache.moment()
        let vocabulary = readVocabulary().vocabulary
        let builder = await build(sources.places, of: sources, vocabulary)
        let bytes = builder.encoded(vocabulary: vocabulary, fingerprint: fingerprint, startedAt: moment)
        cache.write(bytes)
        var segments = SegmentSet()
        if let segment = try? IndexSegment(IndexBytes(bytes)) { segments.add(segment) }
        return engine(segments, vocabulary)
    }

    private func engine(_ segments: SegmentSet, _ vocabulary: Vocabulary) -> SearchEngine {
        SearchEngine(segments, vocabulary: vocabulary, load: SourcePieces(root: root).read)
    }

    /// Reads places on all processors; the result does not depend on their timing.
    private func build(
        _ places: [SearchSources.Place], of sources: SearchSources, _ vocabulary: Vocabulary
    ) async -> IndexBuilder {
        var parts: [(number: Int, builder: IndexBuilder)] = []
        await withTaskGroup(of: (Int, IndexBuilder).self) { group in
            for start in stride(from: 0, to: places.count, by: Self.placesATask) {
                let batch = places[start..<min(start + Self.placesATask, places.count)]
                group.addTask {
                    var tagger = ConceptTagger(vocabulary)
                    var builder = IndexBuilder()
                    for place in batch { builder.add(sources.read(place, &tagger)) }
                    return (start, builder)
                }
            }
            for await part in group { parts.append(part) }
        }
        var whole = IndexBuilder()
        for part in parts.sorted(by: { $0.number < $1.number }) { whole.absorb(part.builder) }
        return whole
    }
}

/// Gives pieces of sources, of which several in turn are of the same file.
private final class SourcePieces: Sendable {
    private let root: String
    private let latest = Mutex<(path: String, file: PieceFile)?>(nil)

    init(root: String) { self.root = root }

    @Sendable func read(_ path: String, _ range: Range<Int>) -> [UInt8]? {
        latest.withLock { latest in
            if let latest, latest.path == path { return latest.file.read(range) }
            guard let file = try? PieceFile("\(root)/\(path)") else { return nil }
            latest = (path, file)
            return file.read(range)
        }
    }
}

/// How the files of a workspace stand to those that an index was made of.
private struct CacheState {
    /// The places that are new or have other contents.
    private(set) var changed: [SearchSources.Place] = []
    /// The places whose contents are the same, though the file system tells otherwise.
    private(set) var refreshed: [String: [FileStamp]] = [:]
    /// The names of places that are no longer there.
    private(set) var removed: Set<String> = []

    init(_ base: IndexSegment, _ sources: SearchSources) {
        // Mostly the places are those of the index in the same order, and no name need be looked up.
        let isSame = base.units.map(\.name) == sources.places.map(\.name)
        var old = isSame ? [:] : Dictionary(uniqueKeysWithValues: base.units.map { ($0.name, $0.files) })
        for (number, place) in sources.places.enumerated() {
            guard let files = isSame ? base.units[number].files : old.removeValue(forKey: place.name) else {
                changed.append(place)
                continue
            }
            let place = sources.extended(place, like: files)
            if Self.isTrusted(files, place.files, startedAt: base.startedAt) { continue }
            let hashed = sources.hashed(place)
            if hashed.files.count == files.count,
                zip(hashed.files, files).allSatisfy({ $0.path == $1.path && $0.hash == $1.hash })
            {
                refreshed[place.name] = hashed.files
            } else {
                changed.append(place)
            }
        }
        removed = Set(old.keys)
    }

    /// The names of the units of the index that do not hold any more.
    var dropped: Set<String> { removed.union(changed.map(\.name)) }

    func isLarge(_ limit: Int) -> Bool { changed.count + removed.count > limit }

    func units(of base: IndexSegment) -> [UnitRow] {
        base.units.map { unit in
            var unit = unit
            unit.files = refreshed[unit.name] ?? unit.files
            return unit
        }
    }

    /// Whether files are the same by what the file system tells.
    ///
    /// One that changed at the moment of reading or later may have changed again within the same tick of the clock; git
    /// calls such files racy and looks at their contents, and so does this.
    private static func isTrusted(_ old: [FileStamp], _ new: [FileStamp], startedAt: Int) -> Bool {
        guard old.count == new.count else { return false }
        return zip(old, new).allSatisfy { old, new in
            old.path == new.path && old.looksLike(new) && new.modified < startedAt && new.changed < startedAt
        }
    }
}
