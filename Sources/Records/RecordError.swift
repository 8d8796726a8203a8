import Model

/// Why a record could not be found, made or changed; nothing was written.
package enum RecordError: Error, Sendable, Equatable {
    /// The title has no letter and no digit.
    case emptyTitle
    case unknownStatus(String)
    /// The template does not say where the title goes.
    case templateWithoutTitle
    /// The template makes a record in whose section "Status" nothing can be written.
    case templateWithoutStatus
    /// No record has this name; `existing` are those that there are, newest first.
    case unknownRecord(String, existing: [String])
    /// Several records have this number or begin with this name.
    case ambiguousRecord(String, paths: [String])
    /// The record at a path has no section "Status".
    case noStatusSection(path: String)
    /// The edit of the record at a path could not be read back.
    case unreadableEdit(path: String)
    /// A record cannot be related to itself.
    case relationToItself(String)
    /// The lifecycle has no such move; `allowed` are those that there are.
    case moveNotAllowed(String, from: String, to: String, allowed: [String])
    /// A record cannot succeed itself, be it by way of others.
    case successionInCircle(old: String, new: String)
}

extension RecordError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .emptyTitle:
            "the title has no letter and no digit to name a file by; give a title such as \"Use PostgreSQL for orders\""
        case .unknownStatus(let word):
            "\"\(word)\" is no status; use Draft, Proposed, Accepted, Rejected, Deprecated or Deferred"
        case .templateWithoutTitle:
            "the template does not say where the title goes; write {{title}} in its first heading"
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
            "what is to be written into \(path) would stand inside code or a comment and not be read; close that first"
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
