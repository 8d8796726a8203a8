package import Model

/// Answers queries from an index.
package struct SearchEngine: Sendable {
    private let segments: SegmentSet
    private let vocabulary: CodedVocabulary
    private let load: @Sendable (_ path: String, _ range: Range<Int>) -> [UInt8]?

    /// - Parameter load: gives bytes of a source; nil when they cannot be read.
    package init(
        _ segments: SegmentSet,
        vocabulary: Vocabulary,
        load: @escaping @Sendable (_ path: String, _ range: Range<Int>) -> [UInt8]?
    ) {
        self.segments = segments
        let coded = VocabularyCoding.encoded(vocabulary)
        self.vocabulary = (try? CodedVocabulary(coded)) ?? CodedVocabulary()
        self.load = load
    }

    /// An engine on one index, with the vocabulary that lies in it.
    ///
    /// - Throws: `IndexDamage` when the vocabulary is not whole.
    package init(
        _ segment: IndexSegment,
        load: @escaping @Sendable (_ path: String, _ range: Range<Int>) -> [UInt8]?
    ) throws(IndexDamage) {
        var segments = SegmentSet()
        segments.add(segment)
        self.segments = segments
        vocabulary = try segment.codedVocabulary()
        self.load = load
    }

    /// What an index has to be made for: the program, its stemmers, and the vocabulary.
    package static func fingerprint(version: String, vocabulary: [UInt8]) -> UInt64 {
        var hash = StableHash(version)
        hash.combine("\(Stemmer().fingerprint()) \(Checksum.wide(vocabulary))")
        return hash.value
    }

    /// The number of entries and passages that are searched.
    package var documentCount: Int { segments.documentCount }

    /// The hits of a query, best first; the same on every run and every machine.
    ///
    /// - Throws: `IndexDamage` when the index, or a source that it refers to, is not what it was.
    package func answer(_ query: SearchQuery, limit: Int) throws(IndexDamage) -> SearchAnswer {
        var answer = SearchAnswer()
        let plan = try QueryPlanner(segments, vocabulary: vocabulary).plan(query)
        let store = PostingStore(segments)
        let filter = try DocumentFilter(plan, in: store, withProse: query.withProse)
        let scoring = Scoring(documentCount: segments.documentCount, lengths: segments.lengths)
        var tables: [MatchTable] = []
        for atom in plan.atoms { tables.append(try MatchTable(atom, in: store)) }
        let ranking = Ranking(store, plan, tables, scoring, passing: filter)
        let found = try ranking.best(limit)
        answer.total = found.total
        answer.hits = try hits(found.documents, plan, tables)
        describe(plan, query, in: &answer)
        if found.total == 0, !plan.atoms.isEmpty {
            answer.nearMisses = try hits(try ranking.nearMisses(3), plan, tables)
            answer.suggestions = try suggestions(plan)
        }
        return answer
    }

    private func hits(
        _ documents: [RankedDocument], _ plan: QueryPlan, _ tables: [MatchTable]
    ) throws(IndexDamage) -> [SearchAnswer.Hit] {
        var marker = SnippetMaker(plan)
        var hits: [SearchAnswer.Hit] = []
        for document in documents {
            let subject = try subject(document.number)
            let excerpts = SearchDocument.excerpts(of: subject)
            hits.append(
                SearchAnswer.Hit(
                    subject: subject, score: document.score, rank: document.rank,
                    matches: Self.matches(of: document, plan, tables), snippet: marker.snippet(of: excerpts)))
        }
        return hits
    }

    /// The best match of every word that a document has.
    private static func matches(
        of document: RankedDocument, _ plan: QueryPlan, _ tables: [MatchTable]
    ) -> [SearchAnswer.Match] {
        zip(zip(plan.atoms, tables), document.evidence).compactMap { word, evidence in
            let key = word.1.best[document.number]
            guard evidence >= 0, let field = SearchField(rawValue: UInt8(key >> 4 & 15)),
                let form = MatchForm(rawValue: UInt8(key & 15))
            else { return nil }
            return SearchAnswer.Match(
                word: word.0.text, found: word.1.evidence[Int(evidence)].text, field: field, form: form,
                typos: Int(key >> 8))
        }
    }

    private func subject(_ document: Int) throws(IndexDamage) -> SearchSubject {
        guard let (segment, number) = segments.locate(document) else { throw IndexDamage() }
        return try segment.subject(number, load: load)
    }

    /// Whether any entry asks for an id.
    package func hasEntries(withID id: String) throws(IndexDamage) -> Bool { try segments.contains(TermKey.id(id)) }

    /// Whether one entry at most asks for an id.
    package func isUnique(_ id: EntryID) throws(IndexDamage) -> Bool {
        try segments.count(of: TermKey.id(id.rawValue)) <= 1
    }

    /// The entries of some kinds with the ids that they ask for, by the path of their source and their place in it.
    package func entries(of kinds: [EntryKind]) throws(IndexDamage) -> [Entry] {
        var numbers: [Int] = []
        let store = PostingStore(segments)
        for kind in kinds {
            try store.forEachDocument(of: TermKey.kind(kind.rawValue)) { numbers.append($0) }
        }
        var entries: [Entry] = []
        for (part, locals) in segments.divided(numbers) {
            for subject in try part.segment.subjects(locals, load: load) {
                if case .entry(let entry) = subject { entries.append(entry) }
            }
        }
        // Entries of one source are of one part and stand in their order already.
        let order = entries.indices.sorted { left, right in
            let (one, other) = (entries[left].source.path, entries[right].source.path)
            return one == other ? left < right : one.utf8.lexicographicallyPrecedes(other.utf8)
        }
        return order.map { entries[$0] }
    }

    /// The entries that ask for an id, to find out which of them gets it.
    package func entries(withID id: String) throws(IndexDamage) -> [Entry] {
        var numbers: [Int] = []
        try PostingStore(segments).forEachDocument(of: TermKey.id(id)) { numbers.append($0) }
        var entries: [Entry] = []
        for number in numbers {
            if case .entry(let entry) = try subject(number), entry.id.rawValue == id { entries.append(entry) }
        }
        return entries
    }

    private func describe(_ plan: QueryPlan, _ query: SearchQuery, in answer: inout SearchAnswer) {
        if plan.atoms.contains(where: { $0.correction != nil }) {
            answer.correctedQuery = plan.atoms.map { $0.correction ?? $0.text }.joined(separator: " ")
        }
        for name in plan.atoms.flatMap(\.translations) where !answer.translations.contains(name) {
            answer.translations.append(name)
        }
    }

    /// Words like the ones that were not found at all, at most three for each.
    private func suggestions(_ plan: QueryPlan) throws(IndexDamage) -> [String] {
        var suggestions: [String] = []
        for atom in plan.atoms where atom.patterns.isEmpty {
            for part in atom.parts {
                let letters = EditDistance.letters(of: part).count
                guard letters > 2 else { continue }
                let distance = EditDistance(part, limit: EditDistance.forgiven(letters: letters) + 1)
                let near = try segments.words(near: distance).map { ($0.errors, $0.word.text) }.sorted(by: <)
                suggestions += near.prefix(3).map(\.1)
            }
        }
        return suggestions
    }
}
