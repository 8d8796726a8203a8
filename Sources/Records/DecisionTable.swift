import Model

/// The list of decisions that stands in a README.
package enum DecisionTable {
    /// The mark before the list and the mark behind it; adr-log uses the same.
    package static let start = "<!-- adrlog -->"
    /// The mark behind the list.
    package static let end = "<!-- adrlogstop -->"

    /// The list, oldest first, without a final line ending.
    ///
    /// - Parameter document: the path of the file that the links shall lead from.
    package static func lines(_ set: RecordSet, from document: String) -> [String] {
        set.oldestFirst.map { file in
            let number = file.record.number.map { "\($0). " } ?? ""
            let title = MarkdownLink.escapedText(number + file.entry.title)
            let path = file.reference.relativePath(from: document)
            let state = file.record.status.isInForce ? "" : " (\(file.record.status.rawValue))"
            return
                "* [\(title)](\(path.split(separator: "/").map { MarkdownLink.escapedDestination(String($0)) }.joined(separator: "/")))\(state)"
        }
    }

    /// The bytes between the marks of a document; nil when it has not both marks.
    package static func place(in document: [UInt8]) -> Range<Int>? {
        let table = LineTable(document)
        func line(_ mark: String, after first: Int) -> Int? {
            guard first <= table.count else { return nil }
            return (first...table.count).first {
                document[table.content(ofLine: $0, in: document)].trimmed.elementsEqual(mark.utf8)
            }
        }
        guard let open = line(start, after: 1), let close = line(end, after: open + 1) else { return nil }
        return table.offsets(ofLine: open).upperBound..<table.start(ofLine: close)
    }

    /// A document with the list put between its marks; nil when it has not both marks.
    package static func filled(_ document: [UInt8], with lines: [String]) -> [UInt8]? {
        guard let range = place(in: document) else { return nil }
        let layout = RecordLayout(document)
        let ending = layout.lineEnding(near: layout.lines.line(at: range.lowerBound) - 1)
        let text = ([""] + lines + [""]).flatMap { Array($0.utf8) + ending }
        return document[..<range.lowerBound] + text + document[range.upperBound...]
    }
}
