import Model

extension RecordReading {
    /// Finds the places of what findings point at.
    func places(of record: Record) -> RecordPlaces {
        var places = RecordPlaces()
        if let title = layout.title {
            places.title = range(title.text)
            places.titleNumber = titleNumber(title.text)
        }
        places.status = statusPlace.map(range)
        places.deadline = fields.first(of: FieldNames.deadline).map { range($0.valueRange) }
        places.revisit = fields.first(of: FieldNames.revisit).map { range($0.valueRange) }
        places.body = layout.lines.position(at: bodyStart)
        if record.status.isInForce { places.templateText = templateText() }
        for line in layout.prose + layout.headings.map(\.line) { note(line, in: &places) }
        for field in fields.all where field.place == .frontMatter {
            for line in field.lines { note(line, in: &places) }
        }
        return places
    }

    /// The range of some bytes.
    func range(_ bytes: Range<Int>) -> SourceRange { layout.lines.range(bytes) }

    private var statusPlace: Range<Int>? {
        let key = RecordFields.key(dialect.statusKey)
        if let field = fields[key] ?? fields["status"] { return field.valueRange }
        guard let section = layout.statusSection else { return nil }
        let line = layout.prose.first { section.lines.contains($0) && !layout.text($0).isEmpty }
        return line.map { layout.bytes[layout.content($0)].trimmed }.map { $0.startIndex..<$0.endIndex }
            ?? section.heading.text
    }

    /// The digits of `12. Title`, `ADR 12: Title` and `KIP-12: Title`.
    private func titleNumber(_ title: Range<Int>) -> (Int, SourceRange)? {
        let text = layout.bytes[title]
        let whole = text.text
        guard RecordTitle.withoutNumber(whole) != whole else { return nil }
        let digits = text.drop { !$0.isDigit }.prefix(while: \.isDigit)
        return Int(digits.text).map { ($0, range(digits.startIndex..<digits.endIndex)) }
    }

    private func templateText() -> (String, SourceRange)? {
        let status = layout.statusSection?.lines
        for line in layout.prose where status?.contains(line) != true {
            let content = layout.bytes[layout.content(line)].trimmed
            guard TemplateRemnants.hold(content) else { continue }
            return (content.text, range(content.startIndex..<content.endIndex))
        }
        return nil
    }

    /// Takes the links and mentions of a line, the first of each.
    private func note(_ line: Int, in places: inout RecordPlaces) {
        let content = layout.bytes[layout.content(line)]
        if content.contains(UInt8(ascii: "[")) {
            var rest = content
            while let link = MarkdownLink(&rest) {
                guard let stem = link.stem, places.links[stem] == nil else { continue }
                places.links[stem] = range(link.range)
            }
        }
        for (mention, bytes) in RecordMention.all(in: content) where places.mentions[mention] == nil {
            places.mentions[mention] = range(bytes)
        }
    }
}

/// The names by which prose calls records: `ADR-0012`, `ADR 12`, `RFC-0003`.
enum RecordMention {
    /// The mentions of a line, from left to right.
    ///
    /// A proposal is called with a hyphen only: "RFC 7990" is one of the IETF.
    static func all(in line: ArraySlice<UInt8>) -> [(RecordPlaces.Mention, Range<Int>)] {
        var found: [(RecordPlaces.Mention, Range<Int>)] = []
        var index = line.startIndex
        while let start = line[index...].firstIndex(where: { $0 == UInt8(ascii: "A") || $0 == UInt8(ascii: "R") }) {
            index = start + 1
            if start > line.startIndex, line[start - 1].isAlphanumeric { continue }
            let isDecision = line[start...].starts(with: "ADR".utf8)
            guard isDecision || line[start...].starts(with: "RFC".utf8) else { continue }
            var rest = line[(start + 3)...]
            if rest.first == UInt8(ascii: "-") || isDecision && rest.first == .space { rest = rest.dropFirst() }
            guard rest.startIndex > start + 3 else { continue }
            let digits = rest.prefix(while: \.isDigit)
            guard !digits.isEmpty, digits.count <= 6, let number = Int(digits.text) else { continue }
            if line[digits.endIndex...].first?.isAlphanumeric == true { continue }
            found.append((.init(kind: isDecision ? .decision : .proposal, number: number), start..<digits.endIndex))
            index = digits.endIndex
        }
        return found
    }
}
