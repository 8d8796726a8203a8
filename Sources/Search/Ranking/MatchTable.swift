/// What all documents have of one word of a query.
struct MatchTable {
    /// The best match of each document as errors, field and form in one number; `none` without a match.
    private(set) var best: [UInt16]
    /// The worth of the best term in the title, and the sum of the worths of all terms elsewhere.
    private var title: [Int32]
    private var rest: [Int32]
    /// The number of documents with a match.
    private(set) var count = 0
    private let segments: SegmentSet
    private let scoring: Scoring

    static let none = UInt16.max

    init(_ atom: QueryAtom, in segments: SegmentSet, _ scoring: Scoring) throws(IndexDamage) {
        best = Array(repeating: Self.none, count: segments.capacity)
        title = Array(repeating: 0, count: segments.capacity)
        rest = title
        self.segments = segments
        self.scoring = scoring
        for pattern in atom.patterns { try add(pattern) }
    }

    /// The worth of the word in a document.
    func worth(_ document: Int) -> Int { Int(title[document]) + Int(rest[document]) }

    /// The key by which matches are compared: errors first, then the field, then the form.
    static func key(typos: Int, field: SearchField, form: MatchForm) -> UInt16 {
        UInt16(min(typos, 15)) << 8 | UInt16(field.rawValue) << 4 | UInt16(form.rawValue)
    }

    private mutating func add(_ pattern: QueryPattern) throws(IndexDamage) {
        guard pattern.slots.count == 1 else {
            for match in try PhraseMatcher(segments).matches(of: pattern) {
                note(match.document, match.counts, match.form, typos: match.typos)
            }
            return
        }
        for choice in pattern.slots[0] {
            let isTag = !TermKey.isWord(choice.term)
            for part in segments.parts { try add(choice, part, isTag: isTag) }
        }
    }

    private mutating func add(_ choice: TermChoice, _ part: SegmentSet.Part, isTag: Bool) throws(IndexDamage) {
        try part.forEachPosting(of: choice.term) { posting, _ in
            var counts = posting.counts
            if isTag { counts[Int(SearchField.alias.rawValue)] = 1 }
            let local = posting.document
            note(part.base + local, counts, choice.form, typos: choice.typos) { field in
                part.segment.length(field, of: local)
            }
        }
    }

    private mutating func note(_ document: Int, _ counts: FieldCounts, _ form: MatchForm, typos: Int) {
        let segments = segments
        note(document, counts, form, typos: typos) { segments.length($0, of: document) }
    }

    private mutating func note(
        _ document: Int, _ counts: FieldCounts, _ form: MatchForm, typos: Int, length: (Int) -> Int
    ) {
        if best[document] == Self.none { count += 1 }
        for field in SearchField.allCases {
            let index = Int(field.rawValue)
            guard counts[index] > 0 else { continue }
            best[document] = min(best[document], Self.key(typos: typos, field: field, form: form))
            let worth = Int32(
                clamping: scoring.worth(count: counts[index], form: form, field: field, length: length(index)))
            if field == .title {
                title[document] = max(title[document], worth)
            } else {
                rest[document] = Int32(clamping: Int(rest[document]) + Int(worth))
            }
        }
    }
}

/// Finds the documents in which words follow one another.
struct PhraseMatcher {
    private let segments: SegmentSet

    init(_ segments: SegmentSet) { self.segments = segments }

    /// What a document has of a phrase.
    struct Match {
        var document: Int
        /// The number of times that the phrase stands in each field.
        var counts = FieldCounts()
        /// The form of the best of them: that of its worst word.
        var form = MatchForm.typo
        var typos = 0
        /// The place of its first word, for each time.
        var places: [(field: Int, position: Int)] = []
    }

    /// A place, and the best form and number of errors by which the words so far stand before it.
    private struct Reach {
        var form: MatchForm
        var typos: Int
    }

    /// The documents with the phrase, in their order.
    func matches(of pattern: QueryPattern) throws(IndexDamage) -> [Match] {
        guard let first = pattern.slots.first else { return [] }
        var reached = try places(of: first, among: nil)
        for (offset, slot) in pattern.slots.enumerated().dropFirst() {
            let next = try places(of: slot, among: reached)
            for (document, starts) in reached {
                guard let continued = next[document] else {
                    reached[document] = nil
                    continue
                }
                var kept: [Int: Reach] = [:]
                for (place, reach) in starts {
                    guard let other = continued[place + offset] else { continue }
                    kept[place] = Reach(form: max(reach.form, other.form), typos: reach.typos + other.typos)
                }
                reached[document] = kept.isEmpty ? nil : kept
            }
        }
        return reached.sorted { $0.key < $1.key }.map(Self.match)
    }

    private static func match(_ document: Int, _ places: [Int: Reach]) -> Match {
        var match = Match(document: document)
        match.typos = places.values.map(\.typos).min() ?? 0
        match.form = places.values.filter { $0.typos == match.typos }.map(\.form).min() ?? .typo
        for place in places.keys.sorted() {
            match.counts[place >> 24] += 1
            match.places.append((place >> 24, place & 0xFF_FFFF))
        }
        return match
    }

    /// The places of the words of a slot, as field and position in one number, by document.
    private func places(
        of slot: [TermChoice], among documents: [Int: [Int: Reach]]?
    ) throws(IndexDamage) -> [Int: [Int: Reach]] {
        var places: [Int: [Int: Reach]] = [:]
        for choice in slot {
            try segments.forEachPosting(of: choice.term, withPositions: true) { (posting, cursor) throws(IndexDamage) in
                if let documents, documents[posting.document] == nil { return }
                let reach = Reach(form: choice.form, typos: choice.typos)
                try cursor.forEachPosition { field, position in
                    let place = field << 24 | position
                    let known = places[posting.document]?[place]
                    if known.map({ ($0.typos, $0.form) > (reach.typos, reach.form) }) ?? true {
                        places[posting.document, default: [:]][place] = reach
                    }
                }
            }
        }
        return places
    }
}
