import Model

/// Finds runs of lines that keep libcmark-gfm busy for a time that grows with the square of their length.
///
/// In libcmark-gfm 0.29.0.gfm.6 every `<!`, `<?` and every address before a `<` is looked at up to the end of its
/// paragraph or word, every closing parenthesis at the end of an address counts all of them, and every closed link visits
/// all images that are open (CVE-2022-39209, CVE-2023-22484 and CVE-2023-22486 are of that family): some 100 kB of
/// `![[]()` take minutes. In such a run the mark that does the harm
/// is hidden from the library behind a control character and put back afterwards, so that it is read as text.
struct InlineGuard {
    /// What is hidden of a text.
    struct Mask {
        /// The text as libcmark-gfm shall see it, of the same length.
        fileprivate(set) var text: [UInt8]
        /// The offset of the first run in which something was hidden.
        let firstRun: Int
        /// The bytes that stand for the marks, in the order of `marks`.
        fileprivate let covers: [UInt8]
    }

    /// The marks that can do harm.
    fileprivate static let marks = [UInt8(ascii: "<"), UInt8(ascii: "!"), UInt8(ascii: ")")]

    /// The number of bytes visited, as estimated, beyond which a run is not read as it is: about a tenth of a second.
    private static let largestCost = 50_000_000
    /// Shorter runs cannot reach that cost.
    private static let shortestRun = 8192

    /// What to hide of a text; nil for ordinary texts.
    static func mask(_ text: [UInt8], from offset: Int) -> Mask? {
        var mask: Mask?
        var start = offset
        while start < text.count {
            let end = endOfRun(text, start)
            if end - start >= shortestRun {
                let costs = RunCost(text, start, end).costs
                for (mark, cost) in costs.enumerated() where cost > largestCost {
                    if mask == nil { mask = freeBytes(text).map { Mask(text: text, firstRun: start, covers: $0) } }
                    mask?.hide(mark, in: start..<end)
                }
            }
            start = end
        }
        return mask
    }

    /// The end of the lines up to the next blank one.
    private static func endOfRun(_ text: [UInt8], _ start: Int) -> Int {
        let bytes = text.span
        var index = start
        var isBlank = true
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == .lineFeed {
                if isBlank { return index }
                isBlank = true
            } else if !byte.isWhitespace {
                isBlank = false
            }
        }
        return index
    }

    /// Control characters that a text does not have, one for each mark.
    private static func freeBytes(_ text: [UInt8]) -> [UInt8]? {
        let used = Set(text.lazy.filter { $0 < 0x20 })
        let free = (UInt8(0x01)...0x1F).filter { !$0.isWhitespace && !used.contains($0) }
        return free.count >= marks.count ? Array(free.prefix(marks.count)) : nil
    }
}

extension InlineGuard.Mask {
    fileprivate mutating func hide(_ mark: Int, in run: Range<Int>) {
        for index in run where text[index] == InlineGuard.marks[mark] { text[index] = covers[mark] }
    }

    /// A string of the parsed text with the hidden marks put back.
    func restored(_ literal: String) -> String {
        guard literal.utf8.contains(where: covers.contains) else { return literal }
        return literal.utf8.map { byte in covers.firstIndex(of: byte).map { InlineGuard.marks[$0] } ?? byte }.text
    }
}

/// An estimate of how many bytes libcmark-gfm visits more than once in a run of lines.
private struct RunCost {
    /// What hiding each of the marks saves.
    private(set) var costs = [0, 0, 0]
    private var openImages = 0
    /// The stretch since the last white space: what could be one address.
    private var word = (start: 0, addresses: 0, angles: 0, closings: 0)

    init(_ text: [UInt8], _ start: Int, _ end: Int) {
        let bytes = text.span
        word.start = start
        for index in start..<end {
            let next = index + 1 < end ? bytes[index + 1] : 0
            switch bytes[index] {
            case UInt8(ascii: "<"):
                word.angles += 1
                if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") { costs[0] += end - index }
            case UInt8(ascii: ":"), UInt8(ascii: "."): word.addresses += 1
            case UInt8(ascii: ")"): word.closings += 1
            case UInt8(ascii: "!") where next == UInt8(ascii: "["): openImages += 1
            case UInt8(ascii: "]"): costs[1] += openImages
            case .space, .tab, .lineFeed, .carriageReturn: endWord(at: index)
            default: break
            }
        }
        endWord(at: end)
    }

    private mutating func endWord(at end: Int) {
        let length = end - word.start
        if word.angles > 0 { costs[0] += word.addresses * length }
        if word.addresses > 0 { costs[2] += word.closings * length }
        word = (end + 1, 0, 0, 0)
    }
}
