/// The starts of the lines of a text, to turn byte offsets into positions and back.
///
/// A line ends at LF, at CR LF or at a lone CR, as CommonMark 0.29 (section 2.1) counts them.
package struct LineTable: Sendable, Equatable {
    /// The offset of the first byte of each line; never empty, and its first element is 0.
    package let starts: [Int]
    /// The number of bytes in the text.
    package let length: Int

    package init(_ bytes: [UInt8]) {
        var starts = [0]
        starts.reserveCapacity(bytes.count / 40 + 1)
        let text = bytes.span
        var index = 0
        while index < text.count {
            let byte = text[index]
            index += 1
            if byte == .lineFeed {
                starts.append(index)
            } else if byte == .carriageReturn {
                if index < text.count, text[index] == .lineFeed { index += 1 }
                starts.append(index)
            }
        }
        self.starts = starts
        self.length = bytes.count
    }

    /// The number of lines; a final line ending does not begin another line.
    package var count: Int {
        starts.count > 1 && starts.last == length ? starts.count - 1 : starts.count
    }

    /// The line that holds the byte at an offset, counted from 1.
    package func line(at offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The position of the byte at an offset.
    package func position(at offset: Int) -> SourcePosition {
        let line = line(at: offset)
        return SourcePosition(line: line, column: offset - starts[line - 1] + 1)
    }

    /// The positions of a stretch of bytes.
    package func range(_ offsets: Range<Int>) -> SourceRange {
        SourceRange(start: position(at: offsets.lowerBound), end: position(at: offsets.upperBound))
    }

    /// The offset of the first byte of a line, or the length of the text when there is no such line.
    package func start(ofLine line: Int) -> Int {
        if line < 1 { return 0 }
        return line <= starts.count ? starts[line - 1] : length
    }

    /// The bytes of a line with its line ending.
    package func offsets(ofLine line: Int) -> Range<Int> {
        let start = start(ofLine: line)
        return start..<max(start, self.start(ofLine: line + 1))
    }

    /// The bytes of a line without its line ending.
    package func content(ofLine line: Int, in bytes: [UInt8]) -> Range<Int> {
        let whole = offsets(ofLine: line)
        var end = whole.upperBound
        while end > whole.lowerBound, bytes[end - 1] == .lineFeed || bytes[end - 1] == .carriageReturn { end -= 1 }
        return whole.lowerBound..<end
    }

    /// The offset of a position; positions beyond the text are drawn back to its end.
    package func offset(of position: SourcePosition) -> Int {
        min(start(ofLine: position.line) + max(position.column - 1, 0), length)
    }
}
