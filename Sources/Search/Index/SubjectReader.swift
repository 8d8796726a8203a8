import Model

/// Reads what `SubjectWriter` has written.
struct SubjectReader {
    /// Where the shared texts lie; few of a block are of one subject, so they are made when they are asked for.
    private var shared: [Range<Int>] = []
    private var reader: ByteReader
    /// Where each record begins.
    private var records: [Int] = []
    /// Gives bytes of the source that the unit was made of.
    private let load: (Range<Int>) -> [UInt8]?

    /// Opens a block.
    init(_ block: [UInt8], load: @escaping (Range<Int>) -> [UInt8]?) throws(IndexDamage) {
        reader = ByteReader(block)
        self.load = load
        let count = try reader.count()
        shared.reserveCapacity(count)
        for _ in 0..<count { shared.append(try reader.counted().indices) }
        let recordCount = try reader.count()
        records.reserveCapacity(recordCount)
        var end = 0
        for _ in 0..<recordCount {
            records.append(end)
            end += try reader.count()
        }
        let start = reader.index
        for number in records.indices { records[number] += start }
    }

    /// Reads one of the subjects, by its number in the unit.
    mutating func subject(_ number: Int) throws(IndexDamage) -> SearchSubject {
        guard records.indices.contains(number), records[number] <= reader.bytes.count else { throw IndexDamage() }
        reader = ByteReader(reader.bytes, from: records[number])
        return try subject()
    }

    private mutating func subject() throws(IndexDamage) -> SearchSubject {
        guard try reader.byte() == 1 else {
            return .passage(
                Passage(
                    section: try sharedTexts(), text: try text(), language: try language(), source: try source()))
        }
        let id = EntryID(try text())
        let title = try text()
        let titleIsDerived = try reader.byte() == 1
        let aliases = try texts()
        let language = try language()
        let tags = try list { reader throws(IndexDamage) in try reader.tag() }
        let section = try sharedTexts()
        let (note, body) = (try optional(), try optional())
        let source = try source()
        var entry = Entry(id: id, title: title, language: language, source: source, content: try content())
        entry.titleIsDerived = titleIsDerived
        (entry.aliases, entry.tags, entry.section) = (aliases, tags, section)
        (entry.note, entry.body) = (note, body)
        return .entry(entry)
    }

    private mutating func tag() throws(IndexDamage) -> Tag {
        let name = try sharedText()
        switch try reader.byte() {
        case 0: return Tag(name, because: .frontMatter)
        case 1: return Tag(name, because: .hashtag)
        case 2: return Tag(name, because: .record)
        case 3: return Tag(name, because: .section(try sharedText()))
        case 4:
            let evidence = try list { reader throws(IndexDamage) in
                let words = try reader.sharedText()
                return ConceptEvidence(words: words, place: try known(.init(rawValue: try reader.sharedText())))
            }
            return Tag(name, because: .concept(evidence))
        default: throw IndexDamage()
        }
    }

    private mutating func content() throws(IndexDamage) -> Entry.Content {
        switch try reader.byte() {
        case 0: .link(try link())
        case 1: .pattern(Pattern(isCategory: try reader.byte() == 1))
        case 2: .question(try question())
        case 3: .exercise(Exercise(problem: try text(), requirements: try texts(), week: try week()))
        case 4: .topic
        case 5: .decision(try record())
        case 6: .proposal(try record())
        case 7: .diagram
        default: throw IndexDamage()
        }
    }

    private mutating func link() throws(IndexDamage) -> Link {
        let url = try optional()
        let before = try reader.varint()
        let bytes = Array((url ?? "").utf8)
        let key = before <= bytes.count ? bytes[max(before, 0)...].text : try optional()
        let medium = try known(Medium(rawValue: try sharedText()))
        return Link(
            url: url, key: key.map(LinkKey.init(rawValue:)), medium: medium, author: try optional(),
            part: try optional())
    }

    private mutating func question() throws(IndexDamage) -> Question {
        var question = Question(form: try known(Question.Form(rawValue: try sharedText())))
        question.number = try number()
        question.points = try number()
        question.problem = try text()
        question.requirements = try texts()
        question.tasks = try texts()
        question.rubric = try list { reader throws(IndexDamage) in
            let (id, text) = (try reader.text(), try reader.text())
            return RubricItem(id: id, text: text, points: try known(Int(try reader.text())))
        }
        question.modelAnswer = try optional()
        question.week = try week()
        return question
    }

    private mutating func record() throws(IndexDamage) -> Record {
        let (stem, number) = (try text(), try number())
        let status = try known(RecordStatus(rawValue: try sharedText()))
        let (statusText, date, deciders) = (try optional(), try optional(), try texts())
        let relations = try list { reader throws(IndexDamage) in
            let kind = try known(RecordRelation.Kind(rawValue: try reader.sharedText()))
            let verb = try reader.sharedText()
            return RecordRelation(
                kind: kind, verb: verb, target: try reader.optional(), targetText: try reader.text())
        }
        return Record(
            stem: stem, number: number, status: status, statusText: statusText,
            date: date.flatMap(Day.init(iso:)), deciders: deciders, relations: relations,
            dialect: RecordDialect(rawValue: try sharedText()))
    }

    private mutating func week() throws(IndexDamage) -> ReviewWeek.Name? {
        guard let number = try number() else { return nil }
        return ReviewWeek.Name(number: number, title: try text())
    }

    private mutating func source() throws(IndexDamage) -> Source {
        let path = try sharedText()
        let start = SourcePosition(line: try reader.varint(), column: try reader.varint())
        let end = SourcePosition(line: try reader.varint(), column: try reader.varint())
        return Source(path: path, range: SourceRange(start: start, end: end))
    }
}

// MARK: - Texts

extension SubjectReader {
    private mutating func text() throws(IndexDamage) -> String {
        let head = try reader.varint()
        if head & 1 == 1 {
            let place = try reader.varint()
            guard let bytes = load(place..<place + head >> 1), bytes.count == head >> 1 else { throw IndexDamage() }
            return bytes.text
        }
        return try reader.bytes(head >> 1).text
    }

    private mutating func texts() throws(IndexDamage) -> [String] {
        try list { reader throws(IndexDamage) in try reader.text() }
    }

    private mutating func optional() throws(IndexDamage) -> String? {
        try reader.byte() == 0 ? nil : try text()
    }

    private mutating func number() throws(IndexDamage) -> Int? {
        guard let text = try optional() else { return nil }
        return try known(Int(text))
    }

    private mutating func sharedText() throws(IndexDamage) -> String {
        let number = try reader.varint()
        guard shared.indices.contains(number) else { throw IndexDamage() }
        return reader.bytes[shared[number]].text
    }

    private mutating func sharedTexts() throws(IndexDamage) -> [String] {
        try list { reader throws(IndexDamage) in try reader.sharedText() }
    }

    private mutating func language() throws(IndexDamage) -> Language { Language(rawValue: try sharedText()) }

    private mutating func list<Element>(
        _ element: (inout SubjectReader) throws(IndexDamage) -> Element
    ) throws(IndexDamage) -> [Element] {
        var elements: [Element] = []
        for _ in 0..<(try reader.count()) { elements.append(try element(&self)) }
        return elements
    }
}

/// A value that only a damaged index lacks.
private func known<Value>(_ value: Value?) throws(IndexDamage) -> Value {
    guard let value else { throw IndexDamage() }
    return value
}
