import Model

/// Finds tables that libcmark-gfm would pad without bound.
///
/// libcmark-gfm 0.29.0.gfm.6 fills every short row up to the number of columns of its header, one node a cell: 50 kB
/// with 10,000 columns and 500 rows keep it busy for more than 15 seconds. Reading the header itself takes a time that
/// grows with the square of its columns.
enum TableGuard {
    /// The offset of the delimiter row of the largest table when all of them would have too many cells, or nil.
    static func firstTooLargeTable(in text: [UInt8], from offset: Int) -> Int? {
        let bytes = text.span
        var lineStart = offset
        var cells = 0
        var columns = 0
        var largest = (start: offset, cells: 0)
        var current = (start: offset, cells: 0)
        while lineStart < bytes.count {
            var end = lineStart
            var isBlank = true
            while end < bytes.count, !bytes[end].isLineEnd {
                isBlank = isBlank && bytes[end].isBlank
                end += 1
            }
            let found = delimiterColumns(bytes, lineStart, end)
            if found > MarkdownParser.mostColumns { return lineStart }
            if found > 1 { (columns, current) = (found, (lineStart, 0)) }
            // A blank line ends a table; one that a quote's mark hides does not end the count, which errs on the safe
            // side.
            if isBlank { columns = 0 }
            cells += columns
            current.cells += columns
            if current.cells > largest.cells { largest = current }
            lineStart = end + 1
        }
        // A table that is written out has fewer cells than bytes.
        return cells > MarkdownParser.largestTable + text.count ? largest.start : nil
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
