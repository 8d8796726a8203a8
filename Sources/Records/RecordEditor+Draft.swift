import Model

extension RecordDraft {
    /// The text that the template makes.
    func text(number: Int) throws(RecordError) -> [UInt8] {
        try template.filled(
            number: number, title: title, date: dateText ?? date.description, status: status,
            others: others.merging(["yaml-title": RecordEditor.scalar(title)]) { own, _ in own })
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
        if !draft.deciders.isEmpty { try setList(dialect.decidersKey ?? key("Deciders"), draft.deciders) }
        if !draft.tags.isEmpty { try setList(dialect.tagsKey ?? key("Tags"), draft.tags) }
        for reference in draft.references { addItem("- \(reference)", under: "References") }
    }

    /// Writes a list into a field; records without fields get a line of their own below the date.
    package mutating func setList(_ key: String, _ values: [String]) throws(RecordError) {
        let layout = layout
        let fields = RecordFields(layout)
        if let field = fields[RecordFields.key(key)] {
            if field.place != .frontMatter { return replaceValue(of: field, with: values.joined(separator: ", ")) }
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
