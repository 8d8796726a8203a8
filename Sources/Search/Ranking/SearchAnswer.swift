/// What a search finds.
package struct SearchAnswer: Sendable {
    /// The best hits, best first, as many as were asked for at most.
    package var hits: [Hit] = []
    /// The number of all hits.
    package var total = 0
    /// The query that was searched instead, where words of the one typed were not found.
    package var correctedQuery: String?
    /// Other names of the concepts in the query that were searched too.
    package var translations: [String] = []
    /// When there is no hit: what has some of the words.
    package var nearMisses: [Hit] = []
    /// When a word was not found: words that are like it.
    package var suggestions: [String] = []

    /// An entry or a passage with all words of the query.
    package struct Hit: Sendable {
        package var subject: SearchSubject
        /// The fine score; the order of hits is decided by `rank` before it.
        package var score: Int
        package var rank: Rank
        /// How each word of the query was found, in their order.
        package var matches: [Match]
        /// A stretch of the text round matches, each in square brackets; nil when the text has none.
        package var snippet: String?
    }

    /// What decides the order of hits before the score does, the first difference first.
    package struct Rank: Sendable, Equatable, Comparable {
        /// Whether the title is the query.
        package var isExactTitle: Bool
        /// The number of words of the query that were not found; only near misses have any.
        package var missing: Int
        /// The sums over the words of errors, of the numbers of the fields, and of the numbers of the forms.
        package var typos: Int
        package var fields: Int
        package var forms: Int

        package static func < (left: Rank, right: Rank) -> Bool { left.key < right.key }

        private var key: (Int, Int, Int, Int, Int) { (isExactTitle ? 0 : 1, missing, typos, fields, forms) }
    }

    /// How a word of the query was found.
    package struct Match: Sendable, Equatable {
        /// The word as it was typed.
        package var word: String
        /// The word of the text, folded; a tag with `#`.
        package var found: String
        package var field: SearchField
        package var form: MatchForm
        package var typos: Int
    }
}
