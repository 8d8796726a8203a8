import Model

/// Finds runs of lines that keep libcmark-gfm busy for a time that grows with the square of their length.
///
/// In libcmark-gfm 0.29.0.gfm.6 every `<!`, `<?` and every address before a `<` is looked at up to the end of its
/// paragraph or word, and every closed link visits all images that are open (CVE-2022-24724, CVE-2023-22484 and
/// CVE-2023-22486 are of that family): some 100 kB of `![[]()` take minutes. In such a run the mark that does the harm
/// is hidden from the library behind a control character and put back afterwards, so that it is read as text.
struct InlineGuard {
    /// A mark, and the byte that stands for it; nil when the text is harmless.
    struct Mask {
        /// The text as libcmark-gfm shall see it, of the same length.
        var text: [UInt8]
        /// The byte that stands for `<`, and the one for `!`.
        var angle: UInt8
        var bang: UInt8
        /// The offset of the first run in which something was hidden.
        var firstRun: Int
    }

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
                let cost = RunCost(text, start, end)
                if cost.angle > largestCost || cost.bang > largestCost {
                    if mask == nil, let free = freeBytes(text) {
                        mask = Mask(text: text, angle: free.0, bang: free.1, firstRun: start)
                    }
                    if cost.angle > largestCost { mask?.hide(UInt8(ascii: "<"), in: start..<end) }
                    if cost.bang > largestCost { mask?.hide(UInt8(ascii: "!"), in: start..<end) }
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

    /// Two control characters that a text does not have.
    private static func freeBytes(_ text: [UInt8]) -> (UInt8, UInt8)? {
        let used = Set(text.lazy.filter { $0 < 0x20 })
        let free = (UInt8(0x01)...0x1F).filter { !$0.isWhitespace && !used.contains($0) }
        return free.count >= 2 ? (free[0], free[1]) : nil
    }
}

extension InlineGuard.Mask {
    fileprivate mutating func hide(_ mark: UInt8, in run: Range<Int>) {
        let cover = mark == UInt8(ascii: "<") ? angle : bang
        for index in run where text[index] == mark { text[index] = cover }
    }

    /// A string of the parsed text with the hidden marks put back.
    func restored(_ literal: String) -> String {
        guard literal.utf8.contains(where: { $0 == angle || $0 == bang }) else { return literal }
        return literal.utf8.map { byte in
            byte == angle ? UInt8(ascii: "<") : byte == bang ? UInt8(ascii: "!") : byte
        }.text
    }
}

/// An estimate of how many bytes libcmark-gfm visits more than once in a run of lines.
private struct RunCost {
    /// What hiding `<` saves.
    private(set) var angle = 0
    /// What hiding `!` saves.
    private(set) var bang = 0

    init(_ text: [UInt8], _ start: Int, _ end: Int) {
        let bytes = text.span
        var word = (start: start, addresses: 0, hasAngle: false)
        var openImages = 0
        var index = start
        while index < end {
            let byte = bytes[index]
            let next = index + 1 < end ? bytes[index + 1] : 0
            switch byte {
            case UInt8(ascii: "<"):
                word.hasAngle = true
                if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") { angle += end - index }
            case UInt8(ascii: ":"), UInt8(ascii: "."): word.addresses += 1
            case UInt8(ascii: "!") where next == UInt8(ascii: "["): openImages += 1
            case UInt8(ascii: "]"): bang += openImages
            case .space, .tab, .lineFeed, .carriageReturn:
                if word.hasAngle { angle += word.addresses * (index - word.start) }
                word = (index + 1, 0, false)
            default: break
            }
            index += 1
        }
        if word.hasAngle { angle += word.addresses * (end - word.start) }
    }
}
