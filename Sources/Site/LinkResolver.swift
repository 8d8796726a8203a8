import Model

/// Finds the pages that the links of the book's texts lead to.
final class LinkResolver: Sendable {
    /// Where a link leads.
    enum Target: Equatable {
        case external(String)
        /// A page of the site; `isWhole` is false when the section that the link names was not found.
        case page(String, fragment: String?, isWhole: Bool = true)
        /// A file beside the notes, by its path on the site.
        case file(String)
        case missing
        case unsafe
    }

    private let map: SiteMap
    /// The ids of each page.
    private let anchors: [String: Set<String>]
    /// The pages of the entries of each source, by the names that GitHub gives their headings.
    private let sections: [String: [String: String]]
    let attached: AttachedFiles

    init(map: SiteMap, anchors: [String: Set<String>], book: Book, attached: AttachedFiles = AttachedFiles()) {
        self.map = map
        self.attached = attached
        self.anchors = anchors
        var sections: [String: [String: String]] = [:]
        for (entry, page) in zip(book.entries, map.entryPages) where entry.link == nil && entry.record == nil {
            for name in [entry.title, entry.id.rawValue] + entry.aliases {
                sections[entry.source.path, default: [:]][HeadingNames.slug(of: name), default: page] = page
            }
        }
        self.sections = sections
    }

    /// Where a destination leads that stands on a page and was written in a source.
    func target(of destination: String, on page: String, in source: String) -> Target {
        switch WebAddress(destination) {
        case .external(let address): .external(address)
        case .unsafe: .unsafe
        case .relative(path: "", fragment: let fragment?): sectionTarget(fragment, on: page, of: source)
        case .relative(path: "", fragment: nil): .missing
        case .relative(let path, let fragment):
            attached.file(destination, in: source).map { .file($0.path) } ?? pageTarget(path, fragment, in: source)
        }
    }

    private func pageTarget(_ path: String, _ fragment: String?, in source: String) -> Target {
        let spellings = PagePath.candidates(for: path, in: source)
        guard let found = spellings.first(where: { map.sourcePages[$0] != nil }), let page = map.sourcePages[found]
        else { return .missing }
        guard let fragment, !fragment.isEmpty else { return .page(page, fragment: nil) }
        return sectionTarget(fragment, on: page, of: found)
    }

    private func sectionTarget(_ fragment: String, on page: String, of source: String) -> Target {
        for name in [fragment, fragment.lowercased()] {
            if anchors[page]?.contains(name) == true { return .page(page, fragment: name) }
            if let entryPage = sections[source]?[name] { return .page(entryPage, fragment: nil) }
        }
        return .page(page, fragment: nil, isWhole: false)
    }
}
