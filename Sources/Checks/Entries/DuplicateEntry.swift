import Model

/// What stands in a list twice is read twice and kept up to date once.
struct DuplicateEntry: BookRule {
    static let about = RuleDescription(
        "entry.duplicate", .warning,
        means: "a collection lists an address twice under one heading, or two notes in one language are about one "
            + "pattern and neither links to the other",
        remedy: "merge the two, or let one link to the other; under two headings an address may be listed")

    func findings(in checked: CheckedBook) -> [Finding] {
        links(in: checked.book) + patterns(in: checked)
    }

    /// The addresses that a collection lists again; elsewhere a text may name its sources as often as it likes.
    private func links(in book: Book) -> [Finding] {
        struct Place: Hashable {
            let path: String
            let section: [String]
            let url: String
        }
        let collections = Set(book.documents.lazy.filter { $0.shape == .linkCollection }.map(\.path))
        var first: [Place: Entry] = [:]
        return book.entries.compactMap { entry in
            guard let url = entry.link?.url, collections.contains(entry.source.path) else { return nil }
            let place = Place(path: entry.source.path, section: entry.section, url: url)
            guard let earlier = first[place] else {
                first[place] = entry
                return nil
            }
            return Finding(
                Self.about, at: entry.source,
                "this address is listed under the same heading already, on line \(earlier.source.range.start.line); "
                    + "merge the two")
        }
    }

    private func patterns(in checked: CheckedBook) -> [Finding] {
        struct Name: Hashable {
            let title: String
            let language: Language
        }
        var first: [Name: Entry] = [:]
        return checked.book.entries.compactMap { entry in
            guard case .pattern(let pattern) = entry.content, !pattern.isCategory else { return nil }
            let name = Name(title: entry.title.lowercased(), language: entry.language)
            guard let earlier = first[name] else {
                first[name] = entry
                return nil
            }
            let files = (entry.source.path, earlier.source.path)
            guard files.0 == files.1 || !checked.isLink(from: files.0, to: files.1) else { return nil }
            return Finding(
                Self.about, at: entry.source,
                "\"\(entry.title)\" has a note already, at \(earlier.source); merge the two, or link from one to the other"
            )
        }
    }
}

extension CheckedBook {
    /// Whether one of two files links to the other.
    fileprivate func isLink(from one: String, to other: String) -> Bool {
        book.checkedFiles.contains { file in
            guard file.path == one || file.path == other else { return false }
            let wanted = file.path == one ? other : one
            return file.links.contains { link in
                if case .file(wanted, _) = targets.target(of: link, in: file) { true } else { false }
            }
        }
    }
}
