import Model

/// Finds the places where documents name a record by the stem of its file: in links, in `[[...]]`, in front matter, in
/// comments of source code.
///
/// A stem inside an address of the web, or behind folders that are not the record's, names something else.
struct RecordNames {
    /// The bytes of the stem, and its form in the destination of a link where that differs.
    private let forms: [[UInt8]]
    private let path: String
    /// The paths of all files; a bare stem means the one in the document's own folder where there is one.
    private let paths: Set<String>

    init(of path: String, among paths: Set<String>) {
        let stem = RecordName.stem(ofPath: path)
        let escaped = MarkdownLink.escapedDestination(stem)
        forms = (escaped == stem ? [stem] : [stem, escaped]).map { Array($0.utf8) }
        self.path = path
        self.paths = paths
    }

    /// The places in a document, from the first to the last.
    func places(in document: (path: String, bytes: [UInt8])) -> [Range<Int>] {
        let bytes = document.bytes
        var places: [Range<Int>] = []
        for form in forms {
            guard let first = form.first, bytes.count >= form.count else { continue }
            var index = 0
            while index <= bytes.count - form.count {
                if bytes[index] == first, bytes[index...].starts(with: form) {
                    let place = index..<index + form.count
                    if isName(place, in: document) { places.append(place) }
                    index = place.upperBound
                } else {
                    index += 1
                }
            }
        }
        return places.sorted { $0.lowerBound < $1.lowerBound }
    }

    private func isName(_ place: Range<Int>, in document: (path: String, bytes: [UInt8])) -> Bool {
        let bytes = document.bytes
        func isWord(_ byte: UInt8) -> Bool { byte.isAlphanumeric || "-_".utf8.contains(byte) || byte >= 0x80 }
        if place.upperBound < bytes.count, isWord(bytes[place.upperBound]) { return false }
        var start = place.lowerBound
        while start > 0, !bytes[start - 1].isWhitespace, !"()[]<>{}\"'`|,;=".utf8.contains(bytes[start - 1]) {
            start -= 1
        }
        var before = bytes[start..<place.lowerBound].text
        if before.lowercased().hasSuffix("adr-") { before.removeLast("adr-".count) }
        if before.contains("://") { return false }
        guard let slash = before.lastIndex(of: "/") else {
            return before.utf8.last.map(isWord) != true && isNearest(to: document.path)
        }
        guard before.index(after: slash) == before.endIndex else { return false }
        let folders = before.split(separator: "/").filter { $0 != "." && $0 != ".." }
        let own = path.split(separator: "/").dropLast()
        if folders.isEmpty, !before.contains("..") { return isNearest(to: document.path) }
        let count = min(folders.count, own.count)
        return folders.suffix(count).elementsEqual(own.suffix(count))
    }

    /// Whether no other file of the same name lies in the folder of a document.
    private func isNearest(to document: String) -> Bool {
        let folder = document.split(separator: "/").dropLast()
        let file = path.split(separator: "/").suffix(1)
        let near = (folder + file).joined(separator: "/")
        return near == path || !paths.contains(near)
    }
}

/// A place where a document names a record by nothing but its number.
package struct NumberMention: Sendable, Equatable {
    /// The document.
    package let path: String
    /// The number of the line, from 1.
    package let line: Int
    /// The words, such as `ADR-0012`.
    package let text: String

    /// The digits in the bytes of the document.
    let digits: Range<Int>

    /// The places where a document has `ADR-0012`, `ADR 12` or `adr #12`, from the first to the last.
    ///
    /// - Parameter kind: the records that are numbered; `RFC-0012` is another record than `ADR-0012`.
    static func all(
        of number: Int, _ kind: RecordKind, in document: (path: String, bytes: [UInt8])
    ) -> [NumberMention] {
        let bytes = document.bytes
        let name = Array((kind == .decision ? "adr" : "rfc").utf8)
        var mentions: [NumberMention] = []
        var table: LineTable?
        var index = 0
        while index + name.count < bytes.count {
            defer { index += 1 }
            guard bytes[index] | 0x20 == name[0], bytes[index..<index + 3].map({ $0 | 0x20 }) == name else { continue }
            if index > 0, bytes[index - 1].isAlphanumeric { continue }
            let rest = bytes[(index + 3)...]
            let digits = rest.drop { "-_ #".utf8.contains($0) }.prefix(while: \.isDigit)
            guard digits.startIndex - rest.startIndex <= 2, Int(digits.text) == number else { continue }
            let next = bytes[digits.endIndex...].prefix(2)
            if next.first == UInt8(ascii: "-"), next.last?.isAlphanumeric == true { continue }
            let lines = table ?? LineTable(bytes)
            table = lines
            mentions.append(
                NumberMention(
                    path: document.path, line: lines.line(at: index), text: bytes[index..<digits.endIndex].text,
                    digits: digits.startIndex..<digits.endIndex))
        }
        return mentions
    }
}
