package import Model

/// Changes the status and the relations of one record in its own dialect, and not a byte elsewhere.
///
/// The file keeps its line endings, its byte order mark, and a final line without an ending. An edit that could not be
/// read back, because the place for it lies inside code or a comment, is refused.
package struct RecordEditor: Sendable {
    /// The path, for errors and for the record's stem.
    package let path: String
    /// The file as the edits so far have made it.
    package private(set) var bytes: [UInt8]
    /// Which sort of record the file holds.
    package let kind: RecordKind
    /// The states of the team's own process.
    private let states: [ProcessState]
    /// The dialect that the file is written in.
    let dialect: Dialect

    /// - Parameter states: the states of the team's own process.
    package init(path: String, bytes: [UInt8], kind: RecordKind = .decision, states: [ProcessState] = []) {
        self.states = states
        self.path = path
        self.bytes = bytes
        self.kind = kind
        let layout = RecordLayout(bytes, path: path)
        dialect = Dialect.detect(path: path, layout: layout, fields: RecordFields(layout), kind: kind)
    }

    typealias Edit = (range: Range<Int>, replacement: [UInt8])

    var layout: RecordLayout { RecordLayout(bytes, path: path) }

    mutating func replace(_ edit: Edit) {
        bytes.replaceSubrange(edit.range, with: edit.replacement)
    }

    /// Sets the status in the dialect's word for it, in the place where the record has one.
    ///
    /// - Throws: `RecordError.noStatusSection`, `RecordError.unreadableEdit`.
    package mutating func setStatus(_ status: RecordStatus) throws(RecordError) {
        let word = dialect.word(for: status)
        try setStatus(text: word)
        // Some tools have one word for two statuses: Ember closes what is rejected and what is dropped.
        let expected = [status, RecordStatus(text: word) ?? status]
        guard expected.contains(read().record.status) else { throw notRead }
    }

    /// Sets the status as it is given, in the letters that the record uses: "accepted" beside "proposed".
    package mutating func setStatus(text: String) throws(RecordError) {
        if case .section = dialect.status { return try setParagraph(text) }
        let layout = layout
        let fields = RecordFields(layout)
        guard let field = fields[RecordFields.key(dialect.statusKey)] else {
            return try insertField(dialect.statusKey, text)
        }
        replaceValue(of: field, with: adapted(text, to: field.value))
    }

    /// Puts the successor in the place of the status, or beside a status that says so.
    ///
    /// - Parameter verb: "Superseded by", in the spelling of the folder.
    /// - Throws: `RecordError.noStatusSection`, `RecordError.unreadableEdit`.
    package mutating func supersede(by new: RecordReference, verb: String) throws(RecordError) {
        let before = read().entry.title
        switch dialect.successor {
        case .statusParagraph where dialect.statusKey == "Status": try replaceStatus(relationLine(verb, new))
        case .statusText(let form):
            let text = "\(verb) \(name(of: new, as: form))"
            if case .section = dialect.status {
                try replaceStatus(text)
            } else {
                try setStatus(text: dialect.isCapitalized ? text : text.prefix(1).lowercased() + text.dropFirst())
            }
        case let place:
            if dialect.marksSuperseded { try setStatus(text: dialect.word(for: .superseded)) }
            try write(verb, new, at: place)
        }
        try prove(.supersededBy, new, title: before)
    }

    /// Adds a relation to another record.
    ///
    /// - Throws: `RecordError.noStatusSection`, `RecordError.unreadableEdit`.
    package mutating func relate(_ verb: String, to target: RecordReference) throws(RecordError) {
        guard RelationLine.canRead(verb) else { throw RecordError.unreadableVerb(verb) }
        let before = read().entry.title
        let kind = RecordRelation.Kind(verb: verb)
        let place =
            switch kind {
            case .supersedes: dialect.predecessor
            case .supersededBy: dialect.successor
            default: dialect.other
            }
        try write(verb, target, at: place)
        try prove(kind, target, title: before)
    }

    private mutating func write(
        _ verb: String,
        _ target: RecordReference,
        at place: Dialect.RelationPlace
    ) throws(RecordError) {
        switch place {
        case .statusParagraph: try addParagraph(relationLine(verb, target))
        case .statusText(let form): try addParagraph("\(verb) \(name(of: target, as: form))")
        case .field(let key, let form):
            // A field named "Related" says nothing of the verb, so the verb stands before the link.
            let text = name(of: target, as: form)
            let isNamed = RecordFields.key(key) != "related"
            try addValue(isNamed ? text : "\(verb) \(text)", to: key)
        case .section(let heading, let mark):
            addItem("\(mark)\(verb) \(name(of: target, as: .link))", under: heading)
        case .targets: try addTarget(verb, target)
        case .groups: try addToGroup(verb, target)
        }
    }

    func relationLine(_ verb: String, _ target: RecordReference) -> String {
        RelationLine.text(
            verb: verb, number: target.number, title: target.title, file: target.relativePath(from: path))
    }

    private func name(of target: RecordReference, as form: Dialect.Reference) -> String {
        // A decision that is named in a proposal keeps the name that decisions have, and the other way round.
        let prefix = target.kind == dialect.kind ? dialect.prefix : target.kind == .decision ? "ADR-" : "RFC-"
        // A bare number would be taken for one of the record's own sort.
        if case .number = form, target.kind != kind { return target.stem }
        return target.text(as: form, from: path, prefix: prefix)
    }

    func read() -> (entry: Entry, record: Record) {
        let reading = RecordReader.read(path: path, bytes: bytes, kind: kind, states: states)
        return (reading.entry, reading.record)
    }

    /// Makes sure that the record now says what was written, and is still the same record.
    private func prove(
        _ kind: RecordRelation.Kind,
        _ target: RecordReference,
        title: String
    ) throws(RecordError) {
        let (entry, record) = read()
        let isThere = record.relations.contains { relation in
            let digits = relation.targetText.drop { !$0.isNumber }.prefix { $0.isNumber }
            let isMeant = relation.target == target.stem || relation.target == nil && Int(digits) == target.number
            return isMeant && (relation.kind == kind || kind == .other || dialect.name == .kep)
        }
        guard isThere, entry.title == title else { throw notRead }
    }

    /// Why what was written is not read, as far as the file tells.
    private var notRead: RecordError {
        if let line = layout.unclosed { return .unclosed(path: path, line: line) }
        let (_, record) = read()
        return record.relations.contains { $0.kind == .supersededBy }
            ? .namesSuccessor(path: path) : .unreadableEdit(path: path)
    }

    /// A word in the letters of the one it replaces, unless the dialect has a word of its own for it.
    private func adapted(_ text: String, to old: String) -> String {
        guard let first = old.first(where: \.isLetter), !dialect.words.values.contains(text) else { return text }
        return (first.isUppercase ? text.prefix(1).uppercased() : text.prefix(1).lowercased()) + text.dropFirst()
    }
}
