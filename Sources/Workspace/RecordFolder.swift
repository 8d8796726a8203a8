package import Model
import Reading
package import Records

extension OpenWorkspace {
    /// Reads the records of folders of the workspace; a file that cannot be read is a finding, and is listed.
    ///
    /// - Parameters:
    ///   - folder: the path relative to the workspace; a folder that is not there has no records. New records go there.
    ///   - others: further folders whose records are kept together with those.
    ///   - isReadable: whether broken encodings are undone in memory, as the catalog wants it; edits need the bytes of
    ///     the file.
    /// - Throws: when a folder itself cannot be listed.
    package func readRecords(
        in folder: String,
        beside others: [String] = [],
        kind: RecordKind,
        isReadable: Bool
    ) throws(FileError) -> (set: RecordSet, findings: [Finding]) {
        let listing = try listRecords(in: [folder] + others, kind: kind)
        let read = listing.candidates.map { self.read($0, kind, isReadable: isReadable) }
        return set(of: read, names: listing.names)
    }

    /// As above, on all processors; the result does not depend on their timing.
    func readRecords(
        in folders: [String],
        kind: RecordKind
    ) async throws(FileError) -> (set: RecordSet, findings: [Finding]) {
        let listing = try listRecords(in: folders, kind: kind)
        let starts = stride(from: 0, to: listing.candidates.count, by: Self.recordsATask)
        var parts: [Int: [ReadRecord]] = [:]
        await withTaskGroup(of: (Int, [ReadRecord]).self) { group in
            for start in starts {
                let part = listing.candidates[start..<min(start + Self.recordsATask, listing.candidates.count)]
                group.addTask { (start, part.map { self.read($0, kind, isReadable: true) }) }
            }
            for await (start, part) in group { parts[start] = part }
        }
        return set(of: starts.flatMap { parts[$0] ?? [] }, names: listing.names)
    }

    /// A file that is to be read as a record.
    private struct Candidate: Sendable {
        let path: String
        let isWellFormed: Bool
    }

    private typealias ReadRecord = (file: RecordFile, findings: [Finding])

    private static let recordsATask = 32

    /// The records in some folders, and all names in the first of these.
    private func listRecords(
        in folders: [String], kind: RecordKind
    ) throws(FileError) -> (candidates: [Candidate], names: [String]) {
        var candidates: [Candidate] = []
        var names: [String] = []
        for place in folders where try POSIX.exists(path(place)) {
            let items = try POSIX.listDirectory(path(place))
            if place == folders.first { names = items.map(\.name) }
            for item in items {
                let name = "\(place)/\(item.name)" + (item.kind == .directory ? "/kep.yaml" : "")
                guard try isRecord(item, name, kind) else { continue }
                candidates.append(Candidate(path: name, isWellFormed: item.isWellFormed))
            }
        }
        return (candidates, names)
    }

    private func set(of read: [ReadRecord], names: [String]) -> (set: RecordSet, findings: [Finding]) {
        let files = read.map(\.file)
        return (
            RecordSet(files, names: names, spelling: settings.supersedeSpelling),
            (read.flatMap(\.findings) + files.flatMap(\.findings)).sorted()
        )
    }

    /// Reads one record, and tells what is wrong with its file.
    private func read(_ item: Candidate, _ kind: RecordKind, isReadable: Bool) -> ReadRecord {
        let name = item.path
        do throws(FileError) {
            let bytes = try readRecord(name)
            let source = SourceText(path: name, fileBytes: bytes)
            let file = RecordFile(
                path: name, bytes: isReadable ? source.bytes : bytes, kind: kind, states: settings.process.states)
            return (file, isReadable ? source.findings : [])
        } catch {
            let message = item.isWellFormed ? "\(error)" : Self.nameNotUTF8
            let finding = Finding(rule: "record.unreadable", severity: .error, path: name, message: message)
            return (RecordFile(unread: name, kind: kind), [finding])
        }
    }

    private static let nameNotUTF8 = "the name of this file is not UTF-8; rename it so that it can be read"
    private static let largestRecord = 16 << 20

    /// Whether something in a folder is a record: a Markdown file, or a folder with a proposal of Kubernetes.
    private func isRecord(_ item: DirectoryItem, _ name: String, _ kind: RecordKind) throws(FileError) -> Bool {
        guard item.kind == .directory else { return RecordName.isRecord(file: item.name) }
        return kind == .proposal ? try POSIX.exists(path(name)) : false
    }

    private func readRecord(_ name: String) throws(FileError) -> [UInt8] {
        let real = try POSIX.realPath(path(name))
        guard real.hasPrefix(root == "/" ? "/" : "\(root)/") else { throw FileError(name, .read, .leavesWorkspace) }
        return try POSIX.readFile(real, limit: Self.largestRecord)
    }
}

extension RecordSet {
    /// The records as entries of a book, oldest first, every relation with the stem of the record that it means.
    package var entries: [Entry] {
        oldestFirst.map { file in
            var entry = file.entry
            var record = file.record
            record.relations = record.relations.map { relation in
                var relation = relation
                relation.target = target(of: relation)
                return relation
            }
            entry.content = entry.kind == .proposal ? .proposal(record) : .decision(record)
            return entry
        }
    }
}
