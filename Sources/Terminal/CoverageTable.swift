package import Model

extension Array where Element == Coverage {
    /// All accounts together; the line numbers of different files mean nothing together, only how many there are.
    package var total: Coverage {
        reduce(into: Coverage()) { total, coverage in
            total.catalogued += coverage.catalogued
            total.context += coverage.context
            total.unreadLines += coverage.unreadLines
        }
    }
}

/// Sets the account of the lines of every source as a table.
package enum CoverageTable {
    /// A line for each source, and the sums.
    package static func lines(_ sources: [(path: String, coverage: Coverage)], style: Styler) -> [String] {
        guard !sources.isEmpty else { return [] }
        var rows = [["lines", "catalogued", "context", "unread", "source"]]
        rows += sources.map { row(for: $0.coverage, name: SafeText.line($0.path)) }
        rows.append(row(for: sources.map(\.coverage).total, name: "in all"))
        let lines = TableLayout([.right, .right, .right, .right, .left]).lines(rows, width: nil)
        return lines.enumerated().map { index, line in
            index == 0 ? style(.quiet, line) : index == lines.count - 1 ? style(.strong, line) : line
        }
    }

    private static func row(for coverage: Coverage, name: String) -> [String] {
        ["\(coverage.total)", "\(coverage.catalogued)", "\(coverage.context)", "\(coverage.unread)", name]
    }
}
