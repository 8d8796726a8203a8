import Model

/// What a record says that another dialect has no place for.
struct ConversionLosses {
    /// The losses, each as the end of the sentence "it would lose ...".
    private(set) var all: [String] = []

    init(of file: RecordFile, _ record: Record, _ body: RecordBody, to target: Dialect, in set: RecordSet) {
        if target.decidersKey == nil, !record.deciders.isEmpty {
            all.append("the deciders \(record.deciders.joined(separator: ", "))")
        }
        if target.tagsKey == nil, !file.entry.tags.isEmpty {
            all.append("the tags \(file.entry.tags.map(\.name).joined(separator: ", "))")
        }
        if let date = record.date, target.dateKey == nil || !target.writesDate { all.append("the date \(date)") }
        for relation in record.relations where set.target(of: relation) == nil && !body.says(relation) {
            all.append("\(relation.verb) \(relation.targetText), which names no record")
        }
        let word = target.word(for: record.status)
        if ![.superseded, .unknown].contains(record.status), RecordStatus(text: word) != record.status {
            all.append("the status \(record.status.rawValue), which becomes \(word)")
        }
        if record.number == nil, target.needsNumber { all.append("its place in the order, having no number") }
        if !target.usesFrontMatter {
            all += body.carriedFields.map { "the field \($0)" }
        }
        all += body.comments.map { "the comment \($0)" }
        if let title = body.otherTitle { all.append("the title \(title) of its front matter") }
    }
}

extension Dialect {
    /// Whether a new record of the dialect carries its date.
    fileprivate var writesDate: Bool {
        if case .section = status { return numbersTitle }
        return true
    }

    /// Whether every record of the dialect is numbered inside its file.
    fileprivate var needsNumber: Bool { numbersTitle || name == .adg }

    /// Whether the dialect has a front matter, in which fields that no other tool knows do no harm.
    var usesFrontMatter: Bool {
        if case .frontMatter = status { return true }
        return false
    }

    /// All that stands above the text of a record, with places to fill.
    ///
    /// - Parameter isNumbered: whether the record has a number for its title.
    func head(isNumbered: Bool) -> String {
        let head = head(title: "{{title}}", tags: [])
        return isNumbered ? head : head.replacing("# {{number}}. ", with: "# ")
    }
}
