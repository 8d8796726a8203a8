import Model

/// One record while it is read.
struct RecordReading {
    let path: String
    let layout: RecordLayout
    let fields: RecordFields
    let dialect: Dialect
    /// The states of the team's own process.
    private let states: [ProcessState]
    private(set) var findings: [Finding] = []

    init(path: String, layout: RecordLayout, kind: RecordKind, states: [ProcessState]) {
        self.path = path
        self.states = states
        self.layout = layout
        fields = RecordFields(layout)
        dialect = Dialect.detect(path: path, layout: layout, fields: fields, kind: kind)
    }

    mutating func record() -> Record {
        let stem = RecordName.stem(ofPath: path)
        let status = readStatus()
        var relations = status.relations
        for relation in RelationReader(layout, fields).relations where !relations.contains(relation) {
            relations.append(relation)
        }
        var record = Record(
            stem: stem,
            number: RecordName.number(ofStem: stem),
            status: status.status,
            statusText: status.text,
            date: date(FieldNames.date),
            deciders: deciders,
            relations: relations,
            dialect: dialect.name
        )
        // A successor makes a record superseded also where its own word stayed behind, or says that it is closed.
        if relations.contains(where: { $0.kind == .supersededBy }) { record.status = .superseded }
        record.state = status.text.flatMap { text in states.state(in: text)?.name }
        record.deadline = date(FieldNames.deadline)
        record.revisit = date(FieldNames.revisit)
        let isOpen = [.draft, .proposed, .discussion].contains(record.status)
        if isOpen, dialect.datesStatus, record.deadline == nil {
            record.deadline = record.statusText.flatMap { WrittenDate.range(in: $0)?.end }
        }
        if isOpen, !dialect.hasWordForDiscussion, date(FieldNames.opened) != nil { record.status = .discussion }
        record.places = places(of: record)
        record.elements = list("elements")
        return record
    }

    /// Those who decide: the one who is named alone, else all who are named.
    private var deciders: [String] {
        let one = FieldNames.decider.flatMap(list)
        return (one.isEmpty ? FieldNames.deciders.flatMap(list) : one)
            .filter { !FieldNames.placeholders.contains($0.lowercased()) }
    }

    /// The title without the number before it.
    mutating func title() -> String? {
        if dialect.name == .pep, let title = fields["title"]?.value, !title.isEmpty { return title }
        // Rust's and Nix's begin with "# Summary"; what they are about stands in a field.
        if let feature = fields.first(of: ["feature-name", "feature"])?.value, !feature.isEmpty,
            layout.title.map({ layout.bytes[$0.text].text.lowercased() == "summary" }) ?? true
        {
            let words = feature.split { "`_- ".contains($0) }.joined(separator: " ")
            return words.prefix(1).uppercased() + words.dropFirst()
        }
        if let heading = layout.title {
            let title = RecordTitle.withoutNumber(layout.bytes[heading.text].text)
            if !title.isEmpty { return title }
        }
        if let field = fields["title"], field.place == .frontMatter, !field.value.isEmpty { return field.value }
        report(
            RecordReader.missingTitle, nil, "the record has no title; write one on its first line, as in \"# 1. Title\""
        )
        return nil
    }

    /// The text below the title, or below the front matter where there is no title.
    func body() -> String { layout.bytes[bodyStart...].trimmed.text }

    /// The offset of the first byte of the text below the title that is not blank; the length where there is none.
    var bodyStart: Int {
        let first = layout.title?.end ?? layout.frontMatter.map { $0.upperBound + 1 } ?? 1
        let start = max(layout.lines.start(ofLine: first), first == 1 ? layout.content(1).lowerBound : 0)
        return layout.bytes[min(start, layout.bytes.count)...].trimmed.startIndex
    }

    /// The values of a field that holds a list: `a, b`, `[a, b]`, or items below it.
    func list(_ key: String) -> [String] { fields[key]?.items ?? [] }

