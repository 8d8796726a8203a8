import Model

/// Reads what a record says of others outside its status: in fields, in lists of links, in the front matter.
struct RelationReader {
    private(set) var relations: [RecordRelation] = []
    /// The numbers of the lines outside fields that name others.
    private(set) var lines: [Int] = []
    private let layout: RecordLayout

    init(_ layout: RecordLayout, _ fields: RecordFields) {
        self.layout = layout
        for field in fields.all {
            if field.key == "links", field.place == .frontMatter {
                readTargets(field)
                readGroups(field)
            } else if let verb = RelationReader.verb(field.key) {
                for item in field.items {
                    let own = field.key == "related" ? RelationReader.stated(item) : nil
                    relations += own ?? RelationReader.relations(item, verb: verb)
                }
            }
        }
        for line in layout.prose where layout.statusSection?.lines.contains(line) == true {
            guard let relation = RelationLine(layout.text(line)) else { continue }
            relations += relation.relations
            lines.append(line)
        }
        for heading in layout.headings where RelationReader.sections.contains(text(heading)) {
            let isAnyVerb = ["links", "related"].contains(text(heading))
            for line in layout.prose where layout.lines(of: heading).contains(line) {
                let content = layout.text(line)
                guard let mark = content.first, "*-+".contains(mark), content.dropFirst().first == " " else { continue }
                let read = (RelationLine(content)?.relations ?? []).filter { relation in
                    relation.kind != .other || (isAnyVerb && relation.target != nil)
                }
                relations += read
                if !read.isEmpty { lines.append(line) }
            }
        }
    }

    /// The relations of a value that begins with its verb: `Amends 2`, `Led to 0001-outbox`.
    private static func stated(_ value: String) -> [RecordRelation]? {
        if let relations = RelationLine(value)?.relations { return relations }
        let words = value.split(separator: " ")
        guard words.count > 1, let name = words.last, isName(name) else { return nil }
        let verb = words.dropLast().joined(separator: " ")
        return [RecordRelation(kind: .init(verb: verb), verb: verb, target: String(name), targetText: String(name))]
    }

    /// Whether a word is the stem of a record: a number, and words behind it.
    private static func isName(_ stem: some StringProtocol) -> Bool {
        stem.contains("-") && !stem.contains(" ") && RecordName.number(ofStem: String(stem)) != nil
            && stem.split(separator: "-").last?.contains(where: \.isLetter) == true
    }

    /// The headings, in small letters, of the sections in which tools list links.
    static let sections: Set<String> = ["links", "more information", "related", "references", "prior art"]

    private func text(_ heading: RecordLayout.Heading) -> String {
        layout.bytes[heading.text].text.lowercased()
    }

    /// The verb that the name of a field is; nil when it is none.
    private static func verb(_ key: String) -> String? {
        let words = key.split(separator: "-").joined(separator: " ")
        switch words {
        case "see also", "related", "related to", "relates to": return "Relates to"
        default:
            return RecordRelation.Kind(verb: words) == .other ? nil : words.prefix(1).uppercased() + words.dropFirst()
        }
    }

    /// The records that one value of a field names: by links, by a number, or by a file.
    private static func relations(_ value: String, verb: String) -> [RecordRelation] {
        let kind = RecordRelation.Kind(verb: verb)
        var rest = Array(value.utf8)[...]
        var relations: [RecordRelation] = []
        while let link = MarkdownLink(&rest) {
            relations.append(
                RecordRelation(
                    kind: kind, verb: verb, target: link.stem, targetText: link.text, destination: link.destination))
        }
        if !relations.isEmpty { return relations }
        guard !FieldNames.placeholders.contains(value.lowercased()),
            value.contains(where: \.isNumber) || value.contains("-")
        else {
            return []
        }
        let stem = RecordName.stem(ofFile: value.split(separator: "/").last.map(String.init) ?? value)
        return [RecordRelation(kind: kind, verb: verb, target: isName(stem) ? stem : nil, targetText: value)]
    }

    /// The lines below a field of the front matter, without the blanks before them.
    private func below(_ field: RecordFields.Field) -> [(indent: Int, text: ArraySlice<UInt8>)] {
        field.lines.dropFirst().map { line in
            let content = layout.bytes[layout.content(line)]
            return (content.prefix(while: \.isBlank).count, content.trimmed)
        }
    }

    /// Reads `- target: 2` with `kind: supersedes` below it, in either order.
    private mutating func readTargets(_ field: RecordFields.Field) {
        var target: String?
        var kind: String?
        func relation() -> RecordRelation? {
            guard let target, let kind else { return nil }
            let verb = RelationReader.verbOfKind[kind.lowercased()] ?? kind
            return RecordRelation(kind: .init(verb: verb), verb: verb, target: nil, targetText: target)
        }
        for (_, text) in below(field) {
            var rest = text
            if rest.first == UInt8(ascii: "-") {
                if let relation = relation() { relations.append(relation) }
                (target, kind) = (nil, nil)
                rest = rest.dropFirst().trimmed
            }
            guard let field = MetadataLine(rest) else { continue }
            if field.key == "target" { target = field.value }
            if field.key == "kind" { kind = field.value }
        }
        if let relation = relation() { relations.append(relation) }
    }

    /// Reads `precedes:` with `- AD0002` below it, or with `[AD0002]` beside it.
    private mutating func readGroups(_ field: RecordFields.Field) {
        var verb: String?
        for (_, text) in below(field) {
            if text.first == UInt8(ascii: "-") {
                let item = text.dropFirst().trimmed.text.trimmingQuotes
                if let verb, !item.contains(":") { append(item, verb) }
            } else if let found = MetadataLine(text), found.key != "target", found.key != "kind" {
                verb = found.key
                for item in RecordFields.items(found.value) { append(item, found.key) }
            }
        }
    }

    private mutating func append(_ identifier: String, _ key: String) {
        let verb = RelationReader.verbOfKind[key] ?? key.split(separator: "-").joined(separator: " ")
        relations.append(
            RecordRelation(kind: .init(verb: verb), verb: verb, target: nil, targetText: identifier))
    }

    /// The verbs that adrs and ADG write in one word.
    static let verbOfKind = [
        "supersedes": "Supersedes", "supersededby": "Superseded by", "amends": "Amends", "amendedby": "Amended by",
        "clarifies": "Clarifies", "clarifiedby": "Clarified by", "relatesto": "Relates to",
        "succeeds": "Supersedes", "precedes": "Superseded by",
    ]
}

extension RecordLayout {
    /// The numbers of the lines below a heading, up to the next one of its level or a higher one.
    func lines(of heading: Heading) -> Range<Int> {
        let next = headings.first { $0.line > heading.line && $0.level <= heading.level }
        return heading.end..<(next?.line ?? lines.count + 1)
    }
}
