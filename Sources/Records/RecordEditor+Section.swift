import Model

/// The edits of the section "Status".
extension RecordEditor {
    /// Adds a paragraph as the last one of the section.
    mutating func addParagraph(_ line: String) throws(RecordError) {
        replace(try insertion(of: line, in: layout))
    }

    /// Puts a line in the place of the status; prose beside the status stays.
    mutating func replaceStatus(_ line: String) throws(RecordError) {
        let layout = layout
        if let word = loneStatus(in: layout) {
            replace((word, Array(line.utf8)))
        } else if let old = wordyStatus(in: layout) {
            replace(precedence(of: line, over: old, in: layout))
        } else {
            replace(try insertion(of: line, in: layout))
        }
    }

    /// Replaces the status, or writes one as the first paragraph of the section where there is none.
    mutating func setParagraph(_ word: String) throws(RecordError) {
        let layout = layout
        if let range = loneStatus(in: layout) {
            replace((range, Array(word.utf8)))
        } else if let old = wordyStatus(in: layout) {
            replace(precedence(of: word, over: old, in: layout))
        } else {
            replace(paragraph(word, after: try section(of: layout).heading.end - 1, in: layout))
        }
    }

    /// Moves the status below the relations that follow it, so that what takes its place stands last.
    mutating func moveStatusToEnd() {
        let layout = layout
        guard let range = loneStatus(in: layout), let section = layout.statusSection else { return }
        let line = layout.lines.line(at: range.lowerBound)
        let last = section.lines.last { !layout.text($0).isEmpty } ?? line
        guard last > line else { return }
        let word = bytes[range].text
        replace(paragraph(word, after: last, in: layout))
        replace((layout.lines.start(ofLine: line)..<layout.lines.start(ofLine: line + 2), []))
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

    /// The line that tells the status in more than a word: `**Accepted** (2026-01-01)`, `Accepted on Monday`.
    private func wordyStatus(in layout: RecordLayout) -> Int? {
        guard let section = layout.statusSection else { return nil }
        let line = layout.prose.first { line in
            section.lines.contains(line) && !layout.text(line).isEmpty && RelationLine(layout.text(line)) == nil
                && MetadataLine(bytes[layout.content(line)]) == nil
        }
        return line.flatMap { RecordStatus(text: layout.text($0)) == nil ? nil : $0 }
    }

    /// The edit that lets a status stand before a wordy one, which is kept as what once was.
    ///
    /// Tools take the first word of a paragraph for the status, so the old one must not begin with it any more.
    private func precedence(of status: String, over line: Int, in layout: RecordLayout) -> Edit {
        let content = layout.content(line)
        let ending = layout.lineEnding(near: line)
        let text = bytes[content].trimmed
        let isItem = text.count > 1 && "*-+".utf8.contains(text[text.startIndex]) && text[text.startIndex + 1].isBlank
        let mark = isItem ? Array(text.prefix(2)) : []
        let start = text.startIndex + mark.count
        let gap = isItem ? ending + mark : ending + ending
        return (start..<start, Array(status.utf8) + gap + Array("Formerly: ".utf8))
    }

    private func insertion(of line: String, in layout: RecordLayout) throws(RecordError) -> Edit {
        let section = try section(of: layout)
        let last = section.lines.last { !layout.text($0).isEmpty } ?? section.heading.end - 1
        return paragraph(line, after: last, in: layout)
    }

    /// The insertion of a paragraph below a line, with a blank line between the two.
    func paragraph(_ text: String, after line: Int, in layout: RecordLayout) -> Edit {
        let whole = layout.lines.offsets(ofLine: line)
        let ending = layout.lineEnding(near: line)
        let isEnded = bytes[whole].last?.isLineEnd == true
        let replacement = isEnded ? ending + Array(text.utf8) + ending : ending + ending + Array(text.utf8)
        return (whole.upperBound..<whole.upperBound, replacement)
    }

    /// The insertion of lines directly below a line.
    func insertion(of lines: [[UInt8]], after line: Int, in layout: RecordLayout) -> Edit {
        let whole = layout.lines.offsets(ofLine: line)
        let ending = layout.lineEnding(near: line)
        let isEnded = bytes[whole].last?.isLineEnd == true
        let replacement = lines.flatMap { isEnded ? $0 + ending : ending + $0 }
        return (whole.upperBound..<whole.upperBound, replacement)
    }

    /// Adds an item to the list under a heading; a section that is missing is written at the end of the file.
    mutating func addItem(_ item: String, under heading: String) {
        let layout = layout
        let name = heading.lowercased()
        guard let found = layout.headings.first(where: { bytes[$0.text].text.lowercased() == name }) else {
            let last = layout.lastWrittenLine
            let ending = layout.lineEnding(near: last).text
            let title =
                path.hasSuffix(".rst")
                ? heading + ending + String(repeating: "=", count: heading.utf8.count) : "## \(heading)"
            return replace(paragraph("\(title)\(ending)\(ending)\(item)", after: last, in: layout))
        }
        let lines = layout.lines(of: found)
        let last = lines.last { !layout.text($0).isEmpty } ?? found.end - 1
        let isItem = ["* ", "- ", "+ "].contains { layout.text(last).hasPrefix($0) } && last >= found.end
        // A list goes on with the mark that it has.
        let mark = isItem ? layout.text(last).prefix(2) : item.prefix(2)
        let text = mark + item.dropFirst(2)
        replace(
            isItem
                ? insertion(of: [Array(text.utf8)], after: last, in: layout)
                : paragraph(String(text), after: last, in: layout))
    }
}

extension RecordLayout {
    /// The number of the last line that is not blank; 1 where there is none.
    var lastWrittenLine: Int { (1...lines.count).last { !text($0).isEmpty } ?? 1 }

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
