package import Model

/// What makes a new record.
package struct RecordDraft: Sendable {
    /// The title on one line; see `RecordName.title`.
    package var title: String
    /// The status as it shall be written.
    package var status: String
    /// The day that is written as the record's date.
    package var date: Day
    /// The date as it shall be written where it is not to be written as in 2026-01-12.
    package var dateText: String?
    /// The text that the record begins with.
    package var template: RecordTemplate
    /// The dialect that gives the file its name.
    package var dialect: Dialect
    /// What is filled into further places of the template, by their names.
    package var others: [String: String] = [:]
    /// Those who decide.
    package var deciders: [String] = []
    /// The tags, as words.
    package var tags: [String] = []
    /// Entries of the book that the record shall refer to, as Markdown list items.
    package var references: [String] = []
    /// Those who write a proposal.
    package var authors: [String] = []
    /// The day of review of a proposal.
    package var deadline: Day?
    /// The day on which the record is to be looked at again.
    package var revisit: Day?

    /// A record that names nobody and nothing yet.
    package init(title: String, status: String, date: Day, template: RecordTemplate, dialect: Dialect = .nygard) {
        self.title = title
        self.status = status
        self.date = date
        self.template = template
        self.dialect = dialect
    }
}

/// A relation between a new record and one that is there: `Amends`, `Amended by`.
package struct DraftRelation: Sendable {
    /// The record that is there.
    package let target: RecordFile
    /// What the new record says of it.
    package let verb: String
    /// What it says of the new record.
    package let reverse: String

    /// Whether the two verbs make the new record the successor of the other.
    package var isSuccession: Bool {
        RecordRelation.Kind(verb: verb) == .supersedes && RecordRelation.Kind(verb: reverse) == .supersededBy
    }

    /// - Parameters:
    ///   - verb: what the new record says of the other.
    ///   - reverse: what the other says of the new record.
    package init(_ verb: String, _ target: RecordFile, reverse: String) {
        self.verb = verb
        self.target = target
        self.reverse = reverse
    }
}

extension RecordSet {
    /// The changes that write a new record, mark those that it supersedes, and relate it to others.
    ///
    /// - Parameters:
    ///   - folder: the path of the records relative to the workspace; empty where they are its root.
    ///   - taken: names that are in use elsewhere, such as on other branches.
    ///   - asADRToolsDoes: whether a successor is named at the end of the section "Status", not in place of the status.
    /// - Returns: the new file first.
    package func changes(
        writing draft: RecordDraft,
        superseding old: [RecordFile],
        relating relations: [DraftRelation] = [],
        in folder: String,
        taken: [String] = [],
        asADRToolsDoes: Bool = false
    ) throws(RecordError) -> [FileChange] {
        let (number, file, text) = try begun(draft, taken: taken)
        let path = folder.isEmpty ? file : "\(folder)/\(file)"
        var new = RecordEditor(path: path, bytes: text, kind: draft.dialect.kind)
        let isNumbered = draft.dialect.names != .date
        let reference = RecordReference(
            stem: RecordName.stem(ofPath: path), number: isNumbered ? number : nil, title: draft.title, path: path,
            kind: draft.dialect.kind)
        if !(old.isEmpty && relations.isEmpty), !new.hasPlaceForStatus { throw RecordError.templateWithoutStatus }
        try new.fill(draft)
        var editors: [(file: RecordFile, editor: RecordEditor)] = []
        func edit(_ file: RecordFile, _ change: (inout RecordEditor) throws(RecordError) -> Void) throws(RecordError) {
            let index = editors.firstIndex { $0.file.path == file.path } ?? editors.endIndex
            if index == editors.endIndex { editors.append((file, file.editor)) }
            try change(&editors[index].editor)
        }
        for file in old where !editors.contains(where: { $0.file.path == file.path }) {
            try new.relate(spelling.supersedes, to: file.reference)
            try edit(file) { editor throws(RecordError) in
                if asADRToolsDoes { editor.moveStatusToEnd() }
                try editor.supersede(by: reference, verb: spelling.supersededBy)
            }
        }
        for relation in relations {
            try new.relate(relation.verb, to: relation.target.reference)
            try edit(relation.target) { editor throws(RecordError) in
                try editor.relate(relation.reverse, to: reference)
            }
        }
        return try [FileChange(path: new.path, before: nil, after: new.bytes)] + draft.companions(of: path, number)
            + editors.map { FileChange(path: $0.file.path, before: $0.file.bytes, after: $0.editor.bytes) }
    }

