import Model

/// Reads arrow lines as people write them in notes, which make a view by themselves.
///
///     Client -> Write model: Command [HTTP]
///     Write model -> Write DB -> Event relay
///
/// Before the colon stand two or more names, behind it what happens, in brackets how. A name in quotes may hold
/// anything. A name after which `(person)` or `(database)` stands is drawn so.
enum ShorthandReader {
    /// Whether a text is written so rather than in the Structurizr DSL: it has an arrow, and no line of the DSL.
    static func isShorthand(_ bytes: [UInt8]) -> Bool {
        let lines = bytes.split { $0.isLineEnd }.map { $0.trimmed }.filter { !$0.isEmpty && !isComment($0) }
        guard lines.contains(where: { arrow(in: $0, from: $0.startIndex) != nil }) else { return false }
        return !lines.contains { line in
            line.last == UInt8(ascii: "{") || line.first == UInt8(ascii: "!") || line.elementsEqual("}".utf8)
                || isAssignment(line)
        }
    }

    /// Reads a text; a line without an arrow is a finding.
    static func read(_ bytes: [UInt8], path: String, offset: SourcePosition, key: String, title: String)
        -> DiagramDocument
    {
        var reading = ShorthandReading(path: path, key: key, title: title)
        let lines = LineTable(bytes)
        for number in 1...max(lines.count, 1) {
            let content = lines.content(ofLine: number, in: bytes)
            let line = bytes[content].trimmed
            guard !line.isEmpty, !isComment(line) else { continue }
            let column = line.startIndex - content.lowerBound + 1 + offset.column
            let start = SourcePosition(line: number + offset.line, column: column)
            let end = SourcePosition(line: start.line, column: column + line.count)
            reading.read(line, Source(path: path, range: SourceRange(start: start, end: end)))
        }
        return reading.finish()
    }

    static func isComment(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "//".utf8) || line.first == UInt8(ascii: "#")
    }

    /// The next arrow outside of quotes: `->`, `-->` or `→`.
    static func arrow(in line: ArraySlice<UInt8>, from start: Int) -> Range<Int>? {
        var isQuoted = false
        var index = start
        while index < line.endIndex {
            if line[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted {
                for mark in arrows where line[index...].starts(with: mark.utf8) {
                    return index..<index + mark.utf8.count
                }
            }
            index += 1
        }
        return nil
    }

    private static let arrows = ["-->", "->", "→"]

    /// Whether a line is `name = word …`, as in the DSL.
    private static func isAssignment(_ line: ArraySlice<UInt8>) -> Bool {
        let words = line.split(whereSeparator: \.isBlank)
        return words.count > 2 && words[1].elementsEqual("=".utf8)
    }
}

/// The state of reading one text of arrow lines.
private struct ShorthandReading {
    let path: String
    private var document: DiagramDocument
    private var ids: [String: String] = [:]
    private let key: String
    private let title: String

    init(path: String, key: String, title: String) {
        self.path = path
        self.title = title
        self.key = key
        document = DiagramDocument(path: path)
    }

    mutating func read(_ line: ArraySlice<UInt8>, _ place: Source) {
        var names: [String] = []
        var start = line.startIndex
        while let arrow = ShorthandReader.arrow(in: line, from: start) {
            names.append(line[start..<arrow.lowerBound].trimmed.text)
            start = arrow.upperBound
        }
        var (last, label) = Self.split(line[start...])
        let technology = Self.takeTechnology(&label, &last)
        names.append(last)
        guard names.count > 1, names.allSatisfy({ !Self.plain($0).name.isEmpty }) else {
            let message = "this line has no `->` between two names; write `Client -> Server: what happens [how]`"
            document.findings.append(.dsl(.notDSL(message), path, place.range))
            return
        }
        let elements = names.map { element($0, place) }
        for (source, target) in zip(elements, elements.dropFirst()) {
            let isLast = target == elements.last
            let relationship = C4Relationship(
                source: source, target: target, description: isLast ? label : "", technology: isLast ? technology : "")
            if document.workspace.relationships.contains(relationship) { continue }
            document.workspace.relationships.append(relationship)
            document.relationshipPlaces.append(place)
        }
    }

    func finish() -> DiagramDocument {
        var document = document
        var view = C4View(key: key, kind: .custom)
        view.rules = [C4ViewRule(isInclude: true, .all)]
        view.title = title
        document.workspace.views = document.workspace.elements.isEmpty ? [] : [view]
        if let first = document.workspace.elements.first { document.viewPlaces[key] = document.elementPlaces[first.id] }
        return document
    }

    /// The name before the first colon that white space or nothing follows, and the text behind it.
    private static func split(_ rest: ArraySlice<UInt8>) -> (name: String, label: String) {
        var isQuoted = false
        for index in rest.indices {
            if rest[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
            guard !isQuoted, rest[index] == UInt8(ascii: ":") else { continue }
            if index + 1 == rest.endIndex || rest[index + 1].isBlank {
                return (rest[..<index].trimmed.text, rest[(index + 1)...].trimmed.text)
            }
        }
        return (rest.trimmed.text, "")
    }

    /// Cuts `[how]` from the end of the label, or of the name where there is no label.
    private static func takeTechnology(_ label: inout String, _ name: inout String) -> String {
        func cut(_ text: inout String) -> String {
            guard text.hasSuffix("]"), let open = text.lastIndex(of: "[") else { return "" }
            let inside = String(text[text.index(after: open)...].dropLast()).trimmed
            text = String(text[..<open]).trimmed
            return inside
        }
        return label.isEmpty ? cut(&name) : cut(&label)
    }

    /// A name without quotes, and the tag that stands in parentheses behind it.
    private static func plain(_ text: String) -> (name: String, tag: String?) {
        var text = text
        var tag: String?
        for (mark, name) in [("(person)", "Person"), ("(database)", "Database"), ("(queue)", "Queue")]
        where text.lowercased().hasSuffix(mark) {
            text = String(text.dropLast(mark.utf8.count)).trimmed
            tag = name
        }
        if text.hasPrefix("\""), text.hasSuffix("\""), text.utf8.count > 1 {
            text = String(text.dropFirst().dropLast())
        }
        return (text, tag)
    }

    private mutating func element(_ text: String, _ place: Source) -> String {
        let (name, tag) = Self.plain(text)
        if let known = ids[name.lowercased()] { return known }
        var id = ModelIDs.made(of: name)
        while document.elementPlaces[id] != nil { id += "_" }
        var element = C4Element(id: id, kind: .custom, name: name)
        if let tag {
            element.tags = [tag]
            style(tag)
        }
        ids[name.lowercased()] = id
        document.workspace.elements.append(element)
        document.elementPlaces[id] = place
        return id
    }

    private mutating func style(_ tag: String) {
        guard !document.workspace.styles.elements.contains(where: { $0.tag == tag }) else { return }
        var style = C4ElementStyle(tag: tag)
        style.shape = tag == "Person" ? .person : tag == "Queue" ? .pipe : .cylinder
        document.workspace.styles.elements.append(style)
    }
}
