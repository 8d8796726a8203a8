package import Model

/// What makes a new decision.
package struct DecisionDraft: Sendable {
    /// The title on one line; see `RecordName.title`.
    package var title: String
    /// The status as it shall be written.
    package var status: String
    package var date: Day
    package var template: RecordTemplate

    package init(title: String, status: String, date: Day, template: RecordTemplate) {
        self.title = title
        self.status = status
        self.date = date
        self.template = template
    }
}

extension RecordSet {
    /// The changes that write a new decision and mark those that it supersedes.
    ///
    /// - Parameter folder: the path of the records relative to the workspace.
    /// - Returns: the new file first.
    package func changes(
        writing draft: DecisionDraft,
        superseding old: [RecordFile],
        in folder: String
    ) throws(RecordError) -> [FileChange] {
        let number = nextNumber
        let file = try RecordName.file(number: number, title: draft.title)
        let text = try draft.template.filled(
            number: number, title: draft.title, date: draft.date.description, status: draft.status)
        let path = "\(folder)/\(file)"
        var new = RecordEditor(path: path, bytes: text)
        let reference = RecordReference(
            stem: RecordName.stem(ofPath: path), number: number, title: draft.title, path: path, kind: .decision)
        if !old.isEmpty, RecordLayout(text).statusSection == nil { throw RecordError.templateWithoutStatus }
        var changes: [FileChange] = []
        for file in old where !changes.contains(where: { $0.path == file.path }) {
            try new.relate(spelling.supersedes, to: file.reference)
            changes.append(try file.superseded(by: reference, spelling.supersededBy))
        }
        return [FileChange(path: new.path, before: nil, after: new.bytes)] + changes
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
        RecordEditor(path: path, bytes: bytes, kind: entry.kind == .proposal ? .proposal : .decision)
    }

    fileprivate func superseded(by new: RecordReference, _ verb: String) throws(RecordError) -> FileChange {
        var editor = editor
        try editor.supersede(by: new, verb: verb)
        return FileChange(path: path, before: bytes, after: editor.bytes)
    }
}
