import Model

/// The edits of fields: in the front matter, in lines and tables under the title.
extension RecordEditor {
    /// Replaces a value and keeps its quotation marks.
    mutating func replaceValue(of field: RecordFields.Field, with value: String) {
        let old = bytes[field.valueRange].text
        let mark = ["\"", "'"].first { old.utf8.count > 1 && old.hasPrefix($0) && old.hasSuffix($0) }
        var text = value
        if field.place == .frontMatter { text = mark.map { $0 + value + $0 } ?? RecordEditor.scalar(value) }
        replace((field.valueRange, blank(before: field.valueRange.lowerBound) + Array(text.utf8)))
    }

    /// A blank where a value would else stand right behind the mark of its name.
    private func blank(before place: Int) -> [UInt8] {
        place > 0 && ":|".utf8.contains(bytes[place - 1]) ? [.space] : []
    }

    /// A plain scalar of YAML, quoted where it must be (YAML 1.2.2, section 7.3.3).
    static func scalar(_ text: String) -> String {
        let isRisky =
            text.isEmpty || text.contains(": ") || text.contains(" #") || text.hasSuffix(":")
            || text.first.map { "[]{}&*!|>'\"%@`#,-?: ".contains($0) } == true
        guard isRisky else { return text }
        return "\"" + text.flatMap { "\"\\".contains($0) ? "\\\($0)" : "\($0)" } + "\""
    }

    /// Writes a field that the record does not have, below the status or below the last field.
    ///
    /// - Parameter isScalar: whether a front matter shall hold the value as one scalar, not as the YAML that it is.
    /// - Throws: `RecordError.noStatusSection` where the record has no place for fields.
    mutating func insertField(_ key: String, _ value: String, isScalar: Bool = true) throws(RecordError) {
        let layout = layout
        let fields = RecordFields(layout)
        let status = fields[RecordFields.key(dialect.statusKey)]
        if case .frontMatter = dialect.status {
            guard let front = layout.frontMatter else { throw RecordError.noStatusSection(path: path) }
            let line = Array("\(key): \(isScalar ? RecordEditor.scalar(value) : value)".utf8)
            return replace(insertion(of: [line], after: status?.lines.last ?? front.lowerBound - 1, in: layout))
        }
        guard let model = status ?? fields.all.last(where: { $0.place != .frontMatter }) else {
            guard case .line(let mark) = dialect.status, let title = layout.title else {
                throw RecordError.noStatusSection(path: path)
            }
            return replace(paragraph("\(mark)\(key): \(value)", after: title.end - 1, in: layout))
        }
        let line = line(like: model, key, value, in: layout)
        replace(
            dialect.fieldsAreParagraphs
                ? paragraph(line.text, after: model.line, in: layout)
                : insertion(of: [line], after: model.line, in: layout))
    }

    /// A line in the manner of another field's: the same list mark, the same emphasis.
    private func line(
        like field: RecordFields.Field,
        _ key: String,
        _ value: String,
        in layout: RecordLayout
    ) -> [UInt8] {
        let content = layout.content(field.line)
        guard let model = MetadataLine(bytes[content]) else { return Array("\(key): \(value)".utf8) }
        let start = bytes[content.lowerBound..<model.name.lowerBound]
        let middle = bytes[model.name.upperBound..<model.valueRange.lowerBound]
        let end = bytes[model.valueRange.upperBound..<content.upperBound]
        let gap = middle.last.map { ":|".utf8.contains($0) } == true ? " " : ""
        return start + Array(key.utf8) + middle + Array((gap + value).utf8) + end
    }

