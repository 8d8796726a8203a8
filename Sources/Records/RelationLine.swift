package import Model

/// A line by which a record names another: `Superseded by [2. Title](0002-title.md)`.
package struct RelationLine: Sendable, Equatable {
    /// One relation for every record that the line names.
    package let relations: [RecordRelation]
    /// Whether the line says nothing else.
    let isWhole: Bool

    /// Reads a line; nil when it is no relation.
    ///
    /// A verb that is not known needs a link behind it, or every sentence would be a relation.
    package init?(_ line: some StringProtocol) {
        let bytes = Array(line.utf8)
        let open = bytes.firstIndex(of: UInt8(ascii: "[")) ?? bytes.count
        if open < bytes.count, let verb = RelationLine.verb(bytes[..<open].text) {
            var relations: [RecordRelation] = []
            var rest = bytes[open...]
            var isWhole = true
            while true {
                let gap = rest.prefix { $0 != UInt8(ascii: "[") }.text.trimmed
                guard let link = MarkdownLink(&rest) else { break }
                isWhole = isWhole && ["", ",", "and", ", and", "&"].contains(gap)
                let kind = RecordRelation.Kind(verb: verb)
                relations.append(
                    .init(
                        kind: kind, verb: verb, target: link.stem, targetText: link.text,
                        destination: link.destination))
            }
            (self.relations, self.isWhole) = (relations, isWhole && ["", "."].contains(rest.trimmed.text))
        } else {
            relations = RelationLine.unlinked(bytes.text)
            isWhole = relations.allSatisfy { $0.targetText.allSatisfy { $0.isNumber || $0.isLetter } }
        }
        if relations.isEmpty { return nil }
    }

    /// The line that names a record, without a line ending.
    ///
    /// - Parameter title: the title as Markdown; its brackets are escaped when they would end the link early.
    package static func text(verb: String, number: Int?, title: String, file: String) -> String {
        let label = number.map { "\($0). " } ?? ""
        return "\(verb) [\(label)\(MarkdownLink.escapedText(title))](\(MarkdownLink.escapedDestination(file)))"
    }

    /// Whether a verb before a link is read back as it is; a sentence is not, and neither is Markdown of its own.
    static func canRead(_ verb: String) -> Bool { RelationLine.verb(verb) == verb }

    /// The words before a link, without list marks, emphasis and colon; nil when they are a sentence of their own.
    private static func verb(_ text: String) -> String? {
        var words = text.trimmed[...]
        while let first = words.first, "*-+_> ".contains(first) { words.removeFirst() }
        while let last = words.last, "*_: ".contains(last) { words.removeLast() }
        // A bar inside is part of a verb, as adr-tools allows; at the start it begins a row of a table.
        let isVerb =
            words.allSatisfy { $0.isLetter || $0.isNumber || " -/|&'’+".contains($0) } && words.first != "|"
            && words.contains(where: \.isLetter)
        return isVerb && !words.isEmpty && words.utf8.count <= 40 ? String(words) : nil
    }

    /// "Superseded by 0015", "Supersedes: ADR-14": a known verb and a number.
    private static func unlinked(_ text: String) -> [RecordRelation] {
        let words = text.split { " :*_-+".contains($0) }.map(String.init)
        for count in [2, 1] where words.count > count {
            let verb = words.prefix(count).joined(separator: " ")
            let kind = RecordRelation.Kind(verb: verb)
            guard kind != .other else { continue }
            let name = words[count...].filter { !["ADR", "RFC", "#"].contains($0.uppercased()) }
            guard let number = name.first?.drop(while: { $0 == "#" }), number.first?.isNumber == true else { return [] }
            let target = words[count...].joined(separator: " ")
            return [RecordRelation(kind: kind, verb: verb, target: nil, targetText: target)]
        }
        return []
    }
}

extension RecordRelation.Kind {
    /// The kind that a verb means, in either spelling of "supersede"; `other` when it is not known.
    package init(verb: String) {
        switch verb.lowercased() {
        case "supersedes", "supercedes", "replaces": self = .supersedes
        case "superseded by", "superceded by", "replaced by": self = .supersededBy
        case "amends": self = .amends
        case "amended by": self = .amendedBy
        case "clarifies": self = .clarifies
        case "clarified by": self = .clarifiedBy
        case "relates to", "related to", "see also": self = .relatesTo
        default: self = .other
        }
    }
}

/// How a folder of records spells the verb of succession.
package enum SupersedeSpelling: Sendable {
    /// "Superseded by", "Supersedes".
    case standard
    /// That of adr-tools outside Debian: "Superceded by", "Supercedes".
    case adrTools

    /// The spelling that most of the records use; the standard one where there is no majority.
    package init(usedBy records: some Sequence<Record>) {
        var balance = 0
        for relation in records.lazy.flatMap(\.relations) {
            if relation.verb.lowercased().hasPrefix("superced") { balance += 1 }
            if relation.verb.lowercased().hasPrefix("supersed") { balance -= 1 }
        }
        self = balance > 0 ? .adrTools : .standard
    }

    /// The spelling of the first verb of succession that stands before a link; nil where there is none.
    package init?(firstIn text: [UInt8]) {
        let stem = Array("uper".utf8)
        let span = text.span
        var index = 0
        while index + 9 < span.count {
            defer { index += 1 }
            guard span[index] == stem[0], text[index...].starts(with: stem) else { continue }
            let rest = text[(index + 4)...]
            for (letter, spelling) in [("s", SupersedeSpelling.standard), ("c", .adrTools)] {
                if ["\(letter)edes [", "\(letter)eded by ["].contains(where: { rest.starts(with: $0.utf8) }) {
                    self = spelling
                    return
                }
            }
        }
        return nil
    }

    /// The verb by which a record names one that it takes the place of.
    package var supersedes: String { self == .standard ? "Supersedes" : "Supercedes" }
    /// The verb by which a record names the one that takes its place.
    package var supersededBy: String { self == .standard ? "Superseded by" : "Superceded by" }
}
