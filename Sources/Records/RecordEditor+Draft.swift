import Model

extension RecordDraft {
    /// The text that the template makes.
    ///
    /// - Parameters:
    ///   - file: the name of the file, for dialects whose records name themselves.
    ///   - width: the digits that a number has at least in the names of files.
    func text(number: Int, file: String = "", width: Int = 4) throws(RecordError) -> [UInt8] {
        let made = [
            "yaml-title": RecordEditor.scalar(title), "file": MarkdownLink.escapedDestination(file),
            "padded": padded(number, to: width),
        ]
        return try template.filled(
            number: number, title: title, date: dateText ?? dialect.text(of: date), status: status,
            others: others.merging(made) { own, _ in own }, needsHeading: !dialect.titlesByField)
    }
}

extension RecordDraft {
    /// The files that the dialect keeps beside the record at a path.
    func companions(of path: String, _ number: Int) throws(RecordError) -> [FileChange] {
        guard let companion = dialect.companion else { return [] }
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        let text = try companion.template.filled(
            number: number, title: title, date: dateText ?? dialect.text(of: date), status: status,
            others: ["padded": padded(number, to: 4)])
        return [FileChange(path: "\(folder)/\(companion.file)", before: nil, after: text)]
    }
}

extension RecordEditor {
    /// Whether the record has a place for its status.
    var hasPlaceForStatus: Bool {
        if case .section = dialect.status { return layout.statusSection != nil }
        return RecordFields(layout)[RecordFields.key(dialect.statusKey)] != nil
    }

    /// Writes the parts of a draft that templates have no place for.
    mutating func fill(_ draft: RecordDraft) throws(RecordError) {
        let (_, record) = read()
        if dialect.kind == .proposal {
            if let decider = draft.deciders.first, record.deciders != [decider] { try setDecider(decider) }
            if !draft.authors.isEmpty, !names(draft.authors) { try setList(dialect.process.authors, draft.authors) }
            if let day = draft.deadline, record.deadline != day { try setReviewDay(day, from: draft.date) }
        } else if !draft.deciders.isEmpty {
            try setList(dialect.decidersKey ?? key("Deciders"), draft.deciders)
        }
        if let day = draft.revisit { try setField(dialect.process.revisit, dialect.text(of: day)) }
        if !draft.tags.isEmpty { try setList(dialect.tagsKey ?? key("Tags"), draft.tags) }
        for reference in draft.references { addItem("- \(reference)", under: "References") }
    }

    /// Writes a list into a field; records without fields get a line of their own below the date.
    package mutating func setList(_ key: String, _ values: [String]) throws(RecordError) {
        let layout = layout
        let fields = RecordFields(layout)
        if let field = fields[RecordFields.key(key)] {
            if field.place != .frontMatter { return replaceValue(of: field, with: values.joined(separator: ", ")) }
            if field.value.isEmpty, field.lines.count > 1 { return replaceItems(of: field, with: values) }
            let list = Array(" [\(values.map(RecordEditor.scalar).joined(separator: ", "))]".utf8)
            let isTight = bytes[field.valueRange.lowerBound - 1] == UInt8(ascii: ":")
            return replace((field.valueRange, isTight ? list : Array(list.dropFirst())))
        }
        let text = values.joined(separator: ", ")
        if case .section = dialect.status {
            let line = fields["date"]?.line ?? layout.title.map { $0.end - 1 } ?? 1
            return replace(paragraph("\(key): \(text)", after: line, in: layout))
        }
        guard dialect.usesFrontMatter, dialect.kind == .decision else { return try insertField(key, text) }
        // adrs takes nothing but lists in these places; every other tool of decisions takes them too.
        try insertField(key, "[\(values.map(RecordEditor.scalar).joined(separator: ", "))]", isScalar: false)
    }

    /// The name of a field that the dialect does not know, in the letters of those that it knows.
    private func key(_ name: String) -> String { dialect.usesFrontMatter ? name.lowercased() : name }

    /// Names the one who decides; a field that has several people by its nature keeps them.
    mutating func setDecider(_ name: String) throws(RecordError) {
        let key = RecordFields.key(dialect.process.decider)
        let items = RecordFields(layout)[key]?.items ?? []
        let isList = FieldNames.deciders.contains(key) && dialect.name == .kep
        if items == [name] || isList && items.count > 1 { return }
        return isList ? try setList(key, [name]) : try setField(dialect.process.decider, name)
    }

    /// Sets the day of review, in its field or behind the status.
    ///
    /// - Parameter today: the day on which the review begins, where the status tells that too.
    mutating func setReviewDay(_ day: Day, from today: Day) throws(RecordError) {
        guard dialect.datesStatus else {
            let key = RecordFields(layout).first(of: FieldNames.deadline)?.key ?? dialect.process.deadline
            return try setField(key, dialect.text(of: day))
        }
        let (_, record) = read()
        let start = record.statusText.flatMap { WrittenDate.range(in: $0)?.start } ?? today
        let word = record.status == .discussion ? "Active review" : "Scheduled for review"
        try setStatus(text: "\(word) (\(WrittenDate.range(from: min(start, day), to: day)))")
    }

    /// Whether the record names people as its authors.
    private func names(_ authors: [String]) -> Bool {
        RecordFields(layout).first(of: ["authors", "author"])?.items == authors
    }

    /// Writes other items below a field of the front matter.
    private mutating func replaceItems(of field: RecordFields.Field, with values: [String]) {
        let layout = layout
        guard let first = field.lines.dropFirst().first, let last = field.lines.last else { return }
        let indent = bytes[layout.content(first)].prefix(while: \.isBlank)
        let ending = layout.lineEnding(near: first)
        let lines = values.map { indent + Array("- \(RecordEditor.scalar($0))".utf8) }
        let place = layout.content(first).lowerBound..<layout.content(last).upperBound
        replace((place, Array(lines.joined(separator: ending))))
    }

    /// Adds to a field what is kept beside what it says already.
    mutating func appendField(_ key: String, _ value: String) throws(RecordError) {
        guard let field = RecordFields(layout)[RecordFields.key(key)], field.place == .frontMatter else {
            return try insertField(key, value)
        }
        // YAML takes a key once.
        replaceValue(of: field, with: field.value.isEmpty ? value : "\(field.value); \(value)")
    }

    /// Writes a field, or replaces its value.
    package mutating func setField(_ key: String, _ value: String) throws(RecordError) {
        guard let field = RecordFields(layout)[RecordFields.key(key)] else {
            guard case .section = dialect.status else { return try insertField(key, value) }
            let line = RecordFields(layout)["date"]?.line ?? layout.title.map { $0.end - 1 } ?? 1
            return replace(paragraph("\(key): \(value)", after: line, in: layout))
        }
        replaceValue(of: field, with: value)
    }

    /// Adds an item to the list under a heading, which is made at the end of the file where it is missing.
    package mutating func addListItem(_ text: String, under heading: String) { addItem("- \(text)", under: heading) }
}
