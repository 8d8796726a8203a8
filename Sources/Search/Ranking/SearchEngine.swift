package import Model

/// Answers queries from an index.
package struct SearchEngine: Sendable {
    private let segments: SegmentSet
    private let vocabulary: Vocabulary
    private let load: @Sendable (_ path: String, _ range: Range<Int>) -> [UInt8]?

    /// - Parameter load: gives bytes of a source; nil when they cannot be read.
    package init(
        _ segments: SegmentSet,
        vocabulary: Vocabulary,
        load: @escaping @Sendable (_ path: String, _ range: Range<Int>) -> [UInt8]?
    ) {
        self.segments = segments
        self.vocabulary = vocabulary
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
        let filter = try DocumentFilter(plan, in: segments, withProse: query.withProse)
        let scoring = Scoring(documentCount: segments.documentCount, lengths: segments.lengths)
        var tables: [MatchTable] = []
        for atom in plan.atoms { tables.append(try MatchTable(atom, in: segments, scoring)) }
        let ranking = Ranking(segments, plan, tables, scoring)
        let found = try ranking.best(limit, passing: filter)
        answer.total = found.total
        answer.hits = try hits(found.documents, plan)
        describe(plan, query, in: &answer)
        if found.total == 0, !plan.atoms.isEmpty {
            answer.nearMisses = try hits(try ranking.nearMisses(3, passing: filter), plan)
            answer.suggestions = try suggestions(plan)
        }
        return answer
    }

    private func hits(_ documents: [RankedDocument], _ plan: QueryPlan) throws(IndexDamage) -> [SearchAnswer.Hit] {
        let matches = try MatchFinder(segments).matches(of: plan, in: Set(documents.map(\.number)))
        var marker = SnippetMaker(plan)
        var hits: [SearchAnswer.Hit] = []
        for document in documents {
            let subject = try subject(document.number)
            let excerpts = SearchDocument.excerpts(of: subject)
            hits.append(
                SearchAnswer.Hit(
                    subject: subject, score: document.score, rank: document.rank,
                    matches: matches[document.number] ?? [], snippet: marker.snippet(of: excerpts)))
        }
        return hits
    }

    private func subject(_ document: Int) throws(IndexDamage) -> SearchSubject {
        guard let (segment, number) = segments.locate(document) else { throw IndexDamage() }
        return try segment.subject(number, load: load)
    }

    /// The entries that ask for an id, to find out which of them gets it.
    package func entries(withID id: String) throws(IndexDamage) -> [Entry] {
        var numbers: [Int] = []
        try segments.forEachPosting(of: TermKey.id(id)) { posting, _ in numbers.append(posting.document) }
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
