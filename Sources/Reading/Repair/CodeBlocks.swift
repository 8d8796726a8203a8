/// Splits a Markdown document into code blocks and everything else, line by line.
struct CodeBlocks {
    /// Touching lines that are code together, or are not.
    struct Block {
        /// The bytes of the lines with their line breaks.
        let range: Range<Int>

        /// Whether the lines stand in a fence or are indented code.
        let isCode: Bool
    }

    private let bytes: [UInt8]
    private var offset = 0
    private var fence: (mark: UInt8, length: Int)?
    private var isAfterBlank = true
    private var isAfterIndentedCode = false
    private var isInList = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next block, nil at the end of the document; blank lines end a block of text.
    mutating func next() -> Block? {
        guard offset < bytes.count else { return nil }
        let start = offset
        let isCode = takeLine()
        while offset < bytes.count {
            let mark = self
            let wasBlank = isAfterBlank
            if takeLine() != isCode || (!isCode && wasBlank) {
                self = mark
                break
            }
        }
        return Block(range: start..<offset, isCode: isCode)
    }

    /// Moves past one line and tells whether it is code.
    private mutating func takeLine() -> Bool {
        var end = offset
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        let line = offset..<end
        offset = min(end + 1, bytes.count)
        let (text, columns) = indentation(of: line)
        if let open = fence {
            if closes(open, text..<end) { fence = nil }
            return true
        }
        if let opened = opening(text..<end) {
            fence = opened
            isAfterBlank = false
            return true
        }
        let isBlank = text == end
        if isBlank {
            isAfterBlank = true
            return isAfterIndentedCode
        }
        let isIndented = columns >= 4 && !isInList && (isAfterBlank || isAfterIndentedCode)
        if !isIndented, columns < 2 || isListMarker(at: text, to: end) { isInList = isListMarker(at: text, to: end) }
        isAfterBlank = false
        isAfterIndentedCode = isIndented
        return isIndented
    }

    /// Where a line's text starts behind spaces and quote marks, and the columns before it.
    private func indentation(of line: Range<Int>) -> (text: Int, columns: Int) {
        var text = line.lowerBound
        var columns = 0
        while text < line.upperBound {
            switch bytes[text] {
            case 0x20: columns += 1
            case 0x09: columns += 4 - columns % 4
            case 0x0D: break
            case UInt8(ascii: ">") where columns < 4: columns = -1
            default: return (text, columns)
            }
            text += 1
        }
        return (text, columns)
    }

    private func opening(_ line: Range<Int>) -> (mark: UInt8, length: Int)? {
        var start = line.lowerBound
        if isListMarker(at: start, to: line.upperBound) {
            while start < line.upperBound, bytes[start] != 0x20 { start += 1 }
            while start < line.upperBound, bytes[start] == 0x20 { start += 1 }
        }
        guard start < line.upperBound, case let mark = bytes[start],
            mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")
        else { return nil }
        let rest = bytes[start..<line.upperBound].drop { $0 == mark }
        let length = rest.startIndex - start
        guard length >= 3, mark == UInt8(ascii: "~") || !rest.contains(mark) else { return nil }
        return (mark, length)
    }

    private func closes(_ fence: (mark: UInt8, length: Int), _ line: Range<Int>) -> Bool {
        let rest = bytes[line].drop { $0 == fence.mark }
        return rest.startIndex - line.lowerBound >= fence.length && rest.allSatisfy { $0 <= 0x20 }
    }

    private func isListMarker(at start: Int, to end: Int) -> Bool {
        var offset = start
        while offset < end, offset < start + 9, 0x30...0x39 ~= bytes[offset] { offset += 1 }
        guard offset < end else { return false }
        let marks = offset == start ? "-*+" : ".)"
        return marks.utf8.contains(bytes[offset]) && offset + 1 < end && bytes[offset + 1] == 0x20
    }
}
