/// Tells which documents a query lets through, whatever their words.
struct DocumentFilter {
    /// Whether each document passes; empty while all do.
    private var passes: [Bool] = []
    private let capacity: Int

    init(_ plan: QueryPlan, in store: PostingStore, withProse: Bool) throws(IndexDamage) {
        let segments = store.segments
        capacity = segments.capacity
        for part in segments.parts where !part.isDropped.isEmpty {
            for number in part.isDropped.indices where part.isDropped[number] { drop(part.base + number) }
        }
        for keys in plan.filters { try keep(keys, store) }
        for pattern in plan.excluded { try drop(pattern, store) }
        if !withProse {
            try store.forEachDocument(of: TermKey.kind(SearchQuery.prose)) { drop($0) }
        }
        if let path = plan.path { try drop(outside: path, segments) }
    }

    /// Whether a document passes.
    func passes(_ document: Int) -> Bool { passes.isEmpty || passes[document] }

    private mutating func drop(_ document: Int) {
        if passes.isEmpty { passes = Array(repeating: true, count: capacity) }
        passes[document] = false
    }

    private mutating func drop(allBut fits: [Bool]) {
        for number in fits.indices where !fits[number] { drop(number) }
    }

    private mutating func keep(_ keys: [[UInt8]], _ store: PostingStore) throws(IndexDamage) {
        var fits = [Bool](repeating: false, count: capacity)
        for key in keys {
            try store.forEachDocument(of: key) { fits[$0] = true }
        }
        drop(allBut: fits)
    }

    private mutating func drop(_ pattern: QueryPattern, _ store: PostingStore) throws(IndexDamage) {
        if pattern.slots.count > 1 {
            for match in try PhraseMatcher(store).matches(of: pattern) { drop(match.document) }
            return
        }
        for choice in pattern.slots.first ?? [] {
            try store.forEachDocument(of: choice.term) { drop($0) }
        }
    }

    private mutating func drop(outside path: String, _ segments: SegmentSet) throws(IndexDamage) {
        var fits = [Bool](repeating: false, count: capacity)
        for part in segments.parts {
            for unit in part.segment.units where unit.name.hasPrefix(path) {
                for number in unit.documents { fits[part.base + number] = true }
            }
            var places: [IndexSegment.TermPlace] = []
            try part.segment.forEachPlace(withPrefix: TermKey.path(path)) { _, place in
                places.append(place)
                return true
            }
            for place in places {
                try PostingList(part, place).forEachField(where: { _ in true }) { document, _, _ in
                    fits[document] = true
                }
            }
        }
        drop(allBut: fits)
    }
}
