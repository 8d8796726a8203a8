/// What the rules look at in one Markdown file beside the entries that were made of it.
package struct CheckedFile: Sendable, Equatable {
    /// The path relative to the workspace.
    package var path: String
    /// The names that links can lead to: those that GitHub gives headings, and those of HTML elements.
    package var anchors: Set<String> = []
    /// The links and images, in the order of the file.
    package var links: [WrittenLink] = []
    /// The marks `[^label]` for which the file has no text, and the texts that no mark leads to.
    package var footnotes: [LooseFootnote] = []
    /// The words that mix letters of two alphabets.
    package var mixedWords: [MixedWord] = []
    /// What the author has asked not to be told.
    package var exemptions: [Exemption] = []

    package init(path: String) { self.path = path }
}

/// A link or an image as it stands in a file.
package struct WrittenLink: Sendable, Equatable {
    /// The destination as Markdown means it, escapes undone.
    package var destination: String
    package var isImage: Bool
    package var range: SourceRange
    /// Where the destination stands, exactly as `destination` has it; nil when that is not certain.
    package var destinationRange: SourceRange?

    package init(destination: String, isImage: Bool, range: SourceRange, destinationRange: SourceRange?) {
        self.destination = destination
        self.isImage = isImage
        self.range = range
        self.destinationRange = destinationRange
    }
}

/// Half of a footnote: a mark without a text, or a text without a mark.
package struct LooseFootnote: Sendable, Equatable {
    package var label: String
    /// Whether it is the text that stands alone, not the mark.
    package var isText: Bool
    package var range: SourceRange

    package init(label: String, isText: Bool, range: SourceRange) {
        self.label = label
        self.isText = isText
        self.range = range
    }
}

/// A word in which letters of one alphabet stand for those of another that look the same.
package struct MixedWord: Sendable, Equatable {
    package var word: String
    package var range: SourceRange
    /// The word in one alphabet; nil when it is not certain which was meant.
    package var replacement: String?
    /// The letters that are of another alphabet, each once.
    package var foreign: String
    /// The alphabet of those letters: "Latin" or "Cyrillic".
    package var alphabet: String

    package init(word: String, range: SourceRange, replacement: String?, foreign: String, alphabet: String) {
        self.word = word
        self.range = range
        self.replacement = replacement
        self.foreign = foreign
        self.alphabet = alphabet
    }
}

/// A comment that asks the rules to pass something over: `<!-- archbook: ignore link.without-title -->`.
package struct Exemption: Sendable, Equatable {
    /// The names of rules, as written.
    package var rules: [String]
    /// The line that is passed over, counted from 1; nil for the whole file.
    package var line: Int?
    /// Where the comment stands.
    package var range: SourceRange

    package init(rules: [String], line: Int?, range: SourceRange) {
        self.rules = rules
        self.line = line
        self.range = range
    }
}
