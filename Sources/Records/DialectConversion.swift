package import Model

/// Writes records in another dialect, and tells what that dialect cannot hold.
package struct DialectConversion: Sendable {
    /// The changes, one for each record; files keep their names, so that links to them stay whole.
    package private(set) var changes: [FileChange] = []
    /// What gets lost, in words, by the path of the record.
    package private(set) var losses: [(path: String, what: String)] = []

    private let target: Dialect
    private let set: RecordSet

    /// - Throws: `RecordError.unreadableEdit` when what came out could not be read back.
    package init(_ set: RecordSet, to target: Dialect) throws(RecordError) {
        self.target = target
        self.set = set
        for file in set.files.reversed() where file.record.dialect != target.name {
            let bytes = try converted(file)
            changes.append(FileChange(path: file.path, before: file.bytes, after: bytes))
        }
    }

    private mutating func converted(_ file: RecordFile) throws(RecordError) -> [UInt8] {
        let record = file.record
        let isSuperseded = record.status == .superseded
        let written = isSuperseded ? RecordStatus.accepted : record.status
        let status = written == .unknown ? record.statusText ?? target.word(for: .proposed) : target.word(for: written)
        let head = RecordTemplate(bytes: Array(target.head(title: "{{title}}", tags: []).utf8))
        var draft = RecordDraft(
            title: file.entry.title, status: status, date: record.date ?? Day(daysSince1970: 0), template: head,
            dialect: target)
        draft.deciders = target.decidersKey == nil ? [] : record.deciders
        draft.tags = target.tagsKey == nil ? [] : file.entry.tags.map(\.name)
        reportLosses(of: file)
        let body = RecordBody(file)
        let text = try draft.text(number: record.number ?? 0)
        var bytes = text + body.bytes
        if body.ending != [.lineFeed] { bytes = RecordBody.with(body.ending, bytes) }
        var editor = RecordEditor(path: file.path, bytes: bytes, kind: target.kind)
        try editor.fill(draft)
        if record.date == nil, let key = target.dateKey { editor.removeField(key) }
        for relation in record.relations {
            guard let stem = set.target(of: relation), let other = set.files.first(where: { $0.record.stem == stem })
            else { continue }
            if relation.kind == .supersededBy {
                try editor.supersede(by: other.reference, verb: set.spelling.supersededBy)
            } else {
                try editor.relate(relation.verb, to: other.reference)
            }
        }
        return editor.bytes
    }

    private mutating func reportLosses(of file: RecordFile) {
        let record = file.record
        func lose(_ what: String) { losses.append((file.path, what)) }
        if target.decidersKey == nil, !record.deciders.isEmpty {
            lose("the deciders \(record.deciders.joined(separator: ", "))")
        }
        if target.tagsKey == nil, !file.entry.tags.isEmpty {
            lose("the tags \(file.entry.tags.map(\.name).joined(separator: ", "))")
        }
        if let date = record.date, target.dateKey == nil || !target.writesDate { lose("the date \(date)") }
        for relation in record.relations where set.target(of: relation) == nil {
            lose("\(relation.verb) \(relation.targetText), which names no record")
        }
        let word = target.word(for: record.status)
        if RecordStatus(text: word) != record.status, record.status != .superseded {
            lose("the status \(record.status.rawValue), which becomes \(word)")
        }
        for field in RecordBody(file).otherFields {
            lose("the field \(field)")
        }
    }
}

extension Dialect {
    /// Whether a new record of the dialect carries its date.
    fileprivate var writesDate: Bool {
        if case .section = status { return numbersTitle }
        return true
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

/// The text of a record without what its dialect adds: metadata, title and the section "Status".
struct RecordBody {
    let bytes: [UInt8]
    /// The line ending of the file.
    let ending: [UInt8]
    /// The names of fields that no other dialect has a place for.
    let otherFields: [String]

    private static let known: Set<String> = [
        "status", "date", "deciders", "decision-makers", "decider", "tags", "title", "number", "adr-id", "links",
        "created", "start-date", "current-state", "stage", "superseded-by", "supersedes", "related", "replaces",
        "field",
    ]

    init(_ file: RecordFile) {
        let layout = RecordLayout(file.bytes, path: file.path)
        let fields = RecordFields(layout)
        ending = layout.lineEnding(near: 1)
        var dropped = IndexSet()
        if let front = layout.frontMatter { dropped.add(1..<front.upperBound + 1) }
        if let title = layout.title { dropped.add(title.line..<title.end) }
        for field in fields.all where field.place != .frontMatter { dropped.add(field.lines) }
        for line in layout.preamble where layout.text(line).hasPrefix("|") { dropped.add(line..<line + 1) }
        if let section = layout.statusSection {
            dropped.add(section.heading.line..<section.heading.end)
            for line in section.lines where RecordBody.isMetadata(layout, line) { dropped.add(line..<line + 1) }
        }
        for heading in layout.headings where layout.bytes[heading.text].text.lowercased() == "links" {
            dropped.add(heading.line..<layout.lines(of: heading).upperBound)
        }
        otherFields = fields.all.filter {
            !RecordBody.known.contains($0.key) && !($0.value.isEmpty && $0.items.isEmpty)
        }
        .map(\.key)
        let kept = (1...layout.lines.count).filter { !dropped.contains($0) }
        var text: [UInt8] = []
        for line in kept {
            // What was taken out must not leave two blank lines where there was one.
            let isBlank = layout.text(line).isEmpty
            let follows = text.isEmpty || text.hasBlankEnd
            if isBlank, follows { continue }
            text += layout.bytes[layout.content(line)] + [.lineFeed]
        }
        bytes = text
    }

    /// Whether a line of the section "Status" says nothing but the status or a relation.
    private static func isMetadata(_ layout: RecordLayout, _ line: Int) -> Bool {
        let text = layout.text(line)
        let words = text.filter { $0.isLetter || $0 == " " }.trimmed
        return RelationLine(text) != nil || (RecordStatus(text: words) != nil && !words.contains(" "))
            || MetadataLine(layout.bytes[layout.content(line)])?.key == "date"
    }

    /// Text with another line ending.
    static func with(_ ending: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
        bytes.flatMap { $0 == .lineFeed ? ending : [$0] }
    }
}

/// The numbers of some lines.
private struct IndexSet {
    private var lines: Set<Int> = []

    mutating func add(_ range: Range<Int>) { lines.formUnion(range) }
    func contains(_ line: Int) -> Bool { lines.contains(line) }
}

extension [UInt8] {
    /// Whether the text ends in a blank line.
    fileprivate var hasBlankEnd: Bool { count >= 2 && self[count - 1] == .lineFeed && self[count - 2] == .lineFeed }
}
