import Model

/// Why a record could not be found, made or changed; nothing was written.
package enum RecordError: Error, Sendable, Equatable {
    /// The title has no letter and no digit.
    case emptyTitle
    case unknownStatus(String)
    /// The template does not say where the title goes, which it would by the mark.
    case templateWithoutTitle(mark: String)
    /// The template makes a record in whose section "Status" nothing can be written.
    case templateWithoutStatus
    /// No record has this name; `existing` are those that there are, newest first.
    case unknownRecord(String, existing: [String])
    /// Several records have this number or begin with this name.
    case ambiguousRecord(String, paths: [String])
    /// The record at a path has no section "Status".
    case noStatusSection(path: String)
    /// What was to be written into the record at a path would not be read back.
    case unreadableEdit(path: String)
    /// A code block or a comment that begins in a line of the record at a path has no end.
    case unclosed(path: String, line: Int)
    /// The record at a path names a successor, which makes it superseded whatever else it says.
    case namesSuccessor(path: String)
    /// Words that cannot be told from a sentence where they stand before a link.
    case unreadableVerb(String)
    /// The dialect of the record at a path names others by number, and the other has none.
    case relationNeedsNumber(path: String, other: String)
    /// The title holds bytes that are not UTF-8.
    case titleNotUTF8
    /// A record cannot be related to itself.
    case relationToItself(String)
    /// The lifecycle has no such move; `allowed` are those that there are.
    case moveNotAllowed(String, from: String, to: String, allowed: [String])
    /// A record cannot succeed itself, be it by way of others.
    case successionInCircle(old: String, new: String)
}

extension RecordError: CustomStringConvertible {
    /// A sentence for the user: what is wrong, where, and what to do.
    package var description: String {
        switch self {
        case .emptyTitle:
            "the title has no letter and no digit to name a file by; give a title such as \"Use PostgreSQL for orders\""
        case .unknownStatus(let word):
            "\"\(word)\" is no status; use Draft, Proposed, Accepted, Rejected, Deprecated or Deferred"
        case .templateWithoutTitle(let mark):
            "the template does not say where the title goes; write \(mark) in its first heading"
        case .templateWithoutStatus:
            "the template has no place for the relation; add a section \"## Status\" with {{status}} in it"
        case .unknownRecord(let name, let existing):
            existing.isEmpty
                ? "there is no decision \(name), and none at all yet; `archbook adr new TITLE` writes the first"
                : "there is no decision \(name); there are \(RecordError.list(existing))"
        case .ambiguousRecord(let name, let paths):
            "\(name) may be \(RecordError.list(paths)); name it by its file"
        case .noStatusSection(let path):
            "\(path) has no place for what is to be written; give it a section \"## Status\", or a status in the manner "
                + "of its neighbours"
        case .unreadableEdit(let path):
            "what is to be written into \(path) would not be read there; look at how its status is written, or write the "
                + "line by hand; nothing was written"
        case .unclosed(let path, let line):
            "\(path) has a code block or a comment that begins in line \(line) and has no end, so that nothing below it "
                + "is read; close it and run the command again"
        case .namesSuccessor(let path):
            "\(path) names a successor and so is superseded; take that line out first if it no longer holds"
        case .unreadableVerb(let verb):
            "\"\(verb)\" cannot stand before a link as the name of a relation; use at most 40 letters and digits, with "
                + "blanks or any of - / | & + ' between them"
        case .relationNeedsNumber(let path, let other):
            "\(path) names other records by number, and \(other) has none; give its file a number first"
        case .titleNotUTF8:
            "the title is not UTF-8, or holds the character that stands for what is not; write it again"
        case .relationToItself(let name): "\(name) cannot be related to itself"
        case .moveNotAllowed(let name, let from, let to, let allowed):
            "\(name) is \(from) and cannot become \(to)"
                + (allowed.isEmpty ? "; write a new record that supersedes it" : "; it can become \(allowed.words)")
        case .successionInCircle(let old, let new):
            old == new
                ? "\(old) cannot supersede itself"
                : "\(new) is itself superseded by \(old), directly or by way of others"
        }
    }

    /// The first of some names, and how many more there are.
    private static func list(_ names: [String]) -> String {
        let shown = names.prefix(10).joined(separator: ", ")
        return names.count > 10 ? "\(shown) and \(names.count - 10) more" : shown
    }
}

extension [String] {
    /// The words as an enumeration: "accepted, rejected or dropped".
    fileprivate var words: String {
        guard let last, count > 1 else { return first ?? "nothing" }
        return dropLast().joined(separator: ", ") + " or " + last
    }
}
