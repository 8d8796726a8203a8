package import Model

/// Writes records in another dialect, and tells what that dialect cannot hold.
///
/// The text of a record stays byte for byte; what moves is what dialects write differently: title, fields, status, and
/// the lines that name other records.
package struct DialectConversion: Sendable {
    /// The changes, one for each record; files keep their names, so that links to them stay whole.
    package private(set) var changes: [FileChange] = []
    /// What gets lost, in words, by the path of the record.
    package private(set) var losses: [(path: String, what: String)] = []
    /// The paths of records that could not be read and are left alone.
    package private(set) var unread: [String] = []

    private let target: Dialect
    private let set: RecordSet

    /// - Throws: `RecordError` when the record that came out could not be read back; nothing is changed then.
    package init(_ set: RecordSet, to target: Dialect) throws(RecordError) {
        self.target = target
        self.set = set
        unread = set.oldestFirst.filter(\.isUnread).map(\.path)
        for file in set.oldestFirst where file.record.dialect != target.name && !file.isUnread {
            let bytes = try converted(file)
            changes.append(FileChange(path: file.path, before: file.bytes, after: bytes))
        }
    }

    private mutating func converted(_ file: RecordFile) throws(RecordError) -> [UInt8] {
        let own = RecordReader.read(path: file.path, bytes: file.bytes, kind: target.kind).record
        let body = RecordBody(file, in: set)
        let isFollowed = own.relations.contains { $0.kind == .supersededBy && set.target(of: $0) != nil }
        let written = own.status == .superseded && isFollowed ? RecordStatus.accepted : own.status
        let status = written == .unknown ? own.statusText ?? target.word(for: .proposed) : target.word(for: written)
        var draft = RecordDraft(
            title: file.entry.title, status: status, date: own.date ?? Day(daysSince1970: 0),
            template: RecordTemplate(bytes: Array(target.head(isNumbered: own.number != nil).utf8)), dialect: target)
        draft.deciders = target.decidersKey == nil ? [] : own.deciders
        draft.tags = target.tagsKey == nil ? [] : file.entry.tags.map(\.name)
        losses += ConversionLosses(of: file, own, body, to: target, in: set).all.map { (file.path, $0) }
        let head = RecordBody.with(body.ending, try draft.text(number: own.number ?? 0))
        var editor = RecordEditor(path: file.path, bytes: body.joined(to: head, of: target), kind: target.kind)
        try editor.fill(draft)
        if own.date == nil, let key = target.dateKey { editor.removeField(key) }
        for relation in own.relations { try write(relation, into: &editor, of: file) }
        return editor.bytes
    }

    /// Writes a relation as the target does, unless a line that was kept still says it.
    private mutating func write(
        _ relation: RecordRelation,
        into editor: inout RecordEditor,
        of file: RecordFile
    ) throws(RecordError) {
        guard let stem = set.target(of: relation), let other = set.files.first(where: { $0.record.stem == stem }) else {
            return
        }
        let isThere = editor.read().record.relations.contains { found in
            let isSameVerb = found.kind == .other ? found.verb.lowercased() == relation.verb.lowercased() : true
            return found.kind == relation.kind && isSameVerb && set.target(of: found) == stem
        }
        if isThere { return }
        do throws(RecordError) {
            if relation.kind == .supersededBy {
                try editor.supersede(by: other.reference, verb: set.spelling.supersededBy)
            } else {
                try editor.relate(relation.verb, to: other.reference)
            }
        } catch .unreadableVerb(let verb) {
            losses.append((file.path, "\"\(verb)\" before \(stem), which \(target.title) would not read as a relation"))
        } catch .relationNeedsNumber {
            losses.append((file.path, "\"\(relation.verb) \(stem)\", because \(target.title) names records by number"))
        }
    }
}

extension RecordEditor {
    /// Takes a field's line away.
    fileprivate mutating func removeField(_ key: String) {
        let layout = layout
        guard let field = RecordFields(layout)[RecordFields.key(key)] else { return }
        replace((layout.lines.offsets(ofLine: field.line), []))
    }
}
