/// A work that an entry points to, on the web or on a shelf.
package struct Link: Sendable, Equatable {
    /// The URL as it is written; nil for a work that is named without one.
    package var url: String?
    /// What makes two URLs the same page; never shown, never written back.
    package var key: LinkKey?
    package var medium: Medium
    /// Who made the work, where the source says so.
    package var author: String?
    /// The part of the work that is meant, such as "Chapters 10-11".
    package var part: String?

    package init(url: String?, key: LinkKey?, medium: Medium, author: String? = nil, part: String? = nil) {
        self.url = url
        self.key = key
        self.medium = medium
        self.author = author
        self.part = part
    }
}

/// The identity of a web page: two URLs with the same key are taken for the same page.
package struct LinkKey: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package var description: String { rawValue }

    package static func < (left: LinkKey, right: LinkKey) -> Bool { left.rawValue < right.rawValue }
}

/// The form of the work behind a link.
package enum Medium: String, Sendable, CaseIterable {
    case article, book, course, documentation, paper, podcast, repository, specification, video
}