    private typealias Status = (status: RecordStatus, text: String?, relations: [RecordRelation])

    private mutating func readStatus() -> Status {
        let key = RecordFields.key(dialect.statusKey)
        if key != "status", let field = fields[key] { return read(field) }
        if let section = layout.statusSection { return readSection(section.heading, section.lines) }
        if let field = fields["status"] { return read(field) }
        if let missing = dialect.missing { return (missing, nil, []) }
        reportMissing(nil)
        return (.unknown, nil, [])
    }

    private mutating func readSection(_ heading: RecordLayout.Heading, _ lines: Range<Int>) -> Status {
        var text: String?
        var word: (text: String, line: Int)?
        var relations: [RecordRelation] = []
        for line in layout.prose where lines.contains(line) {
            let content = layout.text(line)
            if content.isEmpty { continue }
            text = text ?? content
            if let relation = RelationLine(content) {
                relations += relation.relations
            } else if word == nil, !isOtherField(line) {
                word = (content, line)
            }
        }
        if relations.contains(where: { $0.kind == .supersededBy }) { return (.superseded, text, relations) }
        guard let word else {
            reportMissing(heading.line)
            return (.unknown, text, relations)
        }
        return (understood(word.text, word.line), word.text, relations)
    }

    /// Whether a line of the section "Status" is a field that tells something else than the status.
    private func isOtherField(_ line: Int) -> Bool {
        guard let key = MetadataLine(layout.bytes[layout.content(line)])?.key else { return false }
        return FieldNames.inStatusSection.contains(key) && key != "status"
    }

    private mutating func read(_ field: RecordFields.Field) -> Status {
        guard !field.value.isEmpty else {
            if let missing = dialect.missing { return (missing, nil, []) }
            reportMissing(field.line)
            return (.unknown, nil, [])
        }
        if let relations = RelationLine(field.value)?.relations, relations.contains(where: { $0.kind == .supersededBy })
        {
            return (.superseded, field.value, relations)
        }
        return (understood(field.value, field.line), field.value, [])
    }

    private mutating func understood(_ text: String, _ line: Int) -> RecordStatus {
        if let own = states.state(in: text) { return own.status }
        if let status = RecordStatus(text: text) { return status }
        let shown = text.count > 40 ? text.prefix(40) + "..." : text
        report(
            RecordReader.unknownStatus, line,
            "the status \"\(shown)\" is not known; begin with a word such as Proposed, Accepted or Superseded")
        return dialect.unknown ?? .unknown
    }

    /// The first field of some names that holds a date; one that holds something else is reported.
    private mutating func date(_ keys: [String]) -> Day? {
        guard let field = fields.first(of: keys), !field.value.isEmpty else { return nil }
        if let day = WrittenDate.day(field.value) { return day }
        // A template's example, such as {YYYY-MM-DD when the decision was last updated}, is told by another rule.
        if field.value.hasPrefix("{") || FieldNames.placeholders.contains(field.value.lowercased()) { return nil }
        report(RecordReader.unknownDate, field.line, "\"\(field.value)\" is no date; write it as in 2026-01-12")
        return nil
    }

    private mutating func reportMissing(_ line: Int?) {
        let place =
            switch dialect.status {
            case .section: "under \"## Status\""
            case .frontMatter: "as `\(dialect.statusKey): \(dialect.word(for: .accepted))` in the front matter"
            case .line(let mark):
                "as \"\(mark)\(dialect.statusKey): \(dialect.word(for: .accepted))\" under the title"
            case .row: "as a row \"| \(dialect.statusKey) | \(dialect.word(for: .accepted)) |\" under the title"
            }
        report(RecordReader.missingStatus, line, "the record has no status; write one, such as Accepted, \(place)")
    }

    private mutating func report(_ rule: RuleID, _ line: Int?, _ message: String) {
        let range = line.map { layout.lines.range(layout.content($0)) }
        findings.append(Finding(rule: rule, severity: .warning, path: path, range: range, message: message))
    }
}
