package import Model

/// Sets entries one a line: name, kind, title, place.
package enum EntryRows {
    /// The rows, in aligned columns.
    ///
    /// - Parameter width: the columns of the terminal; nil for a pipe, where nothing is cut.
    package static func lines(_ entries: [Entry], width: Int?, style: Styler) -> [String] {
        let rows = entries.map { entry in
            [entry.kind.rawValue, SafeText.line(entry.title), entry.id.rawValue, SafeText.line("\(entry.source)")]
        }
        let layout = TableLayout([.left, .flexible, .flexible, .flexible])
        return zip(layout.lines(rows, width: width), entries).map { line, entry in
            // The kind is the first column of every line, so it is coloured without disturbing the others.
            style(.kind, entry.kind.rawValue) + line.dropFirst(entry.kind.rawValue.count)
        }
    }
}
