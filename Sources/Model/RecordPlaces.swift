/// Where the parts of a record stand in its file, so that findings can point at them.
///
/// What is absent, or was not looked for, has no place.
package struct RecordPlaces: Sendable, Equatable {
    /// The title, with the number before it.
    package var title: SourceRange?
    /// The number before the title: its value and its digits.
    package var titleNumber: (value: Int, range: SourceRange)?
    /// The word for the status.
    package var status: SourceRange?
    /// The value of the field with the day of review.
    package var deadline: SourceRange?
    /// The value of the field with the day on which the record is to be looked at again.
    package var revisit: SourceRange?
    /// The first position of the text below the title.
    package var body: SourcePosition?
    /// The first line that a template asks something in and that nobody has written over.
    package var templateText: (line: String, range: SourceRange)?
    /// The first link to each file, by the stem of the file.
    package var links: [String: SourceRange] = [:]
    /// The first mention of each number, as in `ADR-0012`.
    package var mentions: [Mention: SourceRange] = [:]

    /// A record called by its sort and number.
    package struct Mention: Sendable, Hashable {
        /// The sort of record that is meant.
        package let kind: EntryKind
        package let number: Int

        /// A mention of a decision or a proposal.
        package init(kind: EntryKind, number: Int) {
            self.kind = kind
            self.number = number
        }
    }

    /// No place at all.
    package init() {}

    package static func == (left: RecordPlaces, right: RecordPlaces) -> Bool {
        left.title == right.title && left.titleNumber?.range == right.titleNumber?.range && left.status == right.status
            && left.deadline == right.deadline && left.revisit == right.revisit && left.body == right.body
            && left.templateText?.range == right.templateText?.range && left.links == right.links
            && left.mentions == right.mentions
    }
}
