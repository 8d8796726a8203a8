import Model

/// Where the parts of a record stand in its bytes: front matter, headings, and the section that tells its status.
///
/// One pass over the lines finds them. Lines in code fences and in HTML comments are not looked into, so that an
/// example of a record inside a record is not taken for it (CommonMark 0.31, sections 4.2 to 4.6).
struct RecordLayout {
    let bytes: [UInt8]
    let lines: LineTable
    /// The headings outside code and comments, from top to bottom.
    private(set) var headings: [Heading] = []
    /// The numbers of the lines between the two `---` at the start of the file.
    private(set) var frontMatter: Range<Int>?
    /// The numbers of the lines that are prose: no code, no comment, no front matter.
    private(set) var prose: [Int] = []
    /// The line in which a code block or a comment begins that has no end.
    private(set) var unclosed: Int?

    /// A heading, `# Title` or underlined.
    struct Heading: Equatable {
        let level: Int
        /// The heading's text in the bytes, without marks and blanks around it.
        let text: Range<Int>
        /// The number of the heading's first line.
        let line: Int
        /// The number of the first line after the heading.
        let end: Int
    }

    /// - Parameter path: the path of the record; `kep.yaml` is nothing but front matter.
    init(_ bytes: [UInt8], path: String = "") {
        self.bytes = bytes
        lines = LineTable(bytes)
        if path.hasSuffix("kep.yaml") {
            frontMatter = 1..<lines.count + 1
            return
        }
        frontMatter = findFrontMatter()
        scan(from: frontMatter.map { $0.upperBound + 1 } ?? 1)
    }

    /// The content of a line, without its ending and without a byte order mark before it.
    func content(_ line: Int) -> Range<Int> {
        let range = lines.content(ofLine: line, in: bytes)
        let hasMark = line == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
        return hasMark ? range.lowerBound + 3..<range.upperBound : range
    }

    /// The content of a line as text, without white space around it.
    func text(_ line: Int) -> String { bytes[content(line)].trimmed.text }

    /// The first heading of level 1.
    var title: Heading? { headings.first { $0.level == 1 } }

    /// The heading "Status" and the numbers of the lines below it, up to the next heading of its level or a higher one.
    var statusSection: (heading: Heading, lines: Range<Int>)? {
        guard let index = headings.firstIndex(where: { $0 != title && isStatus($0) }) else { return nil }
        let heading = headings[index]
        let next = headings[(index + 1)...].first { $0.level <= heading.level }
        return (heading, heading.end..<(next?.line ?? lines.count + 1))
    }

    /// The numbers of the prose lines before the first heading below the title, where metadata stands.
    var preamble: [Int] {
        let end = headings.first { $0 != title }?.line ?? lines.count + 1
        return prose.filter { $0 < end }
    }

    /// The bytes that end a line in this file; those of a given line where it has any.
    func lineEnding(near line: Int) -> [UInt8] {
        for candidate in [line, 1] {
            let ending = lines.content(ofLine: candidate, in: bytes).upperBound
            let whole = lines.offsets(ofLine: candidate).upperBound
            if ending < whole { return Array(bytes[ending..<whole]) }
        }
        return [.lineFeed]
    }

    private func isStatus(_ heading: Heading) -> Bool {
        var name = bytes[heading.text].text.lowercased()
        if name.hasSuffix(":") { name.removeLast() }
        return ["status", "статус", "statut", "estado", "stato"].contains(name)
    }
}

// MARK: - Scanning

extension RecordLayout {
    private func findFrontMatter() -> Range<Int>? {
        guard isRule(1), lines.count > 1 else { return nil }
        guard let end = (2...lines.count).first(where: isRule) else { return nil }
        return 2..<end
    }

    private func isRule(_ line: Int) -> Bool {
        let content = bytes[content(line)]
        return content.starts(with: "---".utf8) && content.dropFirst(3).isBlank
    }

    private mutating func scan(from first: Int) {
        var fence: Fence?
        var isInComment = false
        guard first <= lines.count else { return }
        for line in first...lines.count {
            let content = bytes[content(line)]
            if let open = fence {
                if open.isClosed(by: content) { (fence, unclosed) = (nil, nil) }
            } else if isInComment {
                isInComment = !content.contains("-->")
                if !isInComment { unclosed = nil }
            } else if let open = Fence(content) {
                (fence, unclosed) = (open, line)
            } else if content.trimmed.starts(with: "<!--".utf8) {
                isInComment = !content.contains("-->")
                unclosed = isInComment ? line : nil
            } else if let heading = heading(line, content) ?? underlinedHeading(line, content) {
                headings.append(heading)
            } else {
                prose.append(line)
            }
        }
    }

    private func heading(_ line: Int, _ content: ArraySlice<UInt8>) -> Heading? {
        let marks = content.drop { $0 == .space }
        guard marks.startIndex - content.startIndex <= 3 else { return nil }
        let level = marks.prefix { $0 == UInt8(ascii: "#") }.count
        var text = marks.dropFirst(level)
        guard (1...6).contains(level), text.first?.isBlank ?? true else { return nil }
        text = text.trimmed
        let unclosed = text.reversed().drop { $0 == UInt8(ascii: "#") }.count
        let kept = text.prefix(unclosed)
        if kept.isEmpty || kept.last?.isBlank == true { text = kept.trimmed }
        return Heading(level: level, text: text.startIndex..<text.endIndex, line: line, end: line + 1)
    }

    /// The heading whose underline is this line; its text must be the one line before.
    private mutating func underlinedHeading(_ line: Int, _ content: ArraySlice<UInt8>) -> Heading? {
        let marks = content.trimmed
        guard marks.count >= 3, let mark = marks.first, "=-".utf8.contains(mark) else { return nil }
        guard marks.allSatisfy({ $0 == mark }), prose.last == line - 1 else { return nil }
        let text = bytes[self.content(line - 1)].trimmed
        guard !text.isEmpty, prose.dropLast().last != line - 2 || self.text(line - 2).isEmpty else { return nil }
        prose.removeLast()
        let level = mark == UInt8(ascii: "=") ? 1 : 2
        return Heading(level: level, text: text.startIndex..<text.endIndex, line: line - 1, end: line + 1)
    }
}

/// The opening of a fenced code block.
private struct Fence {
    private let mark: UInt8
    private let length: Int

    init?(_ line: ArraySlice<UInt8>) {
        let marks = line.drop { $0 == .space }
        guard marks.startIndex - line.startIndex <= 3, let mark = marks.first else { return nil }
        guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
        self.mark = mark
        length = marks.prefix { $0 == mark }.count
        let info = marks.dropFirst(length)
        if length < 3 || (mark == UInt8(ascii: "`") && info.contains(mark)) { return nil }
    }

    func isClosed(by line: ArraySlice<UInt8>) -> Bool {
        let marks = line.drop { $0 == .space }
        guard marks.startIndex - line.startIndex <= 3 else { return false }
        let count = marks.prefix { $0 == mark }.count
        return count >= length && marks.dropFirst(count).isBlank
    }
}

extension ArraySlice<UInt8> {
    /// Whether a short ASCII text stands anywhere in the bytes.
    fileprivate func contains(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        return indices.contains { self[$0...].starts(with: wanted) }
    }
}
