/// Finds the places that are worth weighing: one walk over the bytes, a table look-up for each character above ASCII.
struct MojibakeScanner {
    private let text: LegacyText

    /// Where two characters stand that open and continue a sequence in some encoding.
    private(set) var pairs: [Int] = []

    /// Where a character stands that may be left of a longer sequence.
    private(set) var loners: [Int] = []

    /// Where combining characters stand.
    private(set) var marks: [Int] = []

    /// Whether the text has nothing to weigh at all.
    var hasNothing: Bool { pairs.isEmpty && loners.isEmpty && marks.isEmpty }

    init(_ text: LegacyText) {
        self.text = text
        let table = LegacyAlphabet.shared.roles
        let roles = table.span
        let bytes = text.bytes.span
        var offset = 0
        var previous: UInt32 = 0
        var previousOffset = 0
        while offset < bytes.count {
            let lead = bytes[offset]
            if lead < 0x80 {
                previous = 0
                offset = Self.endOfASCII(from: offset + 1, in: bytes)
                continue
            }
            let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
            guard offset + length <= bytes.count else { break }
            let current = roles[Self.slot(of: offset, length, in: bytes)]
            if previous & 0x7F7F & current >> 16 != 0 { pairs.append(previousOffset) }
            if current & (LegacyAlphabet.loner | LegacyAlphabet.combining) != 0 {
                if current & LegacyAlphabet.loner != 0 { loners.append(offset) } else { marks.append(offset) }
            }
            previous = current
            previousOffset = offset
            offset += length
        }
    }

    /// The place in the alphabet's tables of the character at an offset.
    @inline(__always)
    private static func slot(of offset: Int, _ length: Int, in bytes: Span<UInt8>) -> Int {
        let lead = UInt32(bytes[offset])
        let second = UInt32(bytes[offset + 1] & 0x3F)
        switch length {
        case 2: return LegacyAlphabet.slot(of: (lead & 0x1F) << 6 | second)
        case 3: return LegacyAlphabet.slot(of: (lead & 0x0F) << 12 | second << 6 | UInt32(bytes[offset + 2] & 0x3F))
        default: return 0
        }
    }

    /// The end of the ASCII that an offset stands in, found 32 bytes at a time.
    @inline(__always)
    private static func endOfASCII(from start: Int, in bytes: Span<UInt8>) -> Int {
        var offset = start
        // Words between other letters are short; only then does the wide step pay.
        let near = min(offset + 8, bytes.count)
        while offset < near {
            if bytes[offset] >= 0x80 { return offset }
            offset += 1
        }
        while offset + 32 <= bytes.count {
            let block = bytes.extracting(offset..<offset + 32)
            var seen: UInt8 = 0
            for index in 0..<32 { seen |= block[index] }
            if seen >= 0x80 { break }
            offset += 32
        }
        while offset < bytes.count, bytes[offset] < 0x80 { offset += 1 }
        return offset
    }

    /// All runs with any evidence, ascending, without overlaps.
    func runs() -> [MojibakeRun] {
        var found: [MojibakeRun] = []
        var ends = [Int](repeating: 0, count: LegacyEncoding.all.count)
        for pair in pairs {
            for encoding in ends.indices where ends[encoding] <= pair {
                let sequences = sequences(from: pair, in: encoding)
                guard let last = sequences.last else { continue }
                ends[encoding] = last.range.upperBound
                let run = MojibakeRun(sequences, in: encoding, of: text)
                if run.evidence > 0 { found.append(run) }
            }
        }
        found += loners.compactMap { MojibakeRun(graveAAt: $0, in: text) }
        return Self.withoutOverlaps(found)
    }

    private func sequences(from start: Int, in encoding: Int) -> [LegacySequence] {
        guard let first = text.sequence(at: start, in: encoding) else { return [] }
        var sequences = [first]
        var end = first.range.upperBound
        while let next = text.sequence(at: end, in: encoding) ?? text.sequenceAcrossSpace(at: end, in: encoding) {
            sequences.append(next)
            end = next.range.upperBound
        }
        guard start > 1, text.bytes[start - 1] == 0x20, let (_, before) = text.character(before: start - 1),
            let opening = text.sequenceAcrossSpace(at: before, in: encoding), opening.range.upperBound == start
        else { return sequences }
        return [opening] + sequences
    }

    /// Leaves, where readings overlap, the one with most evidence, then the longest, then that of the encoding with
    /// most evidence in the file, then the first encoding's.
    private static func withoutOverlaps(_ runs: [MojibakeRun]) -> [MojibakeRun] {
        var totals = [Int](repeating: 0, count: LegacyEncoding.all.count)
        for run in runs { totals[run.encoding] += run.evidence }
        let weight = { (run: MojibakeRun) in (run.evidence, run.range.count, totals[run.encoding]) }
        let sorted = runs.sorted { left, right in
            (left.range.lowerBound, left.encoding) < (right.range.lowerBound, right.encoding)
        }
        var kept: [MojibakeRun] = []
        for run in sorted {
            guard let last = kept.last, last.range.upperBound > run.range.lowerBound else {
                kept.append(run)
                continue
            }
            if weight(run) > weight(last) { kept[kept.count - 1] = run }
        }
        return kept
    }
}

extension MojibakeRun {
    /// The word `à` of Windows-1252, whose no-break space became a plain one or was joined with the next.
    init?(graveAAt offset: Int, in text: LegacyText) {
        guard text.bytes[offset] == 0xC3, text.bytes[offset + 1] == 0x83,
            case let after = offset + 2, after + 1 < text.bytes.count, text.bytes[after] == 0x20,
            let encoding = LegacyEncoding.Name.allCases.firstIndex(of: .windows1252)
        else { return nil }
        let before = Neighbour(before: offset, in: text)
        guard !before.isUppercase else { return nil }
        let next = text.bytes[after + 1]
        // The only word that goes on behind the space is the Portuguese «às».
        let isPlural = next == UInt8(ascii: "s") && !Neighbour(after: after + 2, in: text).isLatin
        let isJoined = !isPlural && (next >= 0x80 || Unicode.Scalar(next).properties.isAlphabetic)
        self.init(
            range: offset..<(isJoined ? after : after + 1), encoding: encoding, replacement: Array("à".utf8),
            evidence: before.isLowercase ? 3 : 1, subject: .letters(.latin))
    }
}
