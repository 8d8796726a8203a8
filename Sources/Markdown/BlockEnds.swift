import Model

/// Finds the ends of blocks that libcmark-gfm 0.29.0.gfm.6 tells wrong.
///
/// It gives the line before for raw HTML that ends by its own mark, and a line after for a fence that its container
/// leaves open and for an underlined heading.
struct BlockEnds {
    let text: [UInt8]
    let lines: LineTable
    /// Where the block starts.
    let start: Int
    let startLine: Int

    /// The end of a block; nil where libcmark-gfm tells it right.
    ///
    /// - Parameters:
    ///   - givenLine: The last line as libcmark-gfm gives it.
    ///   - itemStart: The mark of the list item that the block stands in.
    func end(of kind: MarkdownNode.Kind, givenLine: Int, itemStart: @autoclosure () -> Int?) -> Int? {
        switch kind {
        case .htmlBlock(let literal): contentEnd(startLine + max(1, lineCount(literal)) - 1)
        case .codeBlock(_, let literal) where isFence: endOfFence(lastLine: startLine + lineCount(literal), itemStart())
        case .heading where !HeadingMarks.isNumberSign(text, at: start): endOfUnderline(givenLine)
        default: nil
        }
    }

    private func lineCount(_ literal: String) -> Int { literal.utf8.count { $0 == .lineFeed } }

    private func contentEnd(_ line: Int) -> Int { lines.content(ofLine: line, in: text).upperBound }

    private var isFence: Bool {
        start < text.count && (text[start] == UInt8(ascii: "`") || text[start] == UInt8(ascii: "~"))
    }

    /// The end of the closing fence, or of the last line of code when nothing closes it.
    private func endOfFence(lastLine: Int, _ itemStart: Int?) -> Int {
        let line = lines.content(ofLine: lastLine + 1, in: text)
        let fence = text[line].drop { $0.isBlank || $0 == quoteMark }
        let mark = text[start]
        let length = text[start...].prefix { $0 == mark }.count
        let run = fence.prefix { $0 == mark }
        let prefix = text[line.lowerBound..<fence.startIndex]
        let opening = text[lines.start(ofLine: startLine)..<start]
        let isInQuote = prefix.count { $0 == quoteMark } >= opening.count { $0 == quoteMark }
        let isInItem = itemStart.map { lines.position(at: $0).column <= prefix.count } ?? true
        let closes = lastLine < lines.count && run.count >= length && fence.dropFirst(run.count).isBlank
        return closes && isInQuote && isInItem ? line.upperBound : contentEnd(lastLine)
    }

    /// The end of the line of `=` or `-` under a heading.
    private func endOfUnderline(_ givenLine: Int) -> Int {
        var line = givenLine
        while line > startLine {
            let content = lines.content(ofLine: line, in: text)
            let marks = text[content].drop { $0.isBlank || $0 == quoteMark }.trimmed
            if let mark = marks.first, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") {
                if marks.allSatisfy({ $0 == mark }) { return content.upperBound }
            }
            line -= 1
        }
        return contentEnd(startLine)
    }

    private var quoteMark: UInt8 { UInt8(ascii: ">") }
}

/// The number signs before a heading.
enum HeadingMarks {
    /// Whether a heading begins with number signs rather than being underlined.
    static func isNumberSign(_ text: [UInt8], at start: Int) -> Bool { end(in: text, from: start) > start }

    /// The offset after the number signs, or the start when there are none.
    static func end(in text: [UInt8], from start: Int) -> Int {
        var index = start
        while index < text.count, text[index] == UInt8(ascii: "#") { index += 1 }
        let isHeading = index - start <= 6 && (index == text.count || text[index].isWhitespace)
        return isHeading ? index : start
    }
}
