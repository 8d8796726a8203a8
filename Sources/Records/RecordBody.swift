import Model

/// The text of a record without what dialects write each in its own way: title, fields, status, and the lines that do
/// nothing but name other records.
struct RecordBody {
    /// The text above the first heading below the title.
    private let introduction: [UInt8]
    /// The sections above the one that tells the status.
    private let before: [UInt8]
    /// What stands beside the status in its section.
    private let remarks: [UInt8]
    /// The sections below it.
    private let after: [UInt8]
    /// The line ending of the file.
    let ending: [UInt8]
    private let hasByteOrderMark: Bool
    /// The lines of the front matter that another front matter can take over.
    private var carried: [UInt8] = []
    /// The fields in those lines, with their values on one line.
    private(set) var carriedFields: [String] = []
    /// The comments of the front matter.
    private(set) var comments: [String] = []
    /// The title of the front matter where the heading has another.
    private(set) var otherTitle: String?

    /// The fields that have a place of their own in other dialects.
    private static let known: Set<String> = [
        "status", "date", "deciders", "decision-makers", "decider", "approvers", "shepherd-team", "tags", "title",
        "number", "adr-id", "links", "created", "start-date", "current-state", "stage", "superseded-by", "supersedes",
        "related", "replaces", "field",
    ]

    init(_ file: RecordFile, in set: RecordSet) {
        let layout = RecordLayout(file.bytes, path: file.path)
        let fields = RecordFields(layout)
        ending = layout.lineEnding(near: 1)
        hasByteOrderMark = file.bytes.starts(with: [0xEF, 0xBB, 0xBF])
        var dropped = RecordBody.metadata(layout, fields)
        for line in RelationReader(layout, fields).lines {
            guard let relation = RelationLine(layout.text(line)), relation.isWhole else { continue }
            guard relation.relations.allSatisfy({ set.target(of: $0) != nil }) else { continue }
            dropped.insert(line)
        }
        dropped.formUnion(RecordBody.emptied(layout, dropped))
        let end = layout.lines.count + 1
        let below = layout.headings.filter { $0 != layout.title }
        let first = below.first?.line ?? end
        let status = layout.statusSection?.heading.line ?? first
        let next = layout.statusSection == nil ? first : below.first { $0.line > status }?.line ?? end
        introduction = layout.text(of: 1..<first, without: dropped)
        before = layout.text(of: first..<status, without: dropped)
        remarks = layout.text(of: status..<next, without: dropped)
        after = layout.text(of: next..<end, without: dropped)
        takeFrontMatter(layout, fields)
    }

    /// The lines that hold the title, the fields and the status.
    private static func metadata(_ layout: RecordLayout, _ fields: RecordFields) -> Set<Int> {
        var dropped: Set<Int> = []
        if let front = layout.frontMatter { dropped.formUnion(1..<front.upperBound + 1) }
        if let title = layout.title { dropped.formUnion(title.line..<title.end) }
        let below = fields.all.filter { $0.place != .frontMatter }
        let isWholeTable = below.allSatisfy { $0.place != .row || known.contains($0.key) }
        for field in below where known.contains(field.key) && (isWholeTable || field.key != "field") {
            dropped.formUnion(field.lines)
        }
        if isWholeTable, below.contains(where: { $0.place == .row }) {
            dropped.formUnion(layout.preamble.filter { layout.text($0).hasPrefix("|") })
        }
        if let section = layout.statusSection {
            dropped.formUnion(section.heading.line..<section.heading.end)
            dropped.formUnion(layout.prose.filter { section.lines.contains($0) && isStatus(layout.text($0)) })
        }
        return dropped
    }

    /// The headings of lists of links in which nothing is left.
    private static func emptied(_ layout: RecordLayout, _ dropped: Set<Int>) -> Set<Int> {
        var lines: Set<Int> = []
        for heading in layout.headings
        where RelationReader.sections.contains(layout.bytes[heading.text].text.lowercased()) {
            let written = layout.lines(of: heading).filter { !layout.text($0).isEmpty }
            guard !written.isEmpty, dropped.isSuperset(of: written) else { continue }
            lines.formUnion(heading.line..<heading.end)
        }
        return lines
    }

    /// Whether a line of the section "Status" is a status by itself.
    private static func isStatus(_ text: String) -> Bool {
        let words = text.filter { $0.isLetter || $0 == " " }.trimmed
        return !words.contains(" ") && !text.contains(where: \.isNumber) && RecordStatus(text: words) != nil
    }

