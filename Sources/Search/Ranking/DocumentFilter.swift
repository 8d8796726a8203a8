/// Tells which documents a query lets through, whatever their words.
struct DocumentFilter {
    /// Whether each document passes.
    private(set) var passes: [Bool]

    init(_ plan: QueryPlan, in segments: SegmentSet, withProse: Bool) throws(IndexDamage) {
        passes = Array(repeating: true, count: segments.capacity)
        for part in segments.parts where !part.isDropped.isEmpty {
            for number in part.isDropped.indices where part.isDropped[number] { passes[part.base + number] = false }
        }
        for keys in plan.filters { try keep(keys, segments) }
        for pattern in plan.excluded { try drop(pattern, segments) }
        if !withProse {
            try segments.forEachPosting(of: TermKey.kind(SearchQuery.prose)) { posting, _ in
                passes[posting.document] = false
            }
        }
        if let path = plan.path { try drop(outside: path, segments) }
    }

    private mutating func keep(_ keys: [[UInt8]], _ segments: SegmentSet) throws(IndexDamage) {
        var fits = [Bool](repeating: false, count: passes.count)
        for key in keys {
            try segments.forEachPosting(of: key) { posting, _ in fits[posting.document] = true }
        }
        for number in passes.indices where !fits[number] { passes[number] = false }
    }

    private mutating func drop(_ pattern: QueryPattern, _ segments: SegmentSet) throws(IndexDamage) {
        if pattern.slots.count > 1 {
            for match in try PhraseMatcher(segments).matches(of: pattern) { passes[match.document] = false }
            return
        }
        for choice in pattern.slots.first ?? [] {
            try segments.forEachPosting(of: choice.term) { posting, _ in passes[posting.document] = false }
        }
    }

    private mutating func drop(outside path: String, _ segments: SegmentSet) throws(IndexDamage) {
        var fits = [Bool](repeating: false, count: passes.count)
        for part in segments.parts {
            for unit in part.segment.units where unit.name.hasPrefix(path) {
                for number in unit.documents { fits[part.base + number] = true }
            }
            var keys: [[UInt8]] = []
            try part.segment.forEachPlace(withPrefix: TermKey.path(path)) { key, _ in
                keys.append(key)
                return true
            }
            for key in keys {
                try part.forEachPosting(of: key) { posting, _ in fits[part.base + posting.document] = true }
            }
        }
        for number in passes.indices where !fits[number] { passes[number] = false }
    }
}
