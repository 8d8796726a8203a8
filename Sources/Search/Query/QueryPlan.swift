/// How a word of the text answers a word of the query, best first.
package enum MatchForm: UInt8, Sendable, Comparable, CaseIterable {
    case written, stem, prefix, synonym, narrower, typo

    /// What a match is worth in sixteenths.
    var share: Int {
        switch self {
        case .written: 16
        case .stem: 14
        case .prefix: 8
        case .synonym: 12
        case .narrower: 6
        case .typo: 8
        }
    }

    /// The words that people read.
    package var name: String {
        switch self {
        case .written: "as written"
        case .stem: "in another form"
        case .prefix: "as the beginning of a word"
        case .synonym: "as a synonym or translation"
        case .narrower: "as a narrower concept"
        case .typo: "with a typing error"
        }
    }

    package static func < (left: MatchForm, right: MatchForm) -> Bool { left.rawValue < right.rawValue }
}

/// A term of the index that answers a word of the query.
struct TermChoice: Hashable, Sendable {
    var term: [UInt8]
    var form: MatchForm
    /// The number of typing errors between the two.
    var typos = 0
}

/// Something that answers a word of the query.
struct QueryPattern: Hashable, Sendable {
    /// The choices for each of the words that follow one another.
    var slots: [[TermChoice]]

    init(_ slots: [[TermChoice]]) { self.slots = slots }

    /// A tag, which has no place in the text.
    static func tag(_ name: String, form: MatchForm) -> QueryPattern {
        QueryPattern([[TermChoice(term: TermKey.tag(name), form: form)]])
    }

    /// Whether every word of the pattern has a choice.
    var isPossible: Bool { !slots.isEmpty && slots.allSatisfy { !$0.isEmpty } }
}

/// One word or phrase of the query with all that answers it.
struct QueryAtom: Sendable {
    /// The word as it was typed.
    var text: String
    /// The folded words that it is made of.
    var parts: [[UInt8]]
    var patterns: [QueryPattern] = []
    /// The word that is searched instead, where the one typed was not found.
    var correction: String?
    /// The preferred names of the concepts that the word means, but for the one that was typed.
    var translations: [String] = []
}

/// A query made ready for one index.
struct QueryPlan: Sendable {
    var atoms: [QueryAtom] = []
    var excluded: [QueryPattern] = []
    /// Of each group of keys a document needs one.
    var filters: [[[UInt8]]] = []
    var path: String?
}
