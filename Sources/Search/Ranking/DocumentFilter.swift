/// Tells which documents a query lets through, whatever their words.
struct DocumentFilter {
    /// Whether each document passes.
    private(set) var passes: [Bool]

    init(_ plan: QueryPlan, in store: PostingStore, withProse: Bool) throws(IndexDamage) {
        let segments = store.segments
        passes = Array(repeating: true, count: segments.capacity)
        for part in segments.parts where !part.isDropped.isEmpty {
            for number in part.isDropped.indices where part.isDropped[number] { passes[part.base + number] = false }
        }
        for keys in plan.filters { try keep(keys, store) }
        for pattern in plan.excluded { try drop(pattern, store) }
        if !withProse {
            try store.forEachDocument(of: TermKey.kind(SearchQuery.prose)) { passes[$0] = false }
        }
        if let path = plan.path { try drop(outside: path, segments) }
    }

    private mutating func keep(_ keys: [[UInt8]], _ store: PostingStore) throws(IndexDamage) {
        var fits = [Bool](repeating: false, count: passes.count)
        for key in keys {
            try store.forEachDocument(of: key) { fits[$0] = true }
        }
        for number in passes.indices where !fits[number] { passes[number] = false }
    }

    private mutating func drop(_ pattern: QueryPattern, _ store: PostingStore) throws(IndexDamage) {
        if pattern.slots.count > 1 {
            for match in try PhraseMatcher(store).matches(of: pattern) { passes[match.document] = false }
            return
        }
        for choice in pattern.slots.first ?? [] {
            try store.forEachDocument(of: choice.term) { passes[$0] = false }
        }
    }

    private mutating func drop(outside path: String, _ segments: SegmentSet) throws(IndexDamage) {
        var fits = [Bool](repeating: false, count: passes.count)
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
        for number in passes.indices where !fits[number] { passes[number] = false }
    }
}
