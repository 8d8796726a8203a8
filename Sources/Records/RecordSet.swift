package import Model

/// One record's file and what was read from it.
package struct RecordFile: Sendable, Equatable {
    /// The path relative to the workspace.
    package let path: String
    package let bytes: [UInt8]
    package let entry: Entry
    package let record: Record
    package let findings: [Finding]

    /// Reads a record; see `RecordReader`.
    package init(path: String, bytes: [UInt8], kind: RecordKind) {
        let reading = RecordReader.read(path: path, bytes: bytes, kind: kind)
        self.path = path
        self.bytes = bytes
        self.entry = reading.entry
        self.record = reading.record
        self.findings = reading.findings
    }

    /// The last part of the path.
    package var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}

/// The records of one folder, and how they are named and numbered.
package struct RecordSet: Sendable {
    /// The records, newest first: by number, then by date, then by stem.
    package let files: [RecordFile]
    /// All names in the folder, also of files that are no records.
    package let names: [String]

    package init(_ files: [RecordFile], names: [String]) {
        self.files = files.sorted { left, right in
            let leftKey = (left.record.number ?? 0, left.record.date?.description ?? "", left.record.stem)
            return leftKey > (right.record.number ?? 0, right.record.date?.description ?? "", right.record.stem)
        }
        self.names = names
    }

    package var nextNumber: Int { RecordName.nextNumber(after: names) }

    /// The spelling of "supersede" that the folder uses.
    package var spelling: SupersedeSpelling { SupersedeSpelling(usedBy: files.lazy.map(\.record)) }

    /// Finds a record by its number, its stem, its file, or a beginning of its stem that no other has.
    ///
    /// - Throws: `RecordError.unknownRecord`, `RecordError.ambiguousRecord`.
    package func find(_ name: String) throws(RecordError) -> RecordFile {
        let last = name.split(separator: "/").last.map(String.init) ?? ""
        let stem = RecordName.stem(ofFile: last)
        if let file = files.first(where: { $0.record.stem == stem }) { return file }
        var matches: [RecordFile] = []
        if let number = Int(stem), number >= 0 { matches = files.filter { $0.record.number == number } }
        if matches.isEmpty, !stem.isEmpty { matches = files.filter { $0.record.stem.hasPrefix(stem) } }
        guard let match = matches.first else {
            throw RecordError.unknownRecord(name, existing: files.map(\.record.stem))
        }
        guard matches.count == 1 else { throw RecordError.ambiguousRecord(name, paths: matches.map(\.path).sorted()) }
        return match
    }

    /// The stems of the records that supersede one: those that it names, and those that name it.
    package func successors(of file: RecordFile) -> [String] {
        linked(file, by: .supersededBy, reverse: .supersedes)
    }

    /// The stems of the records that one supersedes: those that it names, and those that name it.
    package func predecessors(of file: RecordFile) -> [String] {
        linked(file, by: .supersedes, reverse: .supersededBy)
    }

    /// The stem of the record that a relation means, also where it gives nothing but a number.
    package func target(of relation: RecordRelation) -> String? {
        if let target = relation.target { return target }
        let digits = relation.targetText.drop { !$0.isNumber }.prefix { $0.isNumber }
        let matches = files.filter { $0.record.number != nil && $0.record.number == Int(digits) }
        return matches.count == 1 ? matches.first?.record.stem : nil
    }

    private func linked(
        _ file: RecordFile,
        by kind: RecordRelation.Kind,
        reverse: RecordRelation.Kind
    ) -> [String] {
        var stems = file.record.relations.filter { $0.kind == kind }.compactMap(target)
        for other in files where other.record.stem != file.record.stem {
            let named = other.record.relations.filter { $0.kind == reverse }.compactMap(target)
            if named.contains(file.record.stem) { stems.append(other.record.stem) }
        }
        return Set(stems).sorted()
    }
}
