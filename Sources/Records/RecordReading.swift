import Model

/// One record while it is read.
struct RecordReading {
    let path: String
    let layout: RecordLayout
    let fields: RecordFields
    let dialect: Dialect
    private(set) var findings: [Finding] = []

    init(path: String, layout: RecordLayout, kind: RecordKind) {
        self.path = path
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
            date: date(RecordReading.dateKeys),
            deciders: RecordReading.deciderKeys.flatMap(list),
            relations: relations,
            dialect: dialect.name
        )
        // A successor makes a record superseded also where its own word stayed behind, or says that it is closed.
        if relations.contains(where: { $0.kind == .supersededBy }) { record.status = .superseded }
        record.deadline = date(RecordReading.deadlineKeys)
        record.revisit = date(RecordReading.revisitKeys)
        record.elements = list("elements")
        return record
    }

    private static let dateKeys = ["date", "created", "start-date", "creation-date", "status-last-reviewed"]
    private static let deciderKeys = ["deciders", "decision-makers", "decider", "approvers", "shepherd-team"]
    private static let deadlineKeys = ["to-be-reviewed-by", "review-by", "last-call-deadline", "deadline"]
    private static let revisitKeys = ["revisit", "revisit-on", "revisit-date"]

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
    func body() -> String {
        let first = layout.title?.end ?? layout.frontMatter.map { $0.upperBound + 1 } ?? 1
        let start = max(layout.lines.start(ofLine: first), first == 1 ? layout.content(1).lowerBound : 0)
        return layout.bytes[min(start, layout.bytes.count)...].trimmed.text
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
            } else if word == nil, MetadataLine(layout.bytes[layout.content(line)])?.key != "date" {
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
        if field.value.hasPrefix("{") { return nil }
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
