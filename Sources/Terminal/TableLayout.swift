/// Rows of cells set in columns that align.
package struct TableLayout: Sendable {
    package var columns: [Column]
    /// The number of spaces between two columns.
    package var gap: Int

    package init(_ columns: [Column], gap: Int = 2) {
        self.columns = columns
        self.gap = gap
    }

    /// How one column is set.
    package enum Column: Sendable {
        case left
        /// For numbers.
        case right
        /// For titles: set left, and cut with `…` where the screen is too narrow.
        case flexible
    }

    /// The rows as lines without spaces at their ends.
    ///
    /// - Parameter width: the columns of the terminal; nil for a pipe, where nothing is cut.
    package func lines(_ rows: [[String]], width: Int?) -> [String] {
        let widths = fitted(naturalWidths(of: rows), into: width)
        return rows.map { row in
            var line = ""
            for (index, cell) in row.prefix(columns.count).enumerated() {
                if index > 0 { line += String(repeating: " ", count: gap) }
                line += set(cell, in: columns[index], width: widths[index])
            }
            return String(line.withoutTrailingSpaces)
        }
    }

    private func naturalWidths(of rows: [[String]]) -> [Int] {
        columns.indices.map { column in
            rows.reduce(0) { widest, row in
                column < row.count ? max(widest, DisplayWidth.of(row[column])) : widest
            }
        }
    }

    /// The widths with the flexible columns narrowed until a line fits, but never below a readable rest.
    private func fitted(_ natural: [Int], into width: Int?) -> [Int] {
        guard let width else { return natural }
        var widths = natural
        var excess = natural.reduce(0, +) + gap * max(0, natural.count - 1) - width
        while excess > 0 {
            let candidates = columns.indices.filter { isFlexible($0) && widths[$0] > TableLayout.readableWidth }
            guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    private func isFlexible(_ column: Int) -> Bool { if case .flexible = columns[column] { true } else { false } }

    private func set(_ cell: String, in column: Column, width: Int) -> String {
        switch column {
        case .left: TextWrap.padded(cell, to: width)
        case .right: TextWrap.paddedLeft(cell, to: width)
        case .flexible: TextWrap.padded(TextWrap.truncated(cell, to: width), to: width)
        }
    }

    /// The width below which no title is cut.
    private static let readableWidth = 16
}

extension String {
    /// The text without spaces at its end.
    var withoutTrailingSpaces: Substring {
        var end = utf8.endIndex
        while end > startIndex, utf8[utf8.index(before: end)] == UInt8(ascii: " ") { end = utf8.index(before: end) }
        return self[..<end]
    }
}
