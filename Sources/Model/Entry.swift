/// The name of an entry, unique in its book: lower-case words joined by hyphens.
package struct EntryID: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
    package init(_ name: String) { rawValue = name }

    package var description: String { rawValue }

    package static func < (left: EntryID, right: EntryID) -> Bool { left.rawValue < right.rawValue }
}

/// What sort of thing an entry is.
package enum EntryKind: String, Sendable, CaseIterable, Comparable {
    case pattern, question, exercise, topic, link, decision, proposal, diagram

    /// The word for several of them, as `list` takes it.
    package var plural: String { "\(rawValue)s" }

    package static func < (left: EntryKind, right: EntryKind) -> Bool { left.rank < right.rank }

    private var rank: Int { EntryKind.allCases.firstIndex(of: self) ?? 0 }
}

/// One catalogued thing: a link, a pattern, a question, a decision and so on.
package struct Entry: Sendable, Equatable, Identifiable {
    package var id: EntryID
    package var title: String
    /// Whether the title was made from something else, such as a bare URL, because the source gives none.
    package var titleIsDerived = false
    /// Other names of the same thing, as the source gives them.
    package var aliases: [String] = []
    package var language: Language
    package var tags: [Tag] = []
    /// The headings above the entry, outermost first.
    package var section: [String] = []
    /// The short text that stands beside the entry, as plain text.
    package var note: String?
    /// The text that belongs to the entry, as Markdown.
    package var body: String?
    package var source: Source
    package var content: Content

    package init(id: EntryID, title: String, language: Language, source: Source, content: Content) {
        self.id = id
        self.title = title
        self.language = language
        self.source = source
        self.content = content
    }

    /// What only entries of one kind have.
    package enum Content: Sendable, Equatable {
        case link(Link)
        case pattern(Pattern)
        case question(Question)
        case exercise(Exercise)
        case topic
        case decision(Record)
        case proposal(Record)
        case diagram
    }

    package var kind: EntryKind {
        switch content {
        case .link: .link
        case .pattern: .pattern
        case .question: .question
        case .exercise: .exercise
        case .topic: .topic
        case .decision: .decision
        case .proposal: .proposal
        case .diagram: .diagram
        }
    }

    package var link: Link? { if case .link(let link) = content { link } else { nil } }
    package var question: Question? { if case .question(let question) = content { question } else { nil } }

    /// The decision or proposal that the entry is.
    package var record: Record? {
        switch content {
        case .decision(let record), .proposal(let record): record
        default: nil
        }
    }
}

/// A pattern note.
package struct Pattern: Sendable, Equatable {
    /// Whether the note stands above other patterns and gathers them, as "Stability patterns" does.
    package var isCategory: Bool

    package init(isCategory: Bool = false) { self.isCategory = isCategory }
}

/// A concept or a free word attached to an entry, with the reason why it is there.
package struct Tag: Hashable, Sendable, Comparable {
    /// The tag as it is typed: lower case, words joined by hyphens.
    package var name: String
    package var reason: Reason

    package init(_ name: String, because reason: Reason) {
        self.name = name
        self.reason = reason
    }

    /// Why an entry has a tag.
    package enum Reason: Hashable, Sendable {
        /// The front matter of the file names it.
        case frontMatter
        /// The text holds it as `#hashtag`.
        case hashtag
        /// The entry stands under this heading.
        case section(String)
        /// The record names it in its metadata.
        case record
        /// The vocabulary has a concept that the entry speaks of.
        case concept([ConceptEvidence])
    }

    package static func < (left: Tag, right: Tag) -> Bool { left.name < right.name }
}
