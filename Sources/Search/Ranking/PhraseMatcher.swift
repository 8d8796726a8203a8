/// Finds the documents in which words follow one another.
struct PhraseMatcher {
    private let store: PostingStore

    init(_ store: PostingStore) { self.store = store }

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
            let reach = Reach(form: choice.form, typos: choice.typos)
            let isWanted = { (document: Int) in documents.map { $0[document] != nil } ?? true }
            try store.forEachPosition(of: choice.term, where: isWanted) { document, field, position in
                let place = field << 24 | position
                let known = places[document]?[place]
                if known.map({ ($0.typos, $0.form) > (reach.typos, reach.form) }) ?? true {
                    places[document, default: [:]][place] = reach
                }
            }
        }
        return places
    }
}

/// A number for each field.
struct FieldCounts {
    private var values: [6 of Int32] = .init(repeating: 0)

    init() {}

    subscript(field: Int) -> Int {
        get { Int(values[field]) }
        set { values[field] = Int32(truncatingIfNeeded: newValue) }
    }
}
