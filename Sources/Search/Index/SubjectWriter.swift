import Model

/// Writes the entries and passages of one unit into a block from which they can be shown without reading the source.
///
/// Texts that stand in the source as they are become references to it; headings, tags and the like are kept once.
struct SubjectWriter {
    private var shared: [String: Int] = [:]
    private var sharedTexts: [UInt8] = []
    private var records: [UInt8] = []
    /// The number of bytes of each record.
    private var sizes: [Int] = []
    private let text: [UInt8]
    private let lines: LineTable
    /// The stretch of the source in which the texts of the present subject are looked for.
    private var window = 0..<0

    /// The number of bytes from which on a reference is shorter than the text.
    private static let shortestReference = 24
    /// How far behind the subject's place a text may begin, as the note behind a link does.
    private static let reach = 256

    init(text: [UInt8]) {
        self.text = text
        lines = LineTable(text)
    }

    /// Writes a subject behind those before.
    mutating func write(_ subject: SearchSubject) {
        let offset = records.count
        let range = subject.source.range
        window = lines.offset(range.start)..<max(lines.offset(range.start), lines.offset(range.end))
        switch subject {
        case .entry(let entry): put(entry)
        case .passage(let passage): put(passage)
        }
        sizes.append(records.count - offset)
    }

    /// The block: the shared texts, the sizes of the records, the records, and a checksum.
    func finish() -> [UInt8] {
        var block: [UInt8] = []
        block.append(varint: shared.count)
        block += sharedTexts
        block.append(varint: sizes.count)
        for size in sizes { block.append(varint: size) }
        block += records
        block.appendChecksum()
        return block
    }

    private mutating func put(_ passage: Passage) {
        records.append(0)
        putShared(passage.section)
        put(passage.text)
        putShared(passage.language.rawValue)
        put(passage.source)
    }

    private mutating func put(_ entry: Entry) {
        records.append(1)
        put(entry.id.rawValue)
        put(entry.title)
        records.append(entry.titleIsDerived ? 1 : 0)
        put(entry.aliases)
        putShared(entry.language.rawValue)
        records.append(varint: entry.tags.count)
        for tag in entry.tags { put(tag) }
        putShared(entry.section)
        put(entry.note)
        put(entry.body)
        put(entry.source)
        put(entry.content)
    }

    /// Adds a key: the number of bytes of the URL before it, or one more than those of the whole URL and the key.
    private mutating func put(_ key: LinkKey?, of url: String?) {
        let url = url ?? ""
        if let key, url.hasSuffix(key.rawValue) {
            records.append(varint: url.utf8.count - key.rawValue.utf8.count)
        } else {
            records.append(varint: url.utf8.count + 1)
            put(key?.rawValue)
        }
    }

    private mutating func put(_ tag: Tag) {
        putShared(tag.name)
        switch tag.reason {
        case .frontMatter: records.append(0)
        case .hashtag: records.append(1)
        case .record: records.append(2)
        case .section(let heading):
            records.append(3)
            putShared(heading)
        case .concept(let evidence):
            records.append(4)
            records.append(varint: evidence.count)
            for one in evidence {
                putShared(one.words)
                putShared(one.place.rawValue)
            }
        }
    }

    private mutating func put(_ content: Entry.Content) {
        switch content {
        case .link(let link):
            records.append(0)
            put(link.url)
            put(link.key, of: link.url)
            putShared(link.medium.rawValue)
            put(link.author)
            put(link.part)
        case .pattern(let pattern): records += [1, pattern.isCategory ? 1 : 0]
        case .question(let question):
            records.append(2)
            put(question)
        case .exercise(let exercise):
            records.append(3)
            put(exercise.problem)
            put(exercise.requirements)
            put(exercise.week)
        case .topic: records.append(4)
        case .decision(let record):
            records.append(5)
            put(record)
        case .proposal(let record):
            records.append(6)
            put(record)
        case .diagram: records.append(7)
        }
    }

    private mutating func put(_ question: Question) {
        putShared(question.form.rawValue)
        put(question.number.map(String.init))
        put(question.points.map(String.init))
        put(question.problem)
        put(question.requirements)
        put(question.tasks)
        records.append(varint: question.rubric.count)
        for item in question.rubric {
            put(item.id)
            put(item.text)
            put("\(item.points)")
        }
        put(question.modelAnswer)
        put(question.week)
    }

    private mutating func put(_ record: Record) {
        put(record.stem)
        put(record.number.map(String.init))
        putShared(record.status.rawValue)
        put(record.statusText)
        put(record.date.map { "\($0)" })
        put(record.deciders)
        records.append(varint: record.relations.count)
        for relation in record.relations {
            putShared(relation.kind.rawValue)
            putShared(relation.verb)
            put(relation.target)
            put(relation.targetText)
        }
        putShared(record.dialect.rawValue)
    }

    private mutating func put(_ week: ReviewWeek.Name?) {
        put(week.map { "\($0.number)" })
        if let week { put(week.title) }
    }

    private mutating func put(_ source: Source) {
        putShared(source.path)
        for number in [
            source.range.start.line, source.range.start.column, source.range.end.line, source.range.end.column,
        ] { records.append(varint: number) }
    }
}

// MARK: - Texts

extension SubjectWriter {
    /// Adds a text: twice its length and the text, or twice its length and one and its place in the source.
    private mutating func put(_ value: String) {
        let bytes = Array(value.utf8)
        if bytes.count >= Self.shortestReference, let place = place(of: bytes) {
            records.append(varint: bytes.count << 1 | 1)
            records.append(varint: place)
        } else {
            records.append(varint: bytes.count << 1)
            records += bytes
        }
    }

    private mutating func put(_ value: String?) {
        records.append(value == nil ? 0 : 1)
        if let value { put(value) }
    }

    private mutating func put(_ values: [String]) {
        records.append(varint: values.count)
        for value in values { put(value) }
    }

    private mutating func putShared(_ value: String) {
        if let number = shared[value] { return records.append(varint: number) }
        records.append(varint: shared.count)
        shared[value] = shared.count
        sharedTexts.append(text: value)
    }

    private mutating func putShared(_ values: [String]) {
        records.append(varint: values.count)
        for value in values { putShared(value) }
    }

    private func place(of bytes: [UInt8]) -> Int? {
        let end = window.upperBound + bytes.count + Self.reach
        return ByteSearch.first(bytes, in: text, within: window.lowerBound..<end)
    }
}

extension LineTable {
    /// The offset of a position, at most the length of the text.
    fileprivate func offset(_ position: SourcePosition) -> Int {
        let line = max(position.line, 1)
        guard line <= starts.count else { return length }
        return min(starts[line - 1] + position.column - 1, length)
    }
}
