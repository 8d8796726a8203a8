import Model

/// Finds out how each word of a query was found in the few documents that are shown.
struct MatchFinder {
    private let segments: SegmentSet

    init(_ segments: SegmentSet) { self.segments = segments }

    /// The best match of every word that was found, by document.
    func matches(of plan: QueryPlan, in documents: Set<Int>) throws(IndexDamage) -> [Int: [SearchAnswer.Match]] {
        var matches: [Int: [SearchAnswer.Match]] = [:]
        guard !documents.isEmpty else { return matches }
        for atom in plan.atoms {
            var best: [Int: SearchAnswer.Match] = [:]
            for pattern in atom.patterns { try find(pattern, of: atom, in: documents, &best) }
            for (document, match) in best { matches[document, default: []].append(match) }
        }
        return matches
    }

    private func find(
        _ pattern: QueryPattern, of atom: QueryAtom, in documents: Set<Int>,
        _ best: inout [Int: SearchAnswer.Match]
    ) throws(IndexDamage) {
        if pattern.slots.count > 1 {
            let found = pattern.slots.map { $0[0].term.text }.joined(separator: " ")
            for match in try PhraseMatcher(segments).matches(of: pattern) where documents.contains(match.document) {
                take(match.counts, found, match.form, match.typos, atom, &best[match.document])
            }
            return
        }
        for choice in pattern.slots[0] {
            let isTag = !TermKey.isWord(choice.term)
            let found = isTag ? "#" + choice.term.dropFirst().text : choice.term.text
            try segments.forEachPosting(of: choice.term) { posting, _ in
                guard documents.contains(posting.document) else { return }
                var counts = posting.counts
                if isTag { counts[Int(SearchField.alias.rawValue)] = 1 }
                take(counts, found, choice.form, choice.typos, atom, &best[posting.document])
            }
        }
    }

    private func take(
        _ counts: FieldCounts, _ found: String, _ form: MatchForm, _ typos: Int, _ atom: QueryAtom,
        _ best: inout SearchAnswer.Match?
    ) {
        guard let field = SearchField.allCases.first(where: { counts[Int($0.rawValue)] > 0 }) else { return }
        let match = SearchAnswer.Match(word: atom.text, found: found, field: field, form: form, typos: typos)
        if let known = best, (known.typos, known.field, known.form) <= (typos, field, form) { return }
        best = match
    }
}
