import Model

/// The fields of a record: those of its front matter, and those of the lines and tables under its title.
struct RecordFields {
    /// One field, and where it stands.
    struct Field {
        /// The name in small letters, its words joined by `-`.
        let key: String
        /// The value on one line, without quotation marks; empty when the value is a list below.
        let value: String
        /// The bytes of the value, quotation marks included.
        let valueRange: Range<Int>
        /// The numbers of the lines that the field takes.
        let lines: Range<Int>
        /// The values where the field holds a list, in one line or below.
        let items: [String]
        let place: Place

        var line: Int { lines.lowerBound }
    }

    /// Where a field can stand.
    enum Place {
        case frontMatter, line, row
    }

    /// All fields from top to bottom; of two with the same name the first counts.
    let all: [Field]

    init(_ layout: RecordLayout) {
        var fields = FrontMatterScanner(layout).fields
        let preamble = layout.preamble
        let status = layout.statusSection.map { section in layout.prose.filter { section.lines.contains($0) } } ?? []
        for line in preamble + status where layout.frontMatter?.contains(line) != true {
            guard let found = MetadataLine(layout.bytes[layout.content(line)]) else { continue }
            if found.isRow, found.value.allSatisfy({ "-: ".contains($0) }) { continue }
            // In the section "Status" a line such as "Superseded by: ..." is a relation and read as such.
            if status.contains(line), !FieldNames.inStatusSection.contains(found.key) { continue }
            fields.append(
                Field(
                    key: found.key, value: found.value, valueRange: found.valueRange, lines: line..<line + 1,
                    items: RecordFields.items(found.value), place: found.isRow ? .row : .line))
        }
        all = fields
    }

    /// The first field of a name.
    subscript(_ key: String) -> Field? { all.first { $0.key == key } }

    /// The first field that has one of some names.
    func first(of keys: [String]) -> Field? { keys.lazy.compactMap { self[$0] }.first }

    /// A name in the form in which fields are compared: small letters, words joined by `-`.
    static func key(_ name: String) -> String {
        name.lowercased().split { " _-\t".contains($0) }.joined(separator: "-")
    }

    /// The values of `a, b` and `[a, b]`; a comma inside a link or quotation marks divides nothing.
    static func items(_ text: String) -> [String] {
        var text = text.trimmed
        if text.hasPrefix("["), text.hasSuffix("]"), !text.contains("](") { text = String(text.dropFirst().dropLast()) }
        var items: [String] = []
        var item = ""
        var depth = 0
        for character in text {
            switch character {
            case "(", "[": depth += 1
            case ")", "]": depth = max(0, depth - 1)
            default: break
            }
            if character == ",", depth == 0 {
                items.append(item)
                item = ""
            } else {
                item.append(character)
            }
        }
        return (items + [item]).map { $0.trimmed.trimmingQuotes }.filter { !$0.isEmpty }
    }
}

/// Reads the fields of a front matter line by line, so that each keeps its place in the bytes.
///
/// It knows as much of YAML 1.2 as records use: plain and quoted values, comments, lists in one line and below.
private struct FrontMatterScanner {
    private(set) var fields: [RecordFields.Field] = []
    private let layout: RecordLayout

    init(_ layout: RecordLayout) {
        self.layout = layout
        guard let lines = layout.frontMatter else { return }
        var line = lines.lowerBound
        while line < lines.upperBound {
            var end = line + 1
            while end < lines.upperBound, isBelow(end) { end += 1 }
            while end > line + 1, layout.text(end - 1).isEmpty { end -= 1 }
            if let field = field(line..<end) { fields.append(field) }
            line = end
        }
    }

    /// Whether a line belongs to the field above it: it is indented, an item of a list, or blank.
    private func isBelow(_ line: Int) -> Bool {
        let content = layout.bytes[layout.content(line)]
        guard let first = content.first else { return true }
        return first.isBlank || (first == UInt8(ascii: "-") && content.dropFirst().first?.isBlank == true)
    }

    private func field(_ lines: Range<Int>) -> RecordFields.Field? {
        let content = layout.bytes[layout.content(lines.lowerBound)]
        guard content.first?.isAlphanumeric == true, let colon = content.firstIndex(of: UInt8(ascii: ":")) else {
            return nil
        }
        let rest = content[(colon + 1)...]
        guard rest.isEmpty || rest.first?.isBlank == true else { return nil }
        let value = FrontMatterScanner.withoutComment(rest)
        let text = value.text.trimmingQuotes
        let below = lines.dropFirst().compactMap { item($0) }
        let gap = rest.startIndex + (rest.first?.isBlank == true ? 1 : 0)

        return RecordFields.Field(
            key: RecordFields.key(content[..<colon].text), value: text,
            valueRange: value.isEmpty ? gap..<gap : value.startIndex..<value.endIndex, lines: lines,
            items: text.isEmpty ? below : RecordFields.items(text),
            place: .frontMatter)
    }

    /// The text of an item of a list, `- text`.
    private func item(_ line: Int) -> String? {
        let content = layout.bytes[layout.content(line)].trimmed
        guard content.first == UInt8(ascii: "-"), content.dropFirst().first?.isBlank == true else { return nil }
        let text = FrontMatterScanner.withoutComment(content.dropFirst()).text.trimmingQuotes
        return text.isEmpty ? nil : text
    }

    /// A value without blanks around it and without the comment behind it.
    static func withoutComment(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let value = bytes.trimmed
        guard let first = value.first else { return value }
        if first == UInt8(ascii: "#") { return value.prefix(0) }
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            guard let end = value.dropFirst().firstIndex(of: first) else { return value }
            return value[...end]
        }
        for index in value.indices.dropFirst() where value[index] == UInt8(ascii: "#") && value[index - 1].isBlank {
            return value[..<index].trimmed
        }
        return value
    }
}
