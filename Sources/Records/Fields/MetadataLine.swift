import Model

/// A line that gives a field of a record: `Date: 2026-01-12`, `* Status: accepted`, `| Status | Accepted |`.
struct MetadataLine {
    /// The field's name as `RecordFields.key` has it.
    let key: String
    /// Where the name stands in the bytes.
    let name: Range<Int>
    /// Where the value stands, without the white space and emphasis around it.
    let valueRange: Range<Int>
    let value: String
    /// Whether the line is a row of a table.
    let isRow: Bool

    /// Reads a line; nil when it is none, because a name of a field is one word or a few.
    init?(_ line: ArraySlice<UInt8>) {
        var rest = line.trimmed
        while let first = rest.first, first.isDecoration || first == UInt8(ascii: "|") { rest = rest.dropFirst() }
        isRow = line.trimmed.first == UInt8(ascii: "|")
        guard let end = rest.firstIndex(of: UInt8(ascii: isRow ? "|" : ":")) else { return nil }
        let name = rest[..<end].withoutDecoration
        guard !name.isEmpty, name.count <= 24, name.allSatisfy({ $0.isLetter || "-_ \t".utf8.contains($0) }) else {
            return nil
        }
        key = RecordFields.key(name.text)
        self.name = name.startIndex..<name.endIndex
        var value = rest[(end + 1)...]
        if isRow { value = value.prefix { $0 != UInt8(ascii: "|") } }
        value = value.withoutDecoration
        valueRange = value.isEmpty ? MetadataLine.gap(after: end, in: line) : value.startIndex..<value.endIndex
        self.value = value.text.trimmingQuotes
    }

    /// The empty place where a value would stand: behind the mark, and behind one blank where there is one.
    private static func gap(after mark: Int, in line: ArraySlice<UInt8>) -> Range<Int> {
        var place = mark + 1
        while place < line.endIndex, "*_".utf8.contains(line[place]) { place += 1 }
        if place < line.endIndex, line[place].isBlank { place += 1 }
        return place..<place
    }
}

/// The title of a record and the number that stands before it.
enum RecordTitle {
    /// The title of `12. Title`, `ADR 12: Title` and `RFC-0012 - Title`.
    static func withoutNumber(_ text: String) -> String {
        var rest = Array(text.utf8)[...]
        var isNamed = false
        for name in ["adr", "rfc", "kip", "eip", "pep"] where rest.prefix(3).map(\.lowercased) == Array(name.utf8) {
            let after = rest.dropFirst(3).drop { $0.isBlank || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "#") }
            if after.first?.isDigit == true {
                rest = after
                isNamed = true
            }
        }
        let digits = rest.prefix(while: \.isDigit)
        var title = rest.dropFirst(digits.count)
        guard !digits.isEmpty else { return text }
        if isNamed { title = title.drop(while: \.isBlank) }
        let marks = isNamed ? ".:-" : ".:"
        guard let mark = title.first, marks.utf8.contains(mark) else { return isNamed && title.isEmpty ? "" : text }
        title = title.dropFirst()
        return title.isEmpty || title.first?.isBlank == true ? title.trimmed.text : text
    }
}

extension ArraySlice<UInt8> {
    /// The bytes without white space and emphasis around them.
    fileprivate var withoutDecoration: ArraySlice<UInt8> {
        var rest = trimmed
        while let first = rest.first, first.isDecoration { rest = rest.dropFirst() }
        while let last = rest.last, last.isDecoration { rest = rest.dropLast() }
        return rest.trimmed
    }
}

extension UInt8 {
    /// Whether the byte marks a list item or emphasis, or is blank.
    fileprivate var isDecoration: Bool { isBlank || "*-+_".utf8.contains(self) }
}

extension String {
    /// The text without one pair of quotation marks around it.
    var trimmingQuotes: String {
        for mark in ["\"", "'"] where count > 1 && hasPrefix(mark) && hasSuffix(mark) {
            return String(dropFirst().dropLast())
        }
        return self
    }
}
