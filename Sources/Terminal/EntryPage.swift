package import Model

/// Sets a whole entry as text that reads well in 80 columns.
package struct EntryPage: Sendable {
    package var style: Styler
    /// The columns to wrap prose to.
    package var width: Int

    package init(style: Styler, width: Int) {
        self.style = style
        self.width = max(20, min(width, 100))
    }

    /// The lines of the page.
    ///
    /// - Parameter records: the decisions and proposals that cite the entry.
    package func lines(_ entry: Entry, citedBy records: [Entry] = []) -> [String] {
        var lines = TextWrap.lines(SafeText.line(entry.title), width: width).map { style(.strong, $0) }
        lines.append("")
        lines += fields(of: entry).flatMap(field)
        for (index, record) in records.enumerated() {
            lines += field(index == 0 ? "cited by" : "", "\(record.id.rawValue): \(record.title)")
        }
        for part in parts(of: entry) {
            lines.append("")
            if let heading = part.heading { lines += [style(.strong, heading), ""] }
            lines += MarkdownLines(style: style, width: width).lines(part.text)
        }
        return lines
    }

    private struct Part {
        var heading: String?
        var text: String
    }

    /// What stands in the block of labels, each with its value.
    private func fields(of entry: Entry) -> [(label: String, value: String)] {
        var fields: [(String, String?)] = [
            ("kind", kind(of: entry)),
            ("id", entry.id.rawValue),
            ("also", entry.aliases.isEmpty ? nil : entry.aliases.joined(separator: "; ")),
            ("url", entry.link?.url),
            ("author", entry.link?.author),
            ("part", entry.link?.part),
        ]
        if let record = entry.record {
            fields += [
                ("status", record.statusText ?? record.status.rawValue),
                ("date", record.date.map { "\($0)" }),
                ("deciders", record.deciders.isEmpty ? nil : record.deciders.joined(separator: ", ")),
            ]
        }
        fields += [
            ("tags", entry.tags.isEmpty ? nil : entry.tags.map(\.name).joined(separator: "  ")),
            ("under", entry.section.isEmpty ? nil : entry.section.joined(separator: " / ")),
            ("source", "\(entry.source)"),
        ]
        return fields.compactMap { label, value in value.map { (label, $0) } }
    }

    private func kind(of entry: Entry) -> String {
        var words = [entry.kind.rawValue]
        if let link = entry.link { words.append(link.medium.rawValue) }
        if let question = entry.question {
            words.append(question.points.map { "\($0) points" } ?? question.form.rawValue)
            if let week = question.week { words.append("week \(week.number)") }
        }
        if case .pattern(let pattern) = entry.content, pattern.isCategory { words.append("category") }
        if entry.language != .undetermined { words.append(entry.language.rawValue) }
        return words.joined(separator: ", ")
    }

    private func field(_ label: String, _ value: String) -> [String] {
        let lines = TextWrap.lines(SafeText.line(value), width: width - 10)
        return lines.enumerated().map { index, line in
            let head = TextWrap.padded(index == 0 ? label : "", to: 10)
            return style(.quiet, head) + (label == "url" || label == "source" ? style(.path, line) : line)
        }
    }

    private func parts(of entry: Entry) -> [Part] {
        switch entry.content {
        case .question(let question): return parts(of: question)
        case .link, .topic, .diagram: return entry.note.map { [Part(text: $0)] } ?? []
        default: return (entry.body ?? entry.note).map { [Part(text: $0)] } ?? []
        }
    }

    private func parts(of question: Question) -> [Part] {
        var parts: [Part] = []
        if !question.problem.isEmpty { parts.append(Part(heading: "Problem", text: question.problem)) }
        if !question.tasks.isEmpty {
            let tasks = question.tasks.enumerated().map { "\($0.offset + 1). \($0.element)" }
            parts.append(Part(heading: "Tasks", text: tasks.joined(separator: "\n")))
        }
        if let answer = question.modelAnswer {
            parts.append(Part(heading: question.form == .short ? nil : "Model answer", text: answer))
        }
        if !question.rubric.isEmpty {
            let bullets = question.rubric.map { "- \($0.textWithoutPoints) (\(counted($0.points, "point")))" }
            parts.append(Part(heading: "Rubric", text: bullets.joined(separator: "\n")))
        }
        return parts
    }
}