    /// The number, the name and the first text of a new record.
    private func begun(
        _ draft: RecordDraft,
        taken: [String]
    ) throws(RecordError) -> (number: Int, file: String, text: [UInt8]) {
        if let names = ProposalNames(draft.dialect, in: self) {
            let number = names.next(after: self.names + taken)
            let file = try names.file(number, draft.title)
            return (number, file, try draft.text(number: number, file: file, width: names.width))
        }
        let number = nextNumber(for: draft.dialect, taken: taken)
        let file = try file(for: draft, number: number, taken: taken)
        return (number, file, try draft.text(number: number, file: file))
    }

    private func nextNumber(for dialect: Dialect, taken: [String]) -> Int {
        guard case .number(let prefix) = dialect.names else { return 1 }
        return RecordName.nextNumber(after: names + taken, prefix: prefix)
    }

    private func file(for draft: RecordDraft, number: Int, taken: [String]) throws(RecordError) -> String {
        switch draft.dialect.names {
        case .number(let prefix): return prefix + (try RecordName.file(number: number, title: draft.title))
        case .date:
            let day = draft.date.description.filter { $0 != "-" }
            let stem = "\(day)-\(try RecordName.slug(draft.title))"
            let all = Set(names + taken)
            var file = "\(stem).md"
            var copy = 2
            while all.contains(file) {
                file = "\(stem)-\(copy).md"
                copy += 1
            }
            return file
        }
    }

    /// The changes that relate two records, in both files.
    ///
    /// - Throws: also `RecordError.relationToItself`.
    package func changes(
        relating source: RecordFile,
        _ verb: String,
        to target: RecordFile,
        reverse: String
    ) throws(RecordError) -> [FileChange] {
        guard source.path != target.path else { throw RecordError.relationToItself(source.record.stem) }
        var changes: [FileChange] = []
        for (file, verb, other) in [(source, verb, target), (target, reverse, source)] {
            let isThere = file.record.relations.contains { relation in
                relation.verb.lowercased() == verb.lowercased() && self.target(of: relation) == other.record.stem
            }
            if isThere { continue }
            var editor = file.editor
            try editor.relate(verb, to: other.reference)
            changes.append(FileChange(path: file.path, before: file.bytes, after: editor.bytes))
        }
        return changes
    }

    /// The changes that make one record the successor of another; none where both say so already.
    ///
    /// - Throws: also `RecordError.successionInCircle`.
    package func changes(superseding old: RecordFile, by new: RecordFile) throws(RecordError) -> [FileChange] {
        if reaches(old.record.stem, from: new) {
            throw RecordError.successionInCircle(old: old.record.stem, new: new.record.stem)
        }
        var changes: [FileChange] = []
        if !names(new.record.stem, .supersededBy, in: old) {
            changes.append(try old.superseded(by: new.reference, spelling.supersededBy))
        }
        if !names(old.record.stem, .supersedes, in: new) {
            var editor = new.editor
            try editor.relate(spelling.supersedes, to: old.reference)
            changes.append(FileChange(path: new.path, before: new.bytes, after: editor.bytes))
        }
        return changes
    }

    /// As above, where a lifecycle has such a move.
    ///
    /// - Throws: also `RecordError.moveNotAllowed`.
    package func changes(
        superseding old: RecordFile,
        by new: RecordFile,
        allowedBy lifecycle: Lifecycle
    ) throws(RecordError) -> [FileChange] {
        let changes = try changes(superseding: old, by: new)
        if !changes.isEmpty, !successors(of: old).contains(new.record.stem) {
            try lifecycle.prove(old, to: ProcessState(.superseded))
        }
        return changes
    }

    private func names(_ stem: String, _ kind: RecordRelation.Kind, in file: RecordFile) -> Bool {
        file.record.relations.contains { $0.kind == kind && target(of: $0) == stem }
    }

    /// Whether a record is the other one or comes to it by its successors.
    private func reaches(_ stem: String, from start: RecordFile) -> Bool {
        var seen: Set<String> = []
        var open = [start.record.stem]
        while let next = open.popLast() {
            if next == stem { return true }
            guard seen.insert(next).inserted, let file = files.first(where: { $0.record.stem == next }) else {
                continue
            }
            open += successors(of: file)
        }
        return false
    }
}

extension RecordFile {
    /// An editor of the file.
    package var editor: RecordEditor {
        RecordEditor(path: path, bytes: bytes, kind: entry.kind == .proposal ? .proposal : .decision, states: states)
    }

    fileprivate func superseded(by new: RecordReference, _ verb: String) throws(RecordError) -> FileChange {
        var editor = editor
        try editor.supersede(by: new, verb: verb)
        return FileChange(path: path, before: bytes, after: editor.bytes)
    }
}
