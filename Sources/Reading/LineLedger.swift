import Model

/// Keeps account of what became of every line of a source.
struct LineLedger {
    /// What a line was used for; a line used for both counts as catalogued.
    enum Use: Int, Comparable {
        case unread, context, catalogued

        static func < (left: Use, right: Use) -> Bool { left.rawValue < right.rawValue }
    }

    private let lines: LineTable
    private let text: [UInt8]
    private var uses: [Use]

    init(text: [UInt8], lines: LineTable) {
        self.text = text
        self.lines = lines
        self.uses = Array(repeating: .unread, count: lines.count)
    }

    /// Notes the use of the lines that some bytes stand on.
    mutating func note(_ use: Use, _ bytes: Range<Int>) {
        guard !bytes.isEmpty else { return }
        let first = lines.line(at: bytes.lowerBound)
        let last = lines.line(at: bytes.upperBound - 1)
        note(use, lines: first...last)
    }

    /// Notes the use of some lines, counted from 1.
    mutating func note(_ use: Use, lines numbers: ClosedRange<Int>) {
        for line in numbers.clamped(to: 1...max(uses.count, 1)) where line <= uses.count {
            uses[line - 1] = max(uses[line - 1], use)
        }
    }

    /// What a line was used for.
    func use(ofLine line: Int) -> Use { uses[line - 1] }

    /// Whether a line has nothing but white space.
    func isBlank(_ line: Int) -> Bool { text[lines.offsets(ofLine: line)].isBlank }

    /// The numbers of the non-blank lines that nothing was made of yet.
    var unreadLines: [Int] { uses.indices.map { $0 + 1 }.filter { uses[$0 - 1] == .unread && !isBlank($0) } }

    /// The account of all non-blank lines.
    var coverage: Coverage {
        var coverage = Coverage(unreadLines: unreadLines)
        for line in 1...max(uses.count, 1) where line <= uses.count && !isBlank(line) {
            switch uses[line - 1] {
            case .catalogued: coverage.catalogued += 1
            case .context: coverage.context += 1
            case .unread: break
            }
        }
        return coverage
    }
}
