package import Model

/// A comment below the heading of a question that keeps its name through every edit: `<!-- q: id -->`.
package struct QuestionMarker: Sendable, Equatable {
    package var id: EntryID
    /// The line of the heading, counted from 1.
    package var headingLine: Int

    package init(id: EntryID, headingLine: Int) {
        self.id = id
        self.headingLine = headingLine
    }

    /// The bytes of a file with a marker line below each heading, with the line ending that the heading has.
    ///
    /// A heading whose next line with text is a marker already is left alone. No other byte is changed.
    package static func stamped(_ bytes: [UInt8], with markers: [QuestionMarker]) -> [UInt8] {
        let starts = lineStarts(of: bytes)
        var result = bytes
        for marker in markers.sorted(by: { $0.headingLine > $1.headingLine }) {
            guard (1...starts.count).contains(marker.headingLine) else { continue }
            var line = marker.headingLine
            let isATX = text(of: line - 1, bytes, starts).first == UInt8(ascii: "#")
            if !isATX, isUnderline(text(of: line, bytes, starts)) { line += 1 }
            guard !hasMarker(after: line, bytes, starts) else { continue }
            let end = line < starts.count ? starts[line] : bytes.count
            let ending = lineEnding(of: bytes[starts[line - 1]..<end]) ?? lineEnding(of: bytes[...]) ?? [.lineFeed]
            let comment = Array("<!-- q: \(marker.id.rawValue) -->".utf8)
            let isOpen = lineEnding(of: bytes[starts[line - 1]..<end]) == nil
            result.insert(contentsOf: isOpen ? ending + comment : comment + ending, at: end)
        }
        return result
    }

    /// Whether the line after a heading's underlines it, as setext headings have it.
    private static func isUnderline(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first, first == UInt8(ascii: "=") || first == UInt8(ascii: "-") else { return false }
        return text.allSatisfy { $0 == first }
    }

    private static func hasMarker(after line: Int, _ bytes: [UInt8], _ starts: [Int]) -> Bool {
        var next = line + 1
        while next <= starts.count, text(of: next - 1, bytes, starts).isEmpty { next += 1 }
        guard next <= starts.count else { return false }
        let text = text(of: next - 1, bytes, starts)
        return text.starts(with: "<!-- q:".utf8) || text.starts(with: "<!--q:".utf8)
    }

    /// The bytes of the line with an index from 0, without white space at its ends; empty beyond the last.
    private static func text(of index: Int, _ bytes: [UInt8], _ starts: [Int]) -> ArraySlice<UInt8> {
        guard index < starts.count else { return [] }
        let end = index + 1 < starts.count ? starts[index + 1] : bytes.count
        return bytes[starts[index]..<end].trimmed
    }

    private static func lineStarts(of bytes: [UInt8]) -> [Int] {
        [0] + bytes.indices.filter { bytes[$0] == .lineFeed && $0 + 1 < bytes.count }.map { $0 + 1 }
    }

    private static func lineEnding(of line: ArraySlice<UInt8>) -> [UInt8]? {
        guard let feed = line.lastIndex(of: .lineFeed) else { return nil }
        let isCRLF = feed > line.startIndex && line[feed - 1] == .carriageReturn
        return isCRLF ? [.carriageReturn, .lineFeed] : [.lineFeed]
    }
}
