/// Finds how near to each other the words of a query stand.
struct SpanFinder {
    private let segments: SegmentSet
    private let plan: QueryPlan

    init(_ segments: SegmentSet, _ plan: QueryPlan) {
        self.segments = segments
        self.plan = plan
    }

    /// One place of one word of the query.
    private struct Place: Comparable {
        var field: Int
        var position: Int
        var atom: Int

        static func < (left: Place, right: Place) -> Bool {
            (left.field, left.position, left.atom) < (right.field, right.position, right.atom)
        }
    }

    /// The smallest distance between the first and the last of all words in one field, by document; absent where no
    /// field has them all.
    func spans(in documents: Set<Int>) throws(IndexDamage) -> [Int: Int] {
        var places: [Int: [Place]] = [:]
        for (number, atom) in plan.atoms.enumerated() {
            for pattern in atom.patterns { try collect(pattern, atom: number, in: documents, &places) }
        }
        return places.compactMapValues { smallestSpan($0.sorted()) }
    }

    private func collect(
        _ pattern: QueryPattern, atom: Int, in documents: Set<Int>, _ places: inout [Int: [Place]]
    ) throws(IndexDamage) {
        if pattern.slots.count > 1 {
            for match in try PhraseMatcher(segments).matches(of: pattern) where documents.contains(match.document) {
                for place in match.places {
                    places[match.document, default: []].append(
                        Place(field: place.field, position: place.position, atom: atom))
                }
            }
            return
        }
        for choice in pattern.slots[0] where TermKey.isWord(choice.term) {
            try segments.forEachPosting(of: choice.term, withPositions: true) { (posting, cursor) throws(IndexDamage) in
                guard documents.contains(posting.document) else { return }
                try cursor.forEachPosition { field, position in
                    places[posting.document, default: []].append(Place(field: field, position: position, atom: atom))
                }
            }
        }
    }

    /// The smallest window with a place of every word, by moving its end on and its start after it.
    private func smallestSpan(_ places: [Place]) -> Int? {
        var counts = [Int](repeating: 0, count: plan.atoms.count)
        var missing = counts.count
        var best: Int?
        var start = 0
        for (end, place) in places.enumerated() {
            while start < end, places[start].field != place.field { drop(&start) }
            if counts[place.atom] == 0 { missing -= 1 }
            counts[place.atom] += 1
            while missing == 0 {
                best = min(best ?? .max, place.position - places[start].position)
                drop(&start)
            }
        }
        return best

        func drop(_ start: inout Int) {
            counts[places[start].atom] -= 1
            if counts[places[start].atom] == 0 { missing += 1 }
            start += 1
        }
    }
}
