package import Model

/// One record's file and what was read from it.
package struct RecordFile: Sendable, Equatable {
    /// The path relative to the workspace.
    package let path: String
    /// The file as it is; empty where it could not be read.
    package let bytes: [UInt8]
    /// What the book has of the record.
    package private(set) var entry: Entry
    /// What was understood of the record.
    package private(set) var record: Record
    /// What is wrong with the record by itself.
    package private(set) var findings: [Finding]
    /// Whether the file could not be read, so that its name is all that is known.
    package private(set) var isUnread = false
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

    /// A record whose file could not be read; it is listed all the same, and its number stays taken.
    package init(unread path: String, kind: RecordKind) {
        self.init(path: path, bytes: [], kind: kind)
        findings = []
        isUnread = true
    }

    /// The folder of the file, relative to the workspace.
    package var folder: String { PagePath.folder(of: record.dialect == .kep ? PagePath.folder(of: path) : path) }

    /// The same with the name that it has among records of several folders, and with the records that it names.
    func with(stem: String, relations: [RecordRelation]) -> RecordFile {
        var file = self
        file.record.stem = stem
        file.record.relations = relations
        file.entry.content = entry.kind == .proposal ? .proposal(file.record) : .decision(file.record)
        return file
    }

    /// The same with a status that other records give it.
    fileprivate func with(_ status: RecordStatus) -> RecordFile {
        var file = self
        file.record.status = status
        file.entry.content = entry.kind == .proposal ? .proposal(file.record) : .decision(file.record)
        return file
    }

    /// Whether the file is a draft that gets its number when a decision falls.
    package var isUnnumberedDraft: Bool { name.hasPrefix(RecordName.draftPrefix) }

    /// The last part of the path.
    package var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}

/// The records of one folder, or of several that are kept together, and how they are named and numbered.
package struct RecordSet: Sendable {
    /// The records, folder by folder, newest first: by number, then by date, then by stem.
    ///
    /// One that holds by its own word and is superseded by another that holds has the status superseded, whichever of
    /// the two files says so.
    package private(set) var files: [RecordFile]
    /// All names in the folder that new records go to, also of files that are no records.
    package let names: [String]
    /// Whether the records lie in several folders.
    package let isSpread: Bool
    private let stemsByNumber: [Int: [String]]
    /// For each stem those of the records that supersede it.
    private var successors: [String: Set<String>] = [:]
    /// For each stem those of the records that it supersedes.
    private var predecessors: [String: Set<String>] = [:]

    /// The spelling that the settings ask for.
    private let wantedSpelling: SupersedeSpelling?

    /// - Parameters:
    ///   - names: all names in the folder, also of files that are no records.
    ///   - spelling: how "supersede" is spelt; nil leaves it to the records.
    package init(_ files: [RecordFile], names: [String], spelling: SupersedeSpelling? = nil) {
        wantedSpelling = spelling
        isSpread = RecordFolders.areSeveral(files)
        let files = isSpread ? RecordFolders.named(files) : files
        let isSpread = isSpread
        self.files = files.sorted { left, right in
            if isSpread, left.folder != right.folder { return left.folder < right.folder }
            let leftKey = (left.record.number ?? 0, left.record.date?.description ?? "", left.record.stem)
            return leftKey > (right.record.number ?? 0, right.record.date?.description ?? "", right.record.stem)
        }
        self.names = names
        stemsByNumber = Dictionary(
            files.compactMap { file in file.record.number.map { ($0, [file.record.stem]) } }, uniquingKeysWith: +)
        for file in files {
            for relation in file.record.relations { take(relation, of: file.record.stem) }
        }
        let statuses = Dictionary(files.map { ($0.record.stem, $0.record.status) }) { first, _ in first }
        self.files = self.files.map { file in
            let followers = (successors[file.record.stem] ?? []).compactMap { statuses[$0] }
            let isFollowed = followers.contains { $0.isInForce || $0 == .superseded }
            return file.record.status.isInForce && isFollowed ? file.with(.superseded) : file
        }
    }

    /// The records, folder by folder, oldest first.
    package var oldestFirst: [RecordFile] {
        isSpread ? files.chunked(by: \.folder).flatMap { $0.reversed() } : files.reversed()
    }

    /// One more than the highest number of any name in the folder.
    package var nextNumber: Int { RecordName.nextNumber(after: names) }

    /// The spelling of "supersede" that the settings ask for, else the one that the folder uses.
    package var spelling: SupersedeSpelling { wantedSpelling ?? SupersedeSpelling(usedBy: files.lazy.map(\.record)) }

    /// Whether two records of one folder have one number.
    package var sharesNumbers: Bool { !isSpread && stemsByNumber.values.contains { $0.count > 1 } }

    /// Finds a record by its number, its stem, its file, or a beginning of its stem that no other has.
    ///
    /// - Throws: `RecordError.unknownRecord`, `RecordError.ambiguousRecord`.
    package func find(_ name: String) throws(RecordError) -> RecordFile {
        let last = name.split(separator: "/").last.map(String.init) ?? ""
        let stem = RecordName.stem(ofFile: last)
        let files = name.contains("/") ? files.filter { RecordSet.isMeant($0.path, by: name) } : files
        var matches = files.filter { $0.record.stem == stem || RecordName.stem(ofPath: $0.path) == stem }
        if matches.count == 1 { return matches[0] }
        if matches.isEmpty, let number = Int(stem), number >= 0 {
            matches = files.filter { $0.record.number == number }
        }
        if matches.isEmpty, !stem.isEmpty {
            matches = files.filter { RecordName.stem(ofPath: $0.path).hasPrefix(stem) }
        }
        guard let match = matches.first else {
            throw RecordError.unknownRecord(name, existing: files.map(\.record.stem))
        }
        guard matches.count == 1 else { throw RecordError.ambiguousRecord(name, paths: matches.map(\.path).sorted()) }
        return match
    }

    /// Whether a path that was typed in some folder may be that of a record: the folders that it names are the record's.
    private static func isMeant(_ path: String, by typed: String) -> Bool {
        func folders(_ path: String) -> [Substring] {
            let parts = path.split(separator: "/").filter { $0 != "." && $0 != ".." }
            return parts.dropLast(parts.last == "kep.yaml" ? 2 : 1)
        }
        let (folders, own) = (folders(typed), folders(path))
        let count = min(folders.count, own.count)
        return folders.suffix(count).elementsEqual(own.suffix(count))
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
