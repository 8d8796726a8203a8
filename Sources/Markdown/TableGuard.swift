import Model

/// Finds tables that libcmark-gfm would pad without bound.
///
/// libcmark-gfm 0.29.0.gfm.6 fills every short row up to the number of columns of its header, one node a cell: 50 kB
/// with 10,000 columns and 500 rows keep it busy for more than 15 seconds.
enum TableGuard {
    /// The offset of the first delimiter row whose table would have too many cells, or nil.
    static func firstTooLargeTable(in text: [UInt8], from offset: Int) -> Int? {
        let bytes = text.span
        var lineStart = offset
        var tables: [(start: Int, columns: Int, rows: Int)] = []
        while lineStart < bytes.count {
            var end = lineStart
            while end < bytes.count, !bytes[end].isLineEnd { end += 1 }
            let columns = delimiterColumns(bytes, lineStart, end)
            if columns > 1 { tables.append((lineStart, columns, 0)) }
            // A blank line does not always end a table for certain (a quote's prefix may hide it), so rows are counted
            // generously: every line after the delimiter row is one.
            if let last = tables.indices.last { tables[last].rows += 1 }
            lineStart = end + 1
        }
        return tables.first { $0.columns * $0.rows > MarkdownParser.largestTable && $0.columns > 100 }?.start
    }

    /// The number of columns if the line could be a delimiter row such as `|---|:-:|`, else 0.
    private static func delimiterColumns(_ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        var pipes = 0
        var dashes = 0
        for index in start..<end {
            switch bytes[index] {
            case UInt8(ascii: "|"): pipes += 1
            case UInt8(ascii: "-"): dashes += 1
            case UInt8(ascii: ":"), UInt8(ascii: ">"), UInt8(ascii: "*"), UInt8(ascii: "+"), .space, .tab: continue
            default: return 0
            }
        }
        return dashes > 0 && pipes > 0 ? pipes + 1 : 0
    }
}
