/// Finds how near to each other the words of a query stand.
struct SpanFinder {
    private let store: PostingStore
    private let plan: QueryPlan

    init(_ store: PostingStore, _ plan: QueryPlan) {
        self.store = store
        self.plan = plan
    }

    /// One place of one word of the query.
    private struct Place: Comparable {
        /// The candidate.
        var candidate: Int
        /// Field, position and word in one number.
        var packed: UInt64

        init(candidate: Int, field: Int, position: Int, atom: Int) {
            self.candidate = candidate
            packed = UInt64(field) << 56 | UInt64(position) << 24 | UInt64(atom)
        }

        var field: Int { Int(packed >> 56) }
        var position: Int { Int(packed >> 24 & 0xFFFF_FFFF) }
        var atom: Int { Int(packed & 0xFF_FFFF) }

        static func < (left: Place, right: Place) -> Bool {
            left.candidate != right.candidate ? left.candidate < right.candidate : left.packed < right.packed
        }
    }

    /// The smallest distance between the first and the last of all words in one field, by candidate; nil where no
    /// field has them all.
    func spans(in candidates: Candidates) throws(IndexDamage) -> [Int?] {
        var places: [Place] = []
        for (number, atom) in plan.atoms.enumerated() {
            for pattern in atom.patterns { try collect(pattern, atom: number, in: candidates, &places) }
        }
        places.sort()
        var spans: [Int?] = Array(repeating: nil, count: candidates.documents.count)
        var start = 0
        while start < places.count {
            let candidate = places[start].candidate
            let end = places[start...].firstIndex { $0.candidate != candidate } ?? places.count
            spans[candidate] = smallestSpan(places[start..<end])
            start = end
        }
        return spans
    }

    private func collect(
        _ pattern: QueryPattern, atom: Int, in candidates: Candidates, _ places: inout [Place]
    ) throws(IndexDamage) {
        if pattern.slots.count > 1 {
            var cursor = candidates.cursor()
            for match in try PhraseMatcher(store).matches(of: pattern) where cursor.finds(match.document) {
                places += match.places.map {
                    Place(candidate: cursor.place, field: $0.field, position: $0.position, atom: atom)
                }
            }
            return
        }
        for choice in pattern.slots[0] where TermKey.isWord(choice.term) {
            var cursor = candidates.cursor()
            try store.forEachPosition(of: choice.term, where: { cursor.finds($0) }) { _, field, position in
                places.append(Place(candidate: cursor.place, field: field, position: position, atom: atom))
            }
        }
    }

    /// The smallest window with a place of every word, by moving its end on and its start after it.
    private func smallestSpan(_ places: ArraySlice<Place>) -> Int? {
        var counts = [Int](repeating: 0, count: plan.atoms.count)
        var missing = counts.count
        var best: Int?
        var start = places.startIndex
        for (end, place) in zip(places.indices, places) {
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
