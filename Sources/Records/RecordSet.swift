package import Model

/// One record's file and what was read from it.
package struct RecordFile: Sendable, Equatable {
    /// The path relative to the workspace.
    package let path: String
    package let bytes: [UInt8]
    package let entry: Entry
    package let record: Record
    package let findings: [Finding]
    /// The states of the team's own process.
    package let states: [ProcessState]

    /// Reads a record; see `RecordReader`.
    package init(path: String, bytes: [UInt8], kind: RecordKind, states: [ProcessState] = []) {
        let reading = RecordReader.read(path: path, bytes: bytes, kind: kind, states: states)
        self.states = states
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
    private let stemsByNumber: [Int: [String]]
    /// For each stem those of the records that supersede it.
    private var successors: [String: Set<String>] = [:]
    /// For each stem those of the records that it supersedes.
    private var predecessors: [String: Set<String>] = [:]

    /// The spelling that the settings ask for.
    private let wantedSpelling: SupersedeSpelling?

    package init(_ files: [RecordFile], names: [String], spelling: SupersedeSpelling? = nil) {
        wantedSpelling = spelling
        self.files = files.sorted { left, right in
            let leftKey = (left.record.number ?? 0, left.record.date?.description ?? "", left.record.stem)
            return leftKey > (right.record.number ?? 0, right.record.date?.description ?? "", right.record.stem)
        }
        self.names = names
        stemsByNumber = Dictionary(
            files.compactMap { file in file.record.number.map { ($0, [file.record.stem]) } }, uniquingKeysWith: +)
        for file in files {
            for relation in file.record.relations { take(relation, of: file.record.stem) }
        }
    }

    package var nextNumber: Int { RecordName.nextNumber(after: names) }

    /// The spelling of "supersede" that the settings ask for, else the one that the folder uses.
    package var spelling: SupersedeSpelling { wantedSpelling ?? SupersedeSpelling(usedBy: files.lazy.map(\.record)) }

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
    package func successors(of file: RecordFile) -> [String] { (successors[file.record.stem] ?? []).sorted() }

    /// The stems of the records that one supersedes: those that it names, and those that name it.
    package func predecessors(of file: RecordFile) -> [String] { (predecessors[file.record.stem] ?? []).sorted() }

    /// Whether a record held on a day: it was accepted by then, and none of its successors was.
    ///
    /// A record without a date cannot tell and counts as not in force.
    package func isInForce(_ file: RecordFile, on day: Day) -> Bool {
        guard let date = file.record.date, date <= day else { return false }
        let followers = successors(of: file).compactMap { stem in files.first { $0.record.stem == stem } }
        let isFollowed = followers.contains { follower in
            let counts = follower.record.status.isInForce || follower.record.status == .superseded
            return counts && (follower.record.date.map { $0 <= day } ?? true)
        }
        if isFollowed { return false }
        return file.record.status.isInForce || (file.record.status == .superseded && !followers.isEmpty)
    }

    /// The stem of the record that a relation means, also where it gives nothing but a number.
    package func target(of relation: RecordRelation) -> String? {
        if let target = relation.target { return target }
        let digits = relation.targetText.drop { !$0.isNumber }.prefix { $0.isNumber }
        let stems = Int(digits).flatMap { stemsByNumber[$0] } ?? []
        return stems.count == 1 ? stems.first : nil
    }

    private mutating func take(_ relation: RecordRelation, of stem: String) {
        guard let target = target(of: relation) else { return }
        switch relation.kind {
        case .supersedes:
            predecessors[stem, default: []].insert(target)
            successors[target, default: []].insert(stem)
        case .supersededBy:
            successors[stem, default: []].insert(target)
            predecessors[target, default: []].insert(stem)
        default: break
        }
    }
}
