import Model

/// Changes the section "Status" of one record, and not a byte elsewhere.
///
/// The file keeps its line endings, its byte order mark, and a final line without an ending. An edit that could not be
/// read back, because the section ends inside code or a comment, is refused.
package struct RecordEditor: Sendable {
    /// The path, for errors and for the record's stem.
    package let path: String
    package private(set) var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Adds a relation as the last paragraph of the section.
    ///
    /// - Throws: `RecordError.noStatusSection`, `RecordError.unreadableEdit`.
    package mutating func addRelation(_ line: String) throws(RecordError) {
        replace(try insertion(of: line, in: RecordLayout(bytes)))
        try proveReadable(line)
    }

    /// Puts the relation to a successor in the place of the status; prose beside the status stays.
    ///
    /// - Throws: `RecordError.noStatusSection`, `RecordError.unreadableEdit`.
    package mutating func supersede(_ line: String) throws(RecordError) {
        let layout = RecordLayout(bytes)
        if let word = loneStatus(in: layout) {
            replace((word, Array(line.utf8)))
        } else {
            replace(try insertion(of: line, in: layout))
        }
        try proveReadable(line)
    }

    /// Replaces the status, or writes one as the first paragraph of the section where there is none.
    ///
    /// - Throws: `RecordError.noStatusSection`.
    package mutating func setStatus(_ word: String) throws(RecordError) {
        let layout = RecordLayout(bytes)
        if let range = loneStatus(in: layout) {
            replace((range, Array(word.utf8)))
        } else {
            replace(paragraph(word, after: try section(of: layout).heading.end - 1, in: layout))
        }
    }

    private typealias Edit = (range: Range<Int>, replacement: [UInt8])

    private mutating func replace(_ edit: Edit) {
        bytes.replaceSubrange(edit.range, with: edit.replacement)
    }

    private func section(
        of layout: RecordLayout
    ) throws(RecordError) -> (heading: RecordLayout.Heading, lines: Range<Int>) {
        guard let section = layout.statusSection else { throw RecordError.noStatusSection(path: path) }
        return section
    }

    /// The status where it is one word and a paragraph by itself.
    ///
    /// `Accepted`, `**Proposed**` and `* Accepted.` are.
    private func loneStatus(in layout: RecordLayout) -> Range<Int>? {
        guard let section = layout.statusSection else { return nil }
        for line in layout.prose where section.lines.contains(line) {
            let isAlone = [line - 1, line + 1].allSatisfy { !section.lines.contains($0) || layout.text($0).isEmpty }
            guard isAlone, let word = layout.statusWord(line) else { continue }
            return word
        }
        return nil
    }

    private func insertion(of line: String, in layout: RecordLayout) throws(RecordError) -> Edit {
        let section = try section(of: layout)
        let last = section.lines.last { !layout.text($0).isEmpty } ?? section.heading.end - 1
        return paragraph(line, after: last, in: layout)
    }

    /// The insertion of a paragraph below a line, with a blank line between the two.
    private func paragraph(_ text: String, after line: Int, in layout: RecordLayout) -> Edit {
        let whole = layout.lines.offsets(ofLine: line)
        let ending = layout.lineEnding(near: line)
        let isEnded = bytes[whole].last?.isLineEnd == true
        let replacement = isEnded ? ending + Array(text.utf8) + ending : ending + ending + Array(text.utf8)
        return (whole.upperBound..<whole.upperBound, replacement)
    }

    private func proveReadable(_ line: String) throws(RecordError) {
        let relations = RecordReader.read(path: path, bytes: bytes, kind: .decision).record.relations
        let wanted = RelationLine(line)?.relations ?? []
        guard !wanted.isEmpty, wanted.allSatisfy(relations.contains) else {
            throw RecordError.unreadableEdit(path: path)
        }
    }
}

extension RecordLayout {
    /// The one word of a line where it is a known status, without list mark and emphasis, with a full stop.
    fileprivate func statusWord(_ line: Int) -> Range<Int>? {
        var word = bytes[content(line)].trimmed
        while let first = word.first, "*-+_ ".utf8.contains(first) { word = word.dropFirst() }
        while let last = word.last, "*_ ".utf8.contains(last) { word = word.dropLast() }
        var letters = word
        if letters.last == UInt8(ascii: ".") { letters = letters.dropLast() }
        guard letters.text.allSatisfy(\.isLetter), RecordStatus(text: letters.text) != nil else { return nil }
        return word.startIndex..<word.endIndex
    }
}
