import Model

/// The title block of a sheet: what it is, its state, when and by whom, in a grid of four columns.
struct TitleBlock {
    private var cells: [Cell] = []

    private struct Cell {
        var label: String
        var value: HTML
        /// The number of columns, 1 to 4.
        var width: Int
    }

    /// Adds a cell unless it has no value.
    mutating func add(_ label: String, _ value: HTML?, width: Int = 1) {
        guard let value, !value.isEmpty else { return }
        cells.append(Cell(label: label, value: value, width: width))
    }

    /// Adds a cell with plain text.
    mutating func add(_ label: String, text: String?, width: Int = 1) {
        guard let text, !text.isEmpty else { return }
        add(label, Wording.passage(text), width: width)
    }

    /// The cells in one row, as many as fit, for numbers that are all of one sort.
    func row() -> HTML {
        let row = cells.map { "<div><dt>\($0.label)</dt><dd>\($0.value)</dd></div>\n" as HTML }
        return row.isEmpty ? "" : "<dl class=\"block counts\">\n\(row.joined())</dl>\n"
    }

    /// The grid; nothing when there is no cell.
    func html() -> HTML {
        guard !cells.isEmpty else { return "" }
        let rows = filledRows().joined().map { cell -> HTML in
            "<div class=\"w\(cell.width)\"><dt>\(cell.label)</dt><dd>\(cell.value)</dd></div>\n"
        }
        return "<dl class=\"block\">\n\(rows.joined())</dl>\n"
    }

    /// The cells in rows; the last of each row is stretched to the edge, so that no hole is left.
    private func filledRows() -> [[Cell]] {
        var rows: [[Cell]] = []
        var used = 4
        for cell in cells {
            if used + cell.width > 4 {
                rows.append([])
                used = 0
            }
            rows[rows.count - 1].append(cell)
            used += cell.width
        }
        return rows.map { row in
            guard var last = row.last else { return row }
            last.width += 4 - row.reduce(0) { $0 + $1.width }
            return row.dropLast() + [last]
        }
    }
}
