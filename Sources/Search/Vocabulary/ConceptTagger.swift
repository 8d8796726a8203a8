package import Model

/// Gives entries the concepts of a vocabulary that they speak of, each with the evidence.
///
/// Names are recognised in any inflection. What a place is worth is told by `weight`; a concept is given when its
/// places together come to `enough`. A mention in the text alone never does.
package struct ConceptTagger: ~Copyable {
    private let vocabulary: Vocabulary
    private let stemmer = Stemmer()
    /// The names by the stem of their first word.
    private var names: [[UInt8]: [Name]] = [:]
    private var stems: [[UInt8]: [UInt8]] = [:]
    private var tokenizer = Tokenizer()

    private struct Name {
        var concept: Int
        var stems: [[UInt8]]
        var text: String
    }

    private static let enough = 3

    private static func weight(_ place: ConceptEvidence.Place) -> Int {
        switch place {
        case .title, .alias, .rule: 4
        case .note: 3
        case .heading: 2
        case .body: 1
        }
    }

    package init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        for (number, concept) in vocabulary.concepts.enumerated() {
            for text in concept.names {
                let words = ConceptNames.parts(of: text).map { stemmer.stem($0) }
                guard let first = words.first else { continue }
                names[first, default: []].append(Name(concept: number, stems: words, text: text))
            }
        }
    }

    /// Adds the concepts that an entry speaks of to its tags, behind those it has.
    package mutating func tag(_ entry: inout Entry) {
        guard !vocabulary.concepts.isEmpty else { return }
        var evidence: [Int: [ConceptEvidence]] = [:]
        find(in: [entry.title], .title, &evidence)
        find(in: entry.aliases, .alias, &evidence)
        find(in: entry.section, .heading, &evidence)
        find(in: [entry.note].compactMap { $0 }, .note, &evidence)
        applyRules(to: entry, &evidence)
        let undecided = evidence.values.contains { Self.weight($0) < Self.enough }
        if undecided { find(in: [entry.body].compactMap { $0 }, .body, &evidence, onlyKnown: true) }
        let present = Set(entry.tags.map(\.name))
        for (concept, found) in evidence.sorted(by: { $0.key < $1.key }) where Self.weight(found) >= Self.enough {
            let id = vocabulary.concepts[concept].id
            if !present.contains(id) { entry.tags.append(Tag(id, because: .concept(found))) }
        }
    }

    /// Every place counts once.
    private static func weight(_ evidence: [ConceptEvidence]) -> Int {
        Set(evidence.map(\.place)).reduce(0) { $0 + weight($1) }
    }

    private mutating func find(
        in texts: [String],
        _ place: ConceptEvidence.Place,
        _ evidence: inout [Int: [ConceptEvidence]],
        onlyKnown: Bool = false
    ) {
        for text in texts {
            for name in namesFound(in: text) {
                if onlyKnown, evidence[name.concept] == nil { continue }
                let found = ConceptEvidence(words: name.text, place: place)
                if evidence[name.concept]?.contains(found) != true { evidence[name.concept, default: []].append(found) }
            }
        }
    }

    /// The names that stand in a text; of names that begin at one word only the longest counts.
    private mutating func namesFound(in text: String) -> [Name] {
        tokenizer.read(Array(text.utf8))
        var words: [[UInt8]] = []
        for token in tokenizer.tokens where token.position == words.count { words.append(stem(tokenizer.term(token))) }
        var found: [Name] = []
        var covered = 0
        for index in words.indices {
            let candidates = names[words[index], default: []].filter { words[index...].starts(with: $0.stems) }
            guard let longest = candidates.map(\.stems.count).max(), index + longest > covered else { continue }
            found += candidates.filter { $0.stems.count == longest }
            covered = index + longest
        }
        return found
    }

    private mutating func stem(_ word: [UInt8]) -> [UInt8] {
        if let known = stems[word] { return known }
        let stem = stemmer.stem(word)
        stems[word] = stem
        return stem
    }

    private func applyRules(to entry: Entry, _ evidence: inout [Int: [ConceptEvidence]]) {
        for (number, concept) in vocabulary.concepts.enumerated() {
            for rule in concept.rules where rule.holds(for: entry) {
                evidence[number, default: []].append(ConceptEvidence(words: rule.text, place: .rule))
            }
        }
    }
}

extension Concept.Rule {
    /// The rule as the vocabulary writes it.
    var text: String {
        switch self {
        case .host(let host): "host: \(host)"
        case .path(let path): "path: \(path)"
        case .section(let section): "section: \(section)"
        }
    }

    /// Whether an entry is in the place that the rule names.
    func holds(for entry: Entry) -> Bool {
        switch self {
        case .host(let host): SearchDocument.hosts(of: entry).contains(host.lowercased())
        case .path(let path): entry.source.path.hasPrefix(path)
        case .section(let section):
            entry.section.contains { Tokenizer.terms($0) == Tokenizer.terms(section) }
        }
    }
}
