import Model

@testable import Search

/// Answers queries by looking at every word of every document, with no index: what the engine is held against.
///
/// It follows the definition of the ranking in docs/search.md line by line and shares with the engine only how texts
/// are cut into words, how words are stemmed, how queries are read and what an entry's fields are.
struct ScanningSearch {
    struct Result: Equatable {
        var document: Int
        var isExact: Bool
        var typos: Int
        var fields: Int
        var forms: Int
        var score: Int
    }

    private struct Word {
        var term: String
        var position: Int
    }

    private struct Page {
        var path: String
        var fields: [[Word]]
        /// The positions of each term in each field.
        var places: [[String: [Int]]] = []
        var lengths: [Int]
        var keys: Set<[UInt8]>
        var titleParts: [String]
    }

    private struct Choice: Hashable {
        var term: String
        var form: MatchForm
        var typos = 0
        var tag: String?
    }

    private struct Atom {
        var parts: [String]
        var patterns: Set<[[Choice]]> = []
    }

    private struct Found {
        var key: (typos: Int, field: Int, form: Int)
        var worth: Int
        var places: [(field: Int, position: Int)]
    }

    private let pages: [Page]
    private let totals: [Int]
    private let terms: Set<String>
    private let stems: [String: [String]]
    private let vocabulary: Vocabulary

    init(_ units: [SearchUnit], _ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        pages = units.flatMap { unit in
            unit.entries.map { Self.page(SearchDocument($0), unit.name) }
                + unit.passages.map { Self.page(SearchDocument($0), unit.name) }
        }
        totals = (0..<6).map { [pages] field in pages.reduce(0) { $0 + $1.lengths[field] } }
        terms = Set(pages.flatMap { $0.fields.joined().map(\.term) })
        stems = Dictionary(grouping: terms, by: Self.stem)
    }

    private static func stem(_ word: String) -> String { Stemmer().stem(Array(word.utf8)).text }

    private static func page(_ document: SearchDocument, _ path: String) -> Page {
        var page = Page(path: path, fields: [], lengths: [], keys: Set(document.keys), titleParts: [])
        for texts in document.texts {
            var (words, base, length): ([Word], Int, Int) = ([], 0, 0)
            for text in texts {
                var tokenizer = Tokenizer()
                tokenizer.read(Array(text.utf8))
                words += tokenizer.tokens.map {
                    Word(term: tokenizer.term($0).text, position: base + $0.position)
                }
                base += tokenizer.length + 8
                length += tokenizer.length
            }
            page.fields.append(words)
            page.places.append(Dictionary(grouping: words, by: \.term).mapValues { $0.map(\.position) })
            page.lengths.append(length)
        }
        page.titleParts = ConceptNames.parts(of: document.texts[0].first ?? "").map(\.text)
        return page
    }

    /// All documents that answer a query, best first.
    func results(_ query: SearchQuery) -> [Result] {
        let atoms = atoms(query)
        let excluded = query.excluded.flatMap { patterns($0) }
        let found = atoms.map { atom in pages.indices.map { find(atom.patterns, in: pages[$0]) } }
        let parts = atoms.flatMap(\.parts)
        var results: [Result] = []
        for number in pages.indices where passes(pages[number], query, excluded) {
            let matches = found.compactMap { $0[number] }
            guard matches.count == atoms.count else { continue }
            var score = 0
            for (atom, match) in zip(found, matches) {
                score += saturated(match.worth) * rarity(atom.count { $0 != nil }) / 1000
            }
            if atoms.count > 1, let span = span(matches.map(\.places)) {
                score += score * (atoms.count - 1) / (2 * max(span, atoms.count - 1))
            }
            results.append(
                Result(
                    document: number, isExact: !parts.isEmpty && pages[number].titleParts == parts,
                    typos: matches.reduce(0) { $0 + $1.key.typos }, fields: matches.reduce(0) { $0 + $1.key.field },
                    forms: matches.reduce(0) { $0 + $1.key.form }, score: score))
        }
        return results.sorted { isBefore($0, $1) }
    }

    private func isBefore(_ left: Result, _ right: Result) -> Bool {
        let keys = [left, right].map { [$0.isExact ? 0 : 1, $0.typos, $0.fields, $0.forms, -$0.score] }
        if keys[0] != keys[1] { return keys[0].lexicographicallyPrecedes(keys[1]) }
        let paths = (pages[left.document].path, pages[right.document].path)
        return paths.0 != paths.1 ? paths.0 < paths.1 : left.document < right.document
    }

