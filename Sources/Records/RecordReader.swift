package import Model

/// Which of the two sorts of record a folder holds.
package enum RecordKind: Sendable {
    case decision, proposal
}

/// Reads one record; whatever its file holds, there is an entry, and findings say what is wrong with it.
package enum RecordReader {
    /// The rules of the findings.
    package static let missingStatus = RuleID("record.missing-status")
    package static let unknownStatus = RuleID("record.unknown-status")
    package static let unknownDate = RuleID("record.unknown-date")
    package static let missingTitle = RuleID("record.missing-title")

    /// Reads the bytes of a record.
    ///
    /// The status is taken from the section "Status", else from the front matter, else from a line such as
    /// `* Status: accepted` or `Status: accepted` under the title.
    ///
    /// - Parameters:
    ///   - path: the path relative to the workspace; its last part gives the record's stem and number.
    ///   - language: the language, where the caller knows it; else the script of the letters tells.
    package static func read(
        path: String,
        bytes: [UInt8],
        kind: RecordKind,
        language: Language? = nil
    ) -> (entry: Entry, record: Record, findings: [Finding]) {
        var reading = Reading(path: path, layout: RecordLayout(bytes))
        let record = reading.record()
        let title = reading.title()
        var entry = Entry(
            id: EntryID(record.stem),
            title: title ?? derivedTitle(record.stem),
            language: language ?? scriptLanguage(bytes),
            source: Source(path: path, range: reading.layout.lines.range(0..<bytes.count)),
            content: kind == .decision ? .decision(record) : .proposal(record)
        )
        entry.titleIsDerived = title == nil
        entry.body = reading.body()
        entry.tags = reading.list("tags").map { Tag(tagName($0), because: .record) }
        return (entry, record, reading.findings.sorted())
    }

    private static func derivedTitle(_ stem: String) -> String {
        let words = stem.split(separator: "-").drop { $0.allSatisfy(\.isNumber) || ["rfc", "adr"].contains($0) }
            .drop { $0.allSatisfy(\.isNumber) }
        let title = words.joined(separator: " ")
        return title.isEmpty ? stem : title.prefix(1).uppercased() + title.dropFirst()
    }

    private static func tagName(_ text: String) -> String {
        text.lowercased().split { $0 == " " }.joined(separator: "-")
    }

    /// Russian or Ukrainian where Cyrillic letters prevail, English where Latin ones do.
    private static func scriptLanguage(_ bytes: [UInt8]) -> Language {
        var (latin, cyrillic, ukrainian) = (0, 0, 0)
        let text = bytes.span
        for index in 0..<text.count {
            if text[index].isLetter { latin += 1 }
            // In UTF-8 the letters from U+0400 to U+04BF begin with these three bytes.
            guard (0xD0...0xD2).contains(text[index]), index + 1 < text.count else { continue }
            cyrillic += 1
            switch (text[index], text[index + 1]) {
            case (0xD0, 0x84), (0xD0, 0x86), (0xD0, 0x87), (0xD1, 0x94), (0xD1, 0x96), (0xD1, 0x97),
                (0xD2, 0x90...0x91):
                ukrainian += 1
            default: break
            }
        }
        if latin + cyrillic == 0 { return .undetermined }
        if latin > cyrillic { return .english }
        return ukrainian > 0 ? .ukrainian : .russian
    }
}

extension RecordDialect {
    /// The status stands in the front matter, as in MADR 3 and 4.
    package static let frontMatter = RecordDialect(rawValue: "front-matter")
    /// The status stands in a line under the title, as in MADR 2 and log4brains.
    package static let metadataLines = RecordDialect(rawValue: "metadata-lines")
}

/// One record while it is read.
private struct Reading {
    let path: String
    let layout: RecordLayout
    private(set) var findings: [Finding] = []
    /// The fields of the front matter and of the lines under the title, by their names in small letters.
    private let fields: [String: Field]

    private struct Field {
        var value: String
        var line: Int
        var isFrontMatter: Bool
    }

    init(path: String, layout: RecordLayout) {
        self.path = path
        self.layout = layout
        var fields: [String: Field] = [:]
        let frontMatter = layout.frontMatter.map(Array.init) ?? []
        for line in frontMatter + layout.preamble {
            guard let field = MetadataLine(layout.bytes[layout.content(line)]), fields[field.key] == nil else {
                continue
            }
            let isFrontMatter = layout.frontMatter?.contains(line) == true
            fields[field.key] = Field(value: field.value, line: line, isFrontMatter: isFrontMatter)
        }
        self.fields = fields
    }

    mutating func record() -> Record {
        let stem = RecordName.stem(ofFile: String(path.split(separator: "/").last ?? ""))
        let section = layout.statusSection
        let status = section.map { readSection($0.heading, $0.lines) } ?? readStatusField()
        return Record(
            stem: stem,
            number: RecordName.number(ofStem: stem),
            status: status.status,
            statusText: status.text,
            date: date(),
            deciders: list("deciders") + list("decision-makers"),
            relations: status.relations,
            dialect: section != nil || fields["status"] == nil
                ? .nygard : fields["status"]?.isFrontMatter == true ? .frontMatter : .metadataLines
        )
    }

    /// The title without the number before it.
    mutating func title() -> String? {
        if let heading = layout.title {
            let title = RecordTitle.withoutNumber(layout.bytes[heading.text].text)
            if !title.isEmpty { return title }
        }
        if let field = fields["title"], field.isFrontMatter, !field.value.isEmpty { return field.value }
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

    /// The values of a field that holds a list: `a, b` or `[a, b]`.
    func list(_ key: String) -> [String] {
        guard let field = fields[key] else { return [] }
        return field.value.split { "[],".contains($0) }
            .map { $0.trimmed.trimmingQuotes }
            .filter { !$0.isEmpty }
    }

    private typealias Status = (status: RecordStatus, text: String?, relations: [RecordRelation])

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

    private mutating func readStatusField() -> Status {
        guard let field = fields["status"], !field.value.isEmpty else {
            reportMissing(fields["status"]?.line)
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
        return .unknown
    }

    private mutating func date() -> Day? {
        let section = layout.statusSection.map { section in layout.prose.filter { section.lines.contains($0) } } ?? []
        let below = section.lazy.compactMap { [layout] line in
            MetadataLine(layout.bytes[layout.content(line)]).map {
                Field(value: $0.value, line: line, isFrontMatter: false)
            }
        }
        guard let field = fields["date"] ?? below.first(where: { Day(iso: $0.value) != nil }) else { return nil }
        if let day = Day(iso: field.value.prefix(10)) { return day }
        if !field.value.isEmpty {
            report(RecordReader.unknownDate, field.line, "\"\(field.value)\" is no date; write it as in 2026-01-12")
        }
        return nil
    }

    private mutating func reportMissing(_ line: Int?) {
        report(
            RecordReader.missingStatus, line,
            "the record has no status; write one, such as Accepted, under \"## Status\"")
    }

    private mutating func report(_ rule: RuleID, _ line: Int?, _ message: String) {
        let range = line.map { layout.lines.range(layout.content($0)) }
        findings.append(Finding(rule: rule, severity: .warning, path: path, range: range, message: message))
    }
}
