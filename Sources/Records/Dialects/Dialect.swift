package import Model

/// The conventions of one record tool: where its records say what, and in which words.
///
/// Reading is the same for all of them, since people mix conventions; what differs is how a record is written.
package struct Dialect: Sendable {
    /// The name in settings, documentation and data.
    package let name: RecordDialect
    /// The name of the tool or the convention, for people.
    package let title: String
    /// Which sort of record it is for.
    package let kind: RecordKind
    /// Where the status stands.
    var status = StatusPlace.section
    /// The name of the field that holds the status.
    var statusKey = "Status"
    /// How the record that no longer holds names its successor.
    var successor = RelationPlace.statusParagraph
    /// How a record names those that it supersedes.
    var predecessor = RelationPlace.statusParagraph
    /// How a record names another one with any other verb.
    var other = RelationPlace.statusParagraph
    /// The status of a record that states none, where the tool says so.
    var missing: RecordStatus?
    /// The status of a record whose word is not known, where the tool says so.
    var unknown: RecordStatus?
    /// The words of the tool for a status; see `word(for:)` for the others.
    var words: [RecordStatus: String] = [:]
    /// Whether the words begin with a capital letter.
    var isCapitalized = true
    var names = NamePattern.number(prefix: "")
    /// Whether the title carries the number.
    var numbersTitle = false
    /// What stands before the number where a link names a record.
    var prefix = "ADR-"
    /// The name of the field with those who decide.
    var decidersKey: String?
    /// The name of the field with the day of the decision.
    var dateKey: String? = "Date"
    /// The name of the field with the tags.
    var tagsKey: String?
    /// The names of the fields that the process of a proposal writes.
    var process = ProcessFields.lines
    /// Whether the day of review is the end of a range behind the status: `Active review (January 12 - January 26, 2026)`.
    var datesStatus = false
    /// Whether a record whose successor is named has a word for that too.
    var marksSuperseded = true
    /// Whether each field is a paragraph of its own.
    var fieldsAreParagraphs = false
    /// Whether the title stands in a field, so that no heading repeats it.
    var titlesByField = false

    /// Where a status can stand.
    enum StatusPlace: Sendable {
        /// A paragraph below the heading "Status".
        case section
        /// A line under the title that begins with this: `* Status: accepted`, `Status: accepted`.
        case line(mark: String)
        /// A row of a table.
        case row
        case frontMatter
    }

    /// How one record names another.
    indirect enum RelationPlace: Sendable {
        /// A paragraph of the section "Status".
        case statusParagraph
        /// The place of the status itself.
        case statusText(Reference)
        /// A field beside the status, its verb being the field's name.
        case field(String, Reference)
        /// A list in the section with this heading.
        case section(String, mark: String)
        /// `links:` of the front matter, as adrs writes it: a target and a kind for each.
        case targets
        /// `links:` of the front matter, as ADG writes it: a list of identifiers for each verb.
        case groups
    }

    /// What stands for a record that is named.
    enum Reference: Sendable {
        /// `572`
        case number
        /// `ADR-0005`, with this prefix and at least four digits.
        case identifier(String)
        /// `[ADR-0005](0005-slug.md)`
        case link
        /// `ADR 0002 - Title`
        case title
        /// The name of the file or the folder.
        case stem
    }

    /// How the files are named.
    package enum NamePattern: Sendable, Equatable {
        /// `0012-slug.md`, with a prefix such as `rfc-`; `ProposalNames` has what proposals need beside it.
        case number(prefix: String)
        /// `20260112-slug.md`
        case date
    }

    /// The word that is written for a status.
    package func word(for status: RecordStatus) -> String {
        if let word = words[status] { return word }
        let word = status.rawValue
        return isCapitalized ? word.prefix(1).uppercased() + word.dropFirst() : word
    }

    /// Whether the dialect tells a proposal in discussion from a draft by its word for the status.
    var hasWordForDiscussion: Bool { RecordStatus(text: word(for: .discussion)) == .discussion }

    /// A day as the tool writes it: `12-Jan-2026` in PEPs (PEP 1), else `2026-01-12`.
    func text(of day: Day) -> String {
        guard name == .pep else { return day.description }
        let month = WrittenDate.monthName(day.month).prefix(3)
        return "\(padded(day.day, to: 2))-\(month)-\(padded(day.year, to: 4))"
    }

    /// The dialect of a name; that of adr-tools where the name is not known.
    package static func named(_ name: RecordDialect) -> Dialect { all.first { $0.name == name } ?? nygard }

    /// All dialects, those of decisions first.
    package static let all = decisions + proposals
}
