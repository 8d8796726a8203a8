package import Model
import Reading
package import Records

extension OpenWorkspace {
    /// Reads the records of a folder of the workspace; a file that cannot be read is a finding, and is listed.
    ///
    /// - Parameters:
    ///   - folder: the path relative to the workspace; a folder that is not there has no records.
    ///   - isReadable: whether broken encodings are undone in memory, as the catalog wants it; edits need the bytes of
    ///     the file.
    /// - Throws: when the folder itself cannot be listed.
    package func readRecords(
        in folder: String,
        kind: RecordKind,
        isReadable: Bool
    ) throws(FileError) -> (set: RecordSet, findings: [Finding]) {
        guard try POSIX.exists(path(folder)) else { return (RecordSet([], names: []), []) }
        let items = try POSIX.listDirectory(path(folder))
        var files: [RecordFile] = []
        var findings: [Finding] = []
        for item in items {
            let name = "\(folder)/\(item.name)" + (item.kind == .directory ? "/kep.yaml" : "")
            guard try isRecord(item, name, kind) else { continue }
            do throws(FileError) {
                let bytes = try readRecord(name)
                let source = SourceText(path: name, fileBytes: bytes)
                files.append(
                    RecordFile(
                        path: name, bytes: isReadable ? source.bytes : bytes, kind: kind,
                        states: settings.process.states))
                findings += isReadable ? source.findings : []
            } catch {
                files.append(RecordFile(unread: name, kind: kind))
                let message = item.isWellFormed ? "\(error)" : Self.nameNotUTF8
                findings.append(Finding(rule: "record.unreadable", severity: .error, path: name, message: message))
            }
        }
        return (
            RecordSet(files, names: items.map(\.name), spelling: settings.supersedeSpelling),
            (findings + files.flatMap(\.findings)).sorted()
        )
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
        files.reversed().map { file in
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
