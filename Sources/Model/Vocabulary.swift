/// The concepts that a book is tagged and searched by, in the manner of SKOS.
package struct Vocabulary: Sendable, Equatable {
    /// The concepts in the order of the file.
    package var concepts: [Concept]

    /// The start of the file; nil when there is none, or it was read from a cache.
    package var source: Source?

    package init(_ concepts: [Concept] = []) { self.concepts = concepts }

    /// The concept with an id.
    package func concept(_ id: String) -> Concept? { concepts.first { $0.id == id } }

    /// The ids of all concepts below one, however deep, in the order of the file; a cycle ends where it began.
    package func narrower(than id: String) -> [String] {
        var found: Set<String> = [id]
        var pending = [id]
        while let next = pending.popLast() {
            for concept in concepts where concept.broader.contains(next) {
                if found.insert(concept.id).inserted { pending.append(concept.id) }
            }
        }
        found.remove(id)
        return concepts.map(\.id).filter(found.contains)
    }
}

/// One node of the vocabulary: a thing with its names in several languages.
package struct Concept: Sendable, Equatable, Identifiable {
    /// The tag that it gives: lower-case words joined by hyphens.
    package var id: String
    /// The preferred name in each language.
    package var labels: [Language: String]
    /// Other names in each language.
    package var aliases: [Language: [String]]
    /// The ids of the wider concepts that it belongs to.
    package var broader: [String]
    /// The ids of concepts that have to do with it.
    package var related: [String]
    /// The places that tell the concept without its name; any of them is enough.
    package var rules: [Rule]
    /// Where the concept stands; nil when it was read from a cache.
    package var source: Source?

    package init(
        id: String,
        labels: [Language: String],
        aliases: [Language: [String]] = [:],
        broader: [String] = [],
        related: [String] = [],
        rules: [Rule] = []
    ) {
        self.id = id
        self.labels = labels
        self.aliases = aliases
        self.broader = broader
        self.related = related
        self.rules = rules
    }

    /// All names, the preferred ones first, languages in the order of their codes; none twice.
    package var names: [String] {
        var seen: Set<String> = []
        let preferred = labels.sorted { $0.key < $1.key }.map(\.value)
        let others = aliases.sorted { $0.key < $1.key }.flatMap(\.value)
        return (preferred + others).filter { seen.insert($0).inserted }
    }

    /// A place that gives an entry the concept.
    package enum Rule: Sendable, Hashable {
        /// The link is on this host or one below it.
        case host(String)
        /// The path of the source begins so.
        case path(String)
        /// A heading above the entry has this text.
        case section(String)
    }
}

/// A reason to give an entry a concept.
package struct ConceptEvidence: Sendable, Hashable {
    /// The words that were found, or the rule that holds.
    package var words: String
    package var place: Place

    package init(words: String, place: Place) {
        self.words = words
        self.place = place
    }

    /// Where the words were found, the strongest place first.
    package enum Place: String, Sendable, CaseIterable {
        case title, alias, heading, note, body, rule
    }
}
