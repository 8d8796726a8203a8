import Model

/// Finds out which terms of an index answer a query.
struct QueryPlanner: ~Copyable {
    private let segments: SegmentSet
    private let vocabulary: CodedVocabulary
    private let stemmer = Stemmer()

    init(_ segments: SegmentSet, vocabulary: CodedVocabulary) {
        self.segments = segments
        self.vocabulary = vocabulary
    }

    /// The plan of a query: every word with its forms, names of concepts with their other names, and typing errors
    /// undone where a word would find nothing.
    borrowing func plan(_ query: SearchQuery) throws(IndexDamage) -> QueryPlan {
        var plan = QueryPlan()
        plan.path = query.path
        for clause in query.wanted { plan.atoms.append(try atom(clause)) }
        try addConcepts(to: &plan, query)
        for index in plan.atoms.indices where query.wanted[index].form != .phrase {
            try correct(&plan.atoms[index], query.wanted[index])
        }
        for clause in query.excluded { plan.excluded += try atom(clause).patterns }
        plan.filters = try filters(query)
        return plan
    }

    // MARK: Words

    private borrowing func atom(_ clause: SearchQuery.Clause) throws(IndexDamage) -> QueryAtom {
        let parts = ConceptNames.parts(of: clause.text)
        var atom = QueryAtom(text: clause.text, parts: parts)
        if clause.form == .phrase || parts.count > 1 {
            var slots: [[TermChoice]] = []
            for part in parts { slots.append(try forms(of: part)) }
            if clause.form != .phrase, clause.form != .word, let last = parts.last {
                slots[slots.count - 1] = try continuations(of: last, isWord: clause.form == .lastWord)
            }
            atom.patterns.append(QueryPattern(slots))
            // The joined word would let "dead-letter" stand for a phrase of other words.
            if clause.form != .phrase { atom.patterns.append(QueryPattern([try forms(of: Self.joined(parts))])) }
        } else if let word = parts.first {
            let isWord = clause.form != .prefix
            let choices = clause.form == .word ? try forms(of: word) : try continuations(of: word, isWord: isWord)
            atom.patterns.append(QueryPattern([choices]))
        }
        atom.patterns.removeAll { !$0.isPossible }
        return atom
    }

    private static func joined(_ parts: [[UInt8]]) -> [UInt8] { Array(parts.joined()) }

    /// The word as written, and the words that share its stem.
    private borrowing func forms(of word: [UInt8]) throws(IndexDamage) -> [TermChoice] {
        var choices: [TermChoice] = []
        if try segments.contains(word) { choices.append(TermChoice(term: word, form: .written)) }
        for other in try segments.words(ofStem: stemmer.stem(word)) where other != word {
            choices.append(TermChoice(term: other, form: .stem))
        }
        return choices
    }

    /// The forms of the word and the words that begin with it; one letter alone begins too many.
    private borrowing func continuations(of word: [UInt8], isWord: Bool) throws(IndexDamage) -> [TermChoice] {
        var choices = try forms(of: word)
        if !isWord { choices.removeAll { $0.form == .stem } }
        guard !isWord || EditDistance.letters(of: word).count > 1 else { return choices }
        let known = Set(choices.map(\.term))
        for other in try segments.words(withPrefix: word) where !known.contains(other) {
            choices.append(TermChoice(term: other, form: .prefix))
        }
        return choices
    }

    // MARK: Concepts

    private borrowing func addConcepts(to plan: inout QueryPlan, _ query: SearchQuery) throws(IndexDamage) {
        guard !vocabulary.isEmpty else { return }
        let words = zip(query.wanted, plan.atoms).map { clause, atom in clause.form == .prefix ? [] : atom.parts }
        let starts = ConceptNames.starts(of: words)
        let concepts = try vocabulary.concepts { ConceptNames.mayBegin($0, with: starts) }
        for naming in ConceptNames(Vocabulary(concepts), Stemmer()).namings(in: words) {
            let typed = words[naming.words].flatMap { $0 }
            var patterns: [QueryPattern] = []
            for name in naming.concept.names {
                let parts = ConceptNames.parts(of: name)
                guard parts != typed, let pattern = try synonym(parts) else { continue }
                patterns.append(pattern)
                // The preferred names tell readers enough; aliases are searched without being told.
                if naming.concept.labels.values.contains(name) {
                    plan.atoms[naming.words.lowerBound].translations.append(name)
                }
            }
            patterns += try tags(of: naming.concept)
            for word in naming.words {
                for pattern in patterns where !plan.atoms[word].patterns.contains(pattern) {
                    plan.atoms[word].patterns.append(pattern)
                }
            }
        }
    }

