import Model

/// What all documents have of one word of a query.
struct MatchTable {
    /// The best match of each document as errors, field and form in one number; `none` without a match.
    private(set) var best: [UInt16]
    /// The documents with a match, in their order.
    private(set) var documents: [Int] = []
    /// What the matches come from, in the order of the query's plan.
    private(set) var evidence: [Evidence] = []

    static let none = UInt16.max

    /// A term or a phrase that stands for the word, and the documents that have it.
    enum Evidence {
        case term(TermChoice, [PostingList])
        case phrase(QueryPattern, [PhraseMatcher.Match])

        /// The words of the text, folded; a tag with `#`.
        var text: String {
            switch self {
            case .term(let choice, _): isTag ? "#" + choice.term.dropFirst().text : choice.term.text
            case .phrase(let pattern, _): pattern.slots.map { $0[0].term.text }.joined(separator: " ")
            }
        }

        /// Whether it is a tag, which counts as one occurrence among the other names.
        var isTag: Bool { if case .term(let choice, _) = self { !TermKey.isWord(choice.term) } else { false } }
    }

    init(_ atom: QueryAtom, in store: PostingStore) throws(IndexDamage) {
        best = Array(repeating: Self.none, count: store.segments.capacity)
        for pattern in atom.patterns {
            if pattern.slots.count > 1 {
                evidence.append(.phrase(pattern, try PhraseMatcher(store).matches(of: pattern)))
            } else {
                for choice in pattern.slots[0] { evidence.append(.term(choice, try store.lists(of: choice.term))) }
            }
        }
        for item in evidence { try note(item, isOnly: evidence.count == 1) }
        if evidence.count > 1 { documents = best.indices.filter { best[$0] != Self.none } }
    }

    /// The key by which matches are compared: errors first, then the field, then the form.
    static func key(typos: Int, field: Int, form: MatchForm) -> UInt16 {
        UInt16(min(typos, 15)) << 8 | UInt16(field) << 4 | UInt16(form.rawValue)
    }

    private mutating func note(_ evidence: Evidence, isOnly: Bool) throws(IndexDamage) {
        // The closures change the lists themselves, without a look at who else may hold them.
        var (best, documents) = (best, [Int]())
        self.best = []
        try evidence.forEachField(where: { _ in true }) { occurrence in
            let document = occurrence.document
            if isOnly, best[document] == Self.none { documents.append(document) }
            best[document] = min(best[document], occurrence.key)
        }
        (self.best, self.documents) = (best, documents)
    }
}

extension MatchTable.Evidence {
    /// What a document has in one field.
    struct Occurrence {
        var document: Int
        var field: Int
        var count: Int
        var form: MatchForm
        var typos: Int

        var key: UInt16 { MatchTable.key(typos: typos, field: field, form: form) }
    }

    /// Gives the occurrences in the documents that are wanted, those of one document together and by field.
    func forEachField(
        where isWanted: (_ document: Int) -> Bool,
        _ body: (Occurrence) -> Void
    ) throws(IndexDamage) {
        switch self {
        case .term(let choice, let lists):
            let (form, typos, isTag) = (choice.form, choice.typos, isTag)
            let alias = Int(SearchField.alias.rawValue)
            for list in lists {
                try list.forEachField(where: isWanted) { document, field, count in
                    body(
                        Occurrence(
                            document: document, field: isTag ? alias : field, count: isTag ? 1 : count, form: form,
                            typos: typos))
                }
            }
        case .phrase(_, let matches):
            for match in matches where isWanted(match.document) {
                for field in 0..<6 where match.counts[field] > 0 {
                    body(
                        Occurrence(
                            document: match.document, field: field, count: match.counts[field], form: match.form,
                            typos: match.typos))
                }
            }
        }
    }
}
