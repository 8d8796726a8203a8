import Diagrams
import Model
import Reading
import Records
import Search

/// The places of a workspace that search reads, with what the file system says of their files.
struct SearchSources {
    /// One place that is read as a whole.
    struct Place: Sendable {
        var name: String
        var files: [FileStamp]
        /// What records the place has; nil for a source.
        var records: RecordKind?
    }

    let workspace: OpenWorkspace
    private(set) var places: [Place] = []

    init(_ workspace: OpenWorkspace) {
        self.workspace = workspace
        let walk = SourceWalk(workspace.settings.knowledge, in: workspace.root, needsStatus: true) { name in
            SourceWalk.isSource(name) || OpenWorkspace.isDiagram(name)
        }
        places.reserveCapacity(walk.files.count)
        // Files of diagrams include each other, so they are one place.
        var diagrams: [FileStamp] = []
        for (path, status) in zip(walk.files, walk.statuses) {
            let stamp = Self.stamp(path, status)
            if OpenWorkspace.isDiagram(path) {
                diagrams.append(stamp)
            } else {
                places.append(Place(name: path, files: [stamp]))
            }
        }
        if !diagrams.isEmpty { places.append(Place(name: Self.diagrams, files: diagrams)) }
        let folders = [RecordKind.decision, .proposal].flatMap { kind in
            workspace.recordFolders(kind).map { (folder: $0, kind: kind) }
        }
        for (folder, kind) in folders {
            let isRecord = { (item: DirectoryItem) in
                item.kind != .directory && RecordName.isRecord(file: item.name)
            }
            let items = (try? POSIX.listDirectory(workspace.path(folder), needsStatus: isRecord)) ?? []
            let files = items.filter(isRecord).map { Self.stamp("\(folder)/\($0.name)", $0.status) }
            if !files.isEmpty { places.append(Place(name: "\(folder)/", files: files, records: kind)) }
        }
    }

    private static func stamp(_ path: String, _ status: FileStatus?) -> FileStamp {
        guard let status else { return .missing(path) }
        return FileStamp(
            path: path, size: status.size, modified: status.modified, changed: status.changed,
            identity: status.identity)
    }

    /// The files of a place with the hashes of their contents.
    func hashed(_ place: Place) -> Place {
        var place = place
        for index in place.files.indices {
            let bytes = try? POSIX.readFile(workspace.path(place.files[index].path))
            place.files[index].hash = bytes.map(FileStamp.hash(of:)) ?? 0
        }
        return place
    }

    /// Reads a place; what cannot be read has nothing to search.
    func read(_ place: Place, _ tagger: inout ConceptTagger) -> SearchUnit {
        if let kind = place.records { return readRecords(place, kind, &tagger) }
        if place.name == Self.diagrams { return readDiagrams(place, &tagger) }
        var files = place.files
        guard let bytes = try? POSIX.readFile(workspace.path(place.name), limit: OpenWorkspace.largestSource) else {
            return SearchUnit(name: place.name, files: files, entries: [])
        }
        files[0].hash = FileStamp.hash(of: bytes)
        guard case .read(let document) = workspace.source(place.name, bytes).tagged(by: &tagger) else {
            return SearchUnit(name: place.name, files: files, entries: [])
        }
        let blocks = workspace.readDiagramBlocks(bytes, place.name)
        files += usedFiles(blocks, beside: files)
        let diagrams = Self.entries(of: blocks, &tagger)
        return SearchUnit(
            name: place.name, files: files, entries: document.entries + diagrams, passages: document.passages,
            text: bytes)
    }

    /// The name of the place of all files of diagrams; no path ends in a colon and a blank.
    private static let diagrams = "diagrams: "

    private func readDiagrams(_ place: Place, _ tagger: inout ConceptTagger) -> SearchUnit {
        let documents = workspace.readDiagramFiles(place.files.map(\.path))
        return SearchUnit(
            name: place.name, files: hashed(place).files, entries: Self.entries(of: documents, &tagger))
    }

    private static func entries(of documents: [DiagramDocument], _ tagger: inout ConceptTagger) -> [Entry] {
        var entries = documents.flatMap(\.entries)
        for index in entries.indices { tagger.tag(&entries[index]) }
        return entries
    }

    private func readRecords(_ place: Place, _ kind: RecordKind, _ tagger: inout ConceptTagger) -> SearchUnit {
        let folder = String(place.name.dropLast())
        var entries = (try? workspace.readRecords(in: folder, kind: kind, isReadable: true).set.entries) ?? []
        for index in entries.indices { tagger.tag(&entries[index]) }
        let blocks = place.files.flatMap { workspace.readDiagramBlocks($0.path) }
        entries += Self.entries(of: blocks, &tagger)
        let files = hashed(place).files
        return SearchUnit(name: place.name, files: files + usedFiles(blocks, beside: files), entries: entries)
    }

    /// The files that blocks use or include, so that a change of theirs is a change of the blocks.
    private func usedFiles(_ blocks: [DiagramDocument], beside own: [FileStamp]) -> [FileStamp] {
        let paths = Set(blocks.flatMap(\.files)).subtracting(own.map(\.path))
        return hashed(Place(name: "", files: paths.sorted().map(stamp))).files
    }

    /// A place with the stamps of the files that it used when it was read.
    func extended(_ place: Place, like old: [FileStamp]) -> Place {
        guard place.name != Self.diagrams, old.count > place.files.count else { return place }
        var place = place
        place.files += old.dropFirst(place.files.count).map { stamp($0.path) }
        return place
    }

    private func stamp(_ path: String) -> FileStamp { Self.stamp(path, try? POSIX.status(workspace.path(path))) }
}