    borrowing func synonym(_ parts: [[UInt8]]) throws(IndexDamage) -> QueryPattern? {
        var slots: [[TermChoice]] = []
        for part in parts {
            let choices = try forms(of: part)
            guard !choices.isEmpty else { return nil }
            slots.append(choices.map { TermChoice(term: $0.term, form: .synonym) })
        }
        return slots.isEmpty ? nil : QueryPattern(slots)
    }

    /// The entries that bear the concept as a tag, and those with a concept below it.
    private borrowing func tags(of concept: Concept) throws(IndexDamage) -> [QueryPattern] {
        var patterns: [QueryPattern] = []
        let ids = [concept.id] + (try vocabulary.narrower(than: concept.id))
        for (number, id) in ids.enumerated() where try segments.contains(TermKey.tag(id)) {
            patterns.append(.tag(id, form: number == 0 ? .synonym : .narrower))
        }
        return patterns
    }

    // MARK: Corrections

    private borrowing func correct(_ atom: inout QueryAtom, _ clause: SearchQuery.Clause) throws(IndexDamage) {
        guard atom.patterns.isEmpty, clause.form != .prefix else { return }
        if let pattern = try nearest(to: atom) {
            atom.patterns = [pattern]
            atom.correction = try shown(pattern)
            return
        }
        guard let swapped = KeyboardLayout.swapped(clause.text) else { return }
        let other = try self.atom(SearchQuery.Clause(text: swapped, form: clause.form))
        guard !other.patterns.isEmpty else { return }
        atom.patterns = other.patterns
        atom.parts = other.parts
        atom.correction = swapped
    }

    /// The words with the fewest typing errors; words of the atom that are known stay.
    private borrowing func nearest(to atom: QueryAtom) throws(IndexDamage) -> QueryPattern? {
        var slots: [[TermChoice]] = []
        for part in atom.parts {
            let known = try forms(of: part)
            slots.append(known.isEmpty ? try misspelt(part) : known)
        }
        let pattern = QueryPattern(slots)
        return pattern.isPossible ? pattern : nil
    }

    private borrowing func misspelt(_ word: [UInt8]) throws(IndexDamage) -> [TermChoice] {
        let distance = EditDistance(word)
        guard distance.limit > 0 else { return [] }
        let found = try segments.words(near: distance)
        guard let fewest = found.map(\.errors).min() else { return [] }
        return found.filter { $0.errors == fewest }.map { TermChoice(term: $0.word, form: .typo, typos: fewest) }
    }

    /// The words of a pattern that most documents have, for the reader.
    private borrowing func shown(_ pattern: QueryPattern) throws(IndexDamage) -> String {
        var words: [String] = []
        for slot in pattern.slots {
            var best: (word: [UInt8], count: Int)?
            for choice in slot {
                let count = try segments.count(of: choice.term)
                if count > best?.count ?? 0 { best = (choice.term, count) }
            }
            words.append(best?.word.text ?? "")
        }
        return words.joined(separator: " ")
    }

    // MARK: Filters

    private borrowing func filters(_ query: SearchQuery) throws(IndexDamage) -> [[[UInt8]]] {
        var filters: [[[UInt8]]] = []
        if !query.kinds.isEmpty { filters.append(query.kinds.map(TermKey.kind)) }
        if !query.languages.isEmpty { filters.append(query.languages.map(TermKey.language)) }
        for tag in query.tags {
            filters.append(([tag] + (try vocabulary.narrower(than: tag))).map(TermKey.tag))
        }
        for host in query.hosts { filters.append([TermKey.host(host)]) }
        return filters
    }
}