    private mutating func takeFrontMatter(_ layout: RecordLayout, _ fields: RecordFields) {
        for field in fields.all where field.place == .frontMatter && !RecordBody.known.contains(field.key) {
            guard !field.value.isEmpty || !field.items.isEmpty || field.lines.count > 1 else { continue }
            for line in field.lines { carried += layout.bytes[layout.lines.offsets(ofLine: line)] }
            let values = field.value.isEmpty ? field.items.joined(separator: ", ") : field.value
            carriedFields.append("\(field.key): \(values)")
        }
        for line in layout.frontMatter ?? 0..<0 where layout.text(line).hasPrefix("#") {
            comments.append(layout.text(line))
        }
        if let title = fields["title"], title.place == .frontMatter, let heading = layout.title {
            let text = RecordTitle.withoutNumber(layout.bytes[heading.text].text)
            if title.value != text, !text.isEmpty { otherTitle = title.value }
        }
    }

    /// Whether a line of the text says that the record is related to another.
    func says(_ relation: RecordRelation) -> Bool {
        let layout = RecordLayout(introduction + before + remarks + after)
        return layout.prose.contains { RelationLine(layout.text($0))?.relations.contains(relation) == true }
    }

    /// The whole record below the head that a dialect gives it.
    ///
    /// Remarks on the status stay beside it, or get a heading of their own where the dialect has its status elsewhere.
    func joined(to head: [UInt8], of target: Dialect) -> [UInt8] {
        var text = RecordText(ending: ending)
        let layout = RecordLayout(head)
        if case .section = target.status, let section = layout.statusSection {
            let place = layout.lines.start(ofLine: section.heading.line)
            text.append(Array(head[..<place]))
            [introduction, Array(head[place...]), remarks, before, after].forEach { text.append($0) }
        } else {
            text.append(withCarriedFields(head, layout, target))
            [introduction, before].forEach { text.append($0) }
            if !remarks.isEmpty {
                text.append(Array("## \(RecordBody.remarksHeading)".utf8) + ending)
                text.append(remarks)
            }
            text.append(after)
        }
        return (hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []) + text.bytes
    }

    /// The heading of what stood beside the status.
    private static let remarksHeading = "Remarks on the Status"

    private func withCarriedFields(_ head: [UInt8], _ layout: RecordLayout, _ target: Dialect) -> [UInt8] {
        guard target.usesFrontMatter, let front = layout.frontMatter, !carried.isEmpty else { return head }
        let place = layout.lines.start(ofLine: front.upperBound)
        return Array(head[..<place] + carried + head[place...])
    }

    /// Text with another line ending.
    static func with(_ ending: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
        ending == [.lineFeed] ? bytes : bytes.flatMap { $0 == .lineFeed ? ending : [$0] }
    }
}

/// Pieces of Markdown with a blank line between them.
private struct RecordText {
    let ending: [UInt8]
    private(set) var bytes: [UInt8] = []

    init(ending: [UInt8]) { self.ending = ending }

    mutating func append(_ piece: [UInt8]) {
        guard !piece.isEmpty else { return }
        if !bytes.isEmpty {
            if bytes.last?.isLineEnd == false { bytes += ending }
            if !bytes.suffix(2 * ending.count).elementsEqual(ending + ending) { bytes += ending }
        }
        bytes += piece
    }
}

extension RecordLayout {
    /// Some lines as they are, without those that were taken out.
    ///
    /// Where lines were taken out, two blank lines that come to stand together become one; no others do. What is left
    /// of nothing but blank lines is nothing.
    fileprivate func text(of range: Range<Int>, without dropped: Set<Int>) -> [UInt8] {
        var kept: [Int] = []
        var isCut = true
        for line in range {
            if dropped.contains(line) {
                isCut = true
            } else if isCut, text(line).isEmpty, kept.last.map({ text($0).isEmpty }) ?? true {
                continue
            } else {
                kept.append(line)
                isCut = false
            }
        }
        if isCut { while let last = kept.last, text(last).isEmpty { kept.removeLast() } }
        guard kept.contains(where: { !text($0).isEmpty }) else { return [] }
        return kept.flatMap { line in
            let whole = lines.offsets(ofLine: line)
            return bytes[(line == 1 ? content(1).lowerBound : whole.lowerBound)..<whole.upperBound]
        }
    }
}