    // MARK: Worth

    private func find(_ patterns: Set<[[Choice]]>, in page: Page) -> Found? {
        var (best, title, rest): ((typos: Int, field: Int, form: Int)?, Int, Int) = (nil, 0, 0)
        var places: [(field: Int, position: Int)] = []
        func note(_ count: Int, _ field: Int, _ form: MatchForm, _ typos: Int) {
            guard count > 0 else { return }
            let key = (typos: typos, field: field, form: Int(form.rawValue))
            if best.map({ key < $0 }) ?? true { best = key }
            let worth = worth(count, form, field, page)
            if field == 0 { title = max(title, worth) } else { rest += worth }
        }
        for pattern in patterns {
            if pattern.count == 1 {
                for choice in pattern[0] {
                    if let tag = choice.tag {
                        note(page.keys.contains(TermKey.tag(tag)) ? 1 : 0, 1, choice.form, 0)
                        continue
                    }
                    for field in 0..<6 {
                        guard let found = page.places[field][choice.term] else { continue }
                        note(found.count, field, choice.form, choice.typos)
                        places += found.map { (field, $0) }
                    }
                }
            } else {
                let starts = phrase(pattern, in: page)
                let typos = starts.map(\.typos).min() ?? 0
                let form = starts.filter { $0.typos == typos }.map(\.form).min() ?? .typo
                for field in 0..<6 { note(starts.count { $0.field == field }, field, form, typos) }
                places += starts.map { ($0.field, $0.position) }
            }
        }
        return best.map { Found(key: $0, worth: title + rest, places: places) }
    }

    private func phrase(
        _ pattern: [[Choice]], in page: Page
    ) -> [(field: Int, position: Int, form: MatchForm, typos: Int)] {
        var starts: [(field: Int, position: Int, form: MatchForm, typos: Int)] = []
        for field in 0..<6 {
            let first = pattern[0].flatMap { page.places[field][$0.term] ?? [] }
            for position in Set(first).sorted() {
                var (form, typos, isWhole) = (MatchForm.written, 0, true)
                for (offset, slot) in pattern.enumerated() {
                    let fitting = slot.filter {
                        page.places[field][$0.term]?.contains(position + offset) == true
                    }.map { ($0.typos, $0.form) }
                    guard let best = fitting.min(by: <) else {
                        isWhole = false
                        break
                    }
                    form = max(form, best.1)
                    typos += best.0
                }
                if isWhole { starts.append((field, position, form, typos)) }
            }
        }
        return starts
    }

    private func worth(_ count: Int, _ form: MatchForm, _ field: Int, _ page: Page) -> Int {
        let length = 600 * page.lengths[field] * pages.count / totals[field]
        let weights = [12, 8, 5, 4, 3, 1]
        let shares: [MatchForm: Int] = [
            .written: 16, .stem: 14, .prefix: 8, .synonym: 12, .narrower: 6, .typo: 8,
        ]
        return (field == 0 ? 1 : count) * weights[field] * (shares[form] ?? 0) * 64 * 1000 / (400 + length)
    }

    private func saturated(_ worth: Int) -> Int { worth * 2200 / (worth + 1228) }

    private func rarity(_ documents: Int) -> Int { FixedPoint.log2(2 * pages.count + 2, 2 * documents + 1) }

    private func span(_ places: [[(field: Int, position: Int)]]) -> Int? {
        var best: Int?
        for field in 0..<6 {
            let lists = places.map { list in list.filter { $0.field == field }.map(\.position) }
            guard lists.allSatisfy({ !$0.isEmpty }) else { continue }
            for start in Set(lists.joined()) {
                let ends = lists.map { list in list.filter { $0 >= start }.min() }
                guard !ends.contains(nil) else { continue }
                let span = (ends.compactMap { $0 }.max() ?? start) - start
                best = min(best ?? .max, span)
            }
        }
        return best
    }

    // MARK: Queries

    private func passes(_ page: Page, _ query: SearchQuery, _ excluded: [[[Choice]]]) -> Bool {
        func has(_ keys: [[UInt8]]) -> Bool { keys.isEmpty || keys.contains { page.keys.contains($0) } }
        guard has(query.kinds.map(TermKey.kind)), has(query.languages.map(TermKey.language)) else { return false }
        for tag in query.tags where !has(([tag] + vocabulary.narrower(than: tag)).map(TermKey.tag)) { return false }
        for host in query.hosts where !has([TermKey.host(host)]) { return false }
        return find(Set(excluded), in: page) == nil
    }

