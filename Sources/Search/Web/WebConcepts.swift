import Model

/// The concepts of a vocabulary for browsers, with what their names find, so that no browser has to look for that.
struct WebConcepts {
    /// A name of a concept, for those who look for the concept by a word.
    struct Naming {
        var concept: Int
        /// The stems of the name, or the tag of the concept behind `#`.
        var stems: [String]
    }

    private(set) var namings: [Naming] = []
    private var rows: [JSONValue] = []
    private let segments: SegmentSet
    private let store: PostingStore

    /// The number of concepts in a shard.
    private static let conceptsInShard = 8

    init(_ vocabulary: Vocabulary, _ segments: SegmentSet) throws(IndexDamage) {
        self.segments = segments
        store = PostingStore(segments)
        let planner = QueryPlanner(segments, vocabulary: CodedVocabulary())
        let stemmer = Stemmer()
        for (number, concept) in vocabulary.concepts.enumerated() {
            namings.append(Naming(concept: number, stems: ["#" + WebNames.safe(Array(concept.id.utf8)[...])]))
            var names: [JSONValue] = []
            let preferred = Set(concept.labels.values)
            for name in concept.names {
                let parts = ConceptNames.parts(of: name)
                guard !parts.isEmpty else { continue }
                namings.append(Naming(concept: number, stems: parts.map { stemmer.stem($0).text }))
                guard let pattern = try planner.synonym(parts) else { continue }
                names.append(try row(name, isPreferred: preferred.contains(name), pattern))
            }
            var narrower: [String] = []
            for id in vocabulary.narrower(than: concept.id) where try segments.contains(TermKey.tag(id)) {
                narrower.append(id)
            }
            rows.append([.string(concept.id), .array(names), JSONValue(narrower)])
        }
    }

    /// A name of one word is looked up as a word; of a longer one the documents and places are told.
    private func row(
        _ name: String, isPreferred: Bool, _ pattern: QueryPattern
    ) throws(IndexDamage) -> JSONValue {
        var row: [JSONValue] = [.string(name), .int(isPreferred ? 1 : 0)]
        guard pattern.slots.count > 1 else { return .array(row) }
        var (documents, positions): ([UInt8], [UInt8]) = ([], [])
        var previous = -1
        for match in try PhraseMatcher(store).matches(of: pattern) {
            guard let (segment, number) = segments.locate(match.document) else { continue }
            WebDigits.append(match.document - previous, to: &documents)
            previous = match.document
            WebPostings.append(match.counts, of: number, segment, to: &documents)
            var last = (field: -1, position: 0)
            for place in match.places {
                if place.field != last.field { last = (place.field, 0) }
                WebDigits.append(place.position - last.position, to: &positions)
                last.position = place.position
            }
        }
        var hash = StableHash()
        for slot in pattern.slots {
            for choice in slot { hash.combine(choice.term.text) }
            hash.combine("")
        }
        row += [.string(documents.text), .string(positions.text), .string(hash.name(length: 8))]
        return .array(row)
    }

    var shards: [WebShard] {
        stride(from: 0, to: rows.count, by: Self.conceptsInShard).map { start in
            let end = min(start + Self.conceptsInShard, rows.count)
            return WebShard("c\(start / Self.conceptsInShard)", .array(Array(rows[start..<end])))
        }
    }
}