    /// Adds a value to a field that may hold several.
    mutating func addValue(_ value: String, to key: String) throws(RecordError) {
        let layout = layout
        guard let field = RecordFields(layout)[RecordFields.key(key)] else { return try insertField(key, value) }
        let text = bytes[field.valueRange].text
        let empty = ["", "-", "none", "n/a", "na", "null", "~", "[]"]
        if field.value.isEmpty, field.lines.count > 1, let last = field.lines.last {
            let indent = bytes[layout.content(last)].prefix(while: \.isBlank)
            let line = indent + Array("- \(RecordEditor.scalar(value))".utf8)
            return replace(insertion(of: [Array(line)], after: last, in: layout))
        }
        if empty.contains(text.lowercased()) {
            // What KEPs have in these places are lists.
            guard text == "[]" || dialect.name == .kep else { return replaceValue(of: field, with: value) }
            let list = blank(before: field.valueRange.lowerBound) + Array("[\(RecordEditor.scalar(value))]".utf8)
            return replace((field.valueRange, list))
        }
        if text.hasPrefix("["), text.hasSuffix("]"), field.place == .frontMatter {
            let end = field.valueRange.upperBound - 1
            return replace((end..<end, Array(", \(value)".utf8)))
        }
        replaceValue(of: field, with: "\(text.trimmingQuotes), \(value)")
    }
}

/// The edits of `links:` in a front matter.
extension RecordEditor {
    /// Adds `- target: 2` and `kind: supersedes`, as adrs writes them.
    mutating func addTarget(_ verb: String, _ target: RecordReference) throws(RecordError) {
        guard let number = target.number else {
            throw RecordError.relationNeedsNumber(path: path, other: target.stem)
        }
        let word = verb.lowercased().filter(\.isLetter)
        let kind = RelationReader.verbOfKind[word] == nil ? RecordEditor.scalar(verb) : word
        let lines = ["- target: \(number)", "  kind: \(kind)"]
        try addBelowLinks(lines)
    }

    /// Adds an identifier to the list of a verb, as ADG writes it.
    mutating func addToGroup(_ verb: String, _ target: RecordReference) throws(RecordError) {
        guard let number = target.number else {
            throw RecordError.relationNeedsNumber(path: path, other: target.stem)
        }
        // In quotation marks, so that YAML keeps the zeros.
        let identifier = "\"\(padded(number, to: 4))\""
        let key =
            switch RecordRelation.Kind(verb: verb) {
            case .supersedes: "succeeds"
            case .supersededBy: "precedes"
            default: RecordFields.key(verb)
            }
        let layout = layout
        for line in RecordFields(layout)["links"]?.lines.dropFirst() ?? 0..<0 {
            let content = layout.content(line)
            guard let group = MetadataLine(bytes[content]), group.key == key else { continue }
            if group.value == "[]" { return replace((group.valueRange, Array("[\(identifier)]".utf8))) }
            if group.value.hasSuffix("]") {
                let end = group.valueRange.upperBound - 1
                return replace((end..<end, Array(", \(identifier)".utf8)))
            }
            // Another item of the list tells how deep its items stand.
            let next = line < layout.lines.count ? bytes[layout.content(line + 1)] : []
            let isItem = next.trimmed.first == UInt8(ascii: "-")
            let own = Array(bytes[content].prefix(while: \.isBlank))
            let indent = isItem ? Array(next.prefix(while: \.isBlank)) : own + [.space, .space]
            let item = indent + Array("- \(identifier)".utf8)
            return replace(insertion(of: [item], after: line, in: layout))
        }
        try addBelowLinks(["\(key): [\(identifier)]"])
    }

    /// Adds lines at the end of `links:`, as deep as what stands there already.
    private mutating func addBelowLinks(_ lines: [String]) throws(RecordError) {
        let layout = layout
        guard let field = RecordFields(layout)["links"] else {
            guard let front = layout.frontMatter else { throw RecordError.noStatusSection(path: path) }
            let status = RecordFields(layout)[RecordFields.key(dialect.statusKey)]
            let block = ["links:"] + lines.map { "  \($0)" }
            let edit = insertion(
                of: block.map { Array($0.utf8) }, after: status?.lines.last ?? front.lowerBound - 1, in: layout)
            return replace(edit)
        }
        if !field.value.isEmpty {
            let end = field.valueRange
            let start = bytes[..<end.lowerBound].last?.isBlank == true ? end.lowerBound - 1 : end.lowerBound
            replace((start..<end.upperBound, []))
            return try addBelowLinks(lines)
        }
        let indent =
            field.lines.dropFirst().first.map { bytes[layout.content($0)].prefix(while: \.isBlank).count } ?? 2
        let block = lines.map { Array((String(repeating: " ", count: indent) + $0).utf8) }
        replace(insertion(of: block, after: field.lines.upperBound - 1, in: layout))
    }
}
