import Model

/// Compares a record with what it was when it was decided.
///
/// Metadata, the status, links to other records, the sections Errata and References, and a few words for typing errors
/// may change; the rest may not.
package enum BodyAudit {
    /// The words that a record's decided text has lost or gained.
    package static func changedWords(now: RecordFile, then: RecordFile) -> Int {
        words(of: now).difference(from: words(of: then)).count
    }

    private static func words(of file: RecordFile) -> [String] {
        let layout = RecordLayout(file.bytes, path: file.path)
        let open = RelationReader.sections.union(["errata", "comments"])
        var dropped: Set<Int> = []
        for heading in layout.headings where open.contains(layout.bytes[heading.text].text.lowercased()) {
            dropped.formUnion(heading.line..<layout.lines(of: heading).upperBound)
        }
        if let section = layout.statusSection {
            dropped.formUnion(section.heading.line..<section.lines.upperBound)
        }
        if let front = layout.frontMatter { dropped.formUnion(1..<front.upperBound + 1) }
        for field in RecordFields(layout).all { dropped.formUnion(field.lines) }
        return (1...layout.lines.count).filter { !dropped.contains($0) }.flatMap { line in
            let text = layout.text(line)
            if RelationLine(text)?.relations.contains(where: { $0.kind != .other }) == true { return [Substring]() }
            return text.split(whereSeparator: \.isWhitespace)
        }.map(String.init)
    }
}