    private func atoms(_ query: SearchQuery) -> [Atom] {
        var atoms = query.wanted.map { clause in
            Atom(parts: ConceptNames.parts(of: clause.text).map(\.text), patterns: Set(patterns(clause)))
        }
        let words = zip(query.wanted, atoms).map { clause, atom in
            clause.form == .prefix ? [] : atom.parts.map { Array($0.utf8) }
        }
        for naming in ConceptNames(vocabulary, Stemmer()).namings(in: words) {
            var more: [[[Choice]]] = []
            for name in naming.concept.names {
                let parts = ConceptNames.parts(of: name)
                guard parts != words[naming.words].flatMap({ $0 }) else { continue }
                let slots = parts.map { forms(of: $0.text).map { Choice(term: $0.term, form: .synonym) } }
                if slots.allSatisfy({ !$0.isEmpty }) { more.append(slots) }
            }
            let ids = [naming.concept.id] + vocabulary.narrower(than: naming.concept.id)
            for (number, id) in ids.enumerated() where pages.contains(where: { $0.keys.contains(TermKey.tag(id)) }) {
                more.append([[Choice(term: "", form: number == 0 ? .synonym : .narrower, tag: id)]])
            }
            for word in naming.words { atoms[word].patterns.formUnion(more) }
        }
        for (index, clause) in query.wanted.enumerated() { correct(&atoms[index], clause) }
        return atoms
    }

    private func patterns(_ clause: SearchQuery.Clause) -> [[[Choice]]] {
        let parts = ConceptNames.parts(of: clause.text).map(\.text)
        var patterns: [[[Choice]]] = []
        let last = parts.last.map { clause.form == .word || clause.form == .phrase ? forms(of: $0) : begun($0, clause) }
        patterns.append(parts.dropLast().map(forms) + [last ?? []])
        if clause.form != .phrase, parts.count > 1 { patterns.append([forms(of: parts.joined())]) }
        return patterns.filter { $0.allSatisfy { !$0.isEmpty } }
    }

    private func forms(of word: String) -> [Choice] {
        let same = stems[Self.stem(word)] ?? []
        return (terms.contains(word) ? [Choice(term: word, form: .written)] : [])
            + same.filter { $0 != word }.sorted().map { Choice(term: $0, form: .stem) }
    }

    private func begun(_ word: String, _ clause: SearchQuery.Clause) -> [Choice] {
        var choices = forms(of: word)
        if clause.form == .prefix { choices.removeAll { $0.form == .stem } }
        guard clause.form == .prefix || word.unicodeScalars.count > 1 else { return choices }
        let known = Set(choices.map(\.term))
        let bytes = Array(word.utf8)
        for term in terms where term.utf8.starts(with: bytes) && !known.contains(term) {
            choices.append(Choice(term: term, form: .prefix))
        }
        return choices.sorted { ($0.form, $0.term) < ($1.form, $1.term) }
    }

    private func correct(_ atom: inout Atom, _ clause: SearchQuery.Clause) {
        guard atom.patterns.isEmpty, clause.form != .phrase, clause.form != .prefix else { return }
        let slots = atom.parts.map { part in forms(of: part).isEmpty ? misspelt(part) : forms(of: part) }
        if slots.allSatisfy({ !$0.isEmpty }) {
            atom.patterns = [slots]
        } else if let swapped = KeyboardLayout.swapped(clause.text) {
            let other = patterns(SearchQuery.Clause(text: swapped, form: clause.form))
            guard !other.isEmpty else { return }
            atom.patterns = Set(other)
            atom.parts = ConceptNames.parts(of: swapped).map(\.text)
        }
    }

    private func misspelt(_ word: String) -> [Choice] {
        let letters = Array(word.unicodeScalars)
        let limit = letters.count <= 4 ? 0 : letters.count <= 8 ? 1 : 2
        guard limit > 0 else { return [] }
        let near = terms.map { ($0, Self.distance(letters, Array($0.unicodeScalars))) }.filter { $0.1 <= limit }
        let fewest = near.map(\.1).min()
        return near.filter { $0.1 == fewest }.map { Choice(term: $0.0, form: .typo, typos: $0.1) }
            .sorted { $0.term < $1.term }
    }
}
