import Model

/// Finds the concepts that words of a query name, in any language and inflection.
struct ConceptNames: ~Copyable {
    private let vocabulary: Vocabulary
    private let stemmer: Stemmer

    init(_ vocabulary: Vocabulary, _ stemmer: consuming Stemmer) {
        self.vocabulary = vocabulary
        self.stemmer = stemmer
    }

    /// A concept that successive words of a query name.
    struct Naming {
        var concept: Concept
        /// The words by their numbers.
        var words: Range<Int>
    }

    /// The concepts that the words name, each by the longest run of words that is one of its names.
    ///
    /// - Parameter words: the folded parts of each word of the query.
    borrowing func namings(in words: [[[UInt8]]]) -> [Naming] {
        let stems = words.map { $0.map { stemmer.stem($0) } }
        let starts = Self.starts(of: words)
        var candidates: [(concept: Int, stems: [[UInt8]])] = []
        for (number, concept) in vocabulary.concepts.enumerated() {
            let names = [Array(concept.labels.values)] + concept.aliases.values
            for name in names.joined() where Self.mayBegin(name.utf8, with: starts) {
                let parts = Self.parts(of: name)
                guard let first = parts.first, starts.contains(first.prefix(2)) else { continue }
                candidates.append((number, parts.map { stemmer.stem($0) }))
            }
        }
        var namings: [Naming] = []
        var start = 0
        while start < stems.count {
            let end = longest(from: start, stems, candidates)
            for (concept, name) in candidates where end > start && name == stems[start..<end].flatMap({ $0 }) {
                let named = vocabulary.concepts[concept]
                if namings.contains(where: { $0.words.lowerBound == start && $0.concept.id == named.id }) { continue }
                namings.append(Naming(concept: named, words: start..<end))
            }
            start = max(end, start + 1)
        }
        return namings
    }

    /// The first two bytes of each word.
    static func starts(of words: [[[UInt8]]]) -> [ArraySlice<UInt8>] { words.compactMap { $0.first?.prefix(2) } }

    /// Whether the first word of a name may begin so, told without cutting the name into words: most names do not.
    static func mayBegin(_ name: some Collection<UInt8>, with starts: [ArraySlice<UInt8>]) -> Bool {
        let letters = name.drop { !$0.isAlphanumeric && $0 < 0x80 }.prefix(2)
        guard let first = letters.first else { return false }
        // Cyrillic letters are folded to Cyrillic ones; what other letters are folded to is left to the tokenizer.
        if first == 0xD0 || first == 0xD1 { return starts.contains { $0.first == 0xD0 || $0.first == 0xD1 } }
        guard letters.count == 2, letters.allSatisfy(\.isAlphanumeric) else { return true }
        return starts.contains(letters.map(\.lowercased)[...])
    }

    private borrowing func longest(
        from start: Int, _ stems: [[[UInt8]]], _ candidates: [(concept: Int, stems: [[UInt8]])]
    ) -> Int {
        var longest = start
        for end in stems.indices[start...].map({ $0 + 1 }) {
            let run = stems[start..<end].flatMap { $0 }
            if candidates.contains(where: { $0.stems == run }) { longest = end }
        }
        return longest
    }

    /// The folded words of a name, without the joined ones.
    static func parts(of name: String) -> [[UInt8]] {
        var tokenizer = Tokenizer()
        tokenizer.read(Array(name.utf8))
        var parts: [[UInt8]] = []
        for token in tokenizer.tokens where token.position == parts.count { parts.append(tokenizer.term(token)) }
        return parts
    }
}
