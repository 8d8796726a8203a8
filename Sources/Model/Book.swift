/// What was read from a workspace: entries, prose, review weeks, the account of every line, and findings.
package struct Book: Sendable {
    package var title: String
    /// All entries, in the order of their sources.
    package var entries: [Entry]
    /// The prose that belongs to no entry.
    package var passages: [Passage]
    package var weeks: [ReviewWeek]
    /// The files that were read, in the order of their paths.
    package var documents: [Document]
    /// The concepts that the entries are tagged by.
    package var vocabulary = Vocabulary()
    /// What the diagrams of the book say, each file or block for itself.
    package var models: [ArchitectureModel] = []
    /// What is wrong in the files, as far as reading them could tell.
    package var findings: [Finding]
    /// What only the rules look at in the book's files, in the order of their paths; empty unless it was asked for.
    package var checkedFiles: [CheckedFile] = []
    /// What the links of those files lead to outside the book, by path.
    package var surroundings: [String: Surrounding] = [:]
    /// How records that are silent can say back what others say of them; empty unless it was asked for.
    package var replies: [OneWayStatement: Fix] = [:]

    package init(
        title: String,
        entries: [Entry] = [],
        passages: [Passage] = [],
        weeks: [ReviewWeek] = [],
        documents: [Document] = [],
        findings: [Finding] = []
    ) {
        self.title = title
        self.entries = entries
        self.passages = passages
        self.weeks = weeks
        self.documents = documents
        self.findings = findings
    }

    /// The entries of one kind, in their order.
    package func entries(of kind: EntryKind) -> [Entry] { entries.filter { $0.kind == kind } }
}

/// Something in the workspace that is no part of the book.
package enum Surrounding: Sendable, Equatable {
    /// A Markdown file with the names that links can lead to.
    case markdown(anchors: Set<String>)
    /// Any other file, or a folder.
    case other
}

/// Prose that is no entry: context of the nearest heading, kept for readers and for search.
package struct Passage: Sendable, Equatable {
    /// The headings above the text, outermost first; empty before the first heading.
    package var section: [String]
    /// The text as Markdown.
    package var text: String
    package var language: Language
    package var source: Source

    package init(section: [String], text: String, language: Language, source: Source) {
        self.section = section
        self.text = text
        self.language = language
        self.source = source
    }
}

/// One file of the book and how its lines were accounted for.
package struct Document: Sendable, Equatable {
    /// The path relative to the workspace.
    package var path: String
    /// The title: of the front matter, of the first heading, or the file's name.
    package var title: String
    package var shape: Shape
    package var language: Language
    package var coverage: Coverage

    package init(path: String, title: String, shape: Shape, language: Language, coverage: Coverage) {
        self.path = path
        self.title = title
        self.shape = shape
        self.language = language
        self.coverage = coverage
    }

    /// The five shapes that sources have.
    package enum Shape: String, Sendable {
        case linkCollection, patternNotes, reviewWeek, pastedPage, prose
    }
}

/// How the non-blank lines of a source were accounted for.
package struct Coverage: Sendable, Equatable {
    /// Lines that are part of an entry.
    package var catalogued: Int
    /// Lines that belong to something catalogued, or to a heading.
    package var context: Int
    /// The numbers of the lines that nothing was made of, ascending.
    package var unreadLines: [Int]

    package init(catalogued: Int = 0, context: Int = 0, unreadLines: [Int] = []) {
        self.catalogued = catalogued
        self.context = context
        self.unreadLines = unreadLines
    }

    package var unread: Int { unreadLines.count }
    /// All non-blank lines; the sum of the other three.
    package var total: Int { catalogued + context + unread }
}
