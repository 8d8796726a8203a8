import Model

/// A link without a heading above it is found by nobody who goes through a collection by its subjects.
struct EntryWithoutSection: BookRule {
    static let about = RuleDescription(
        "entry.no-section", .note,
        means: "links of a collection stand above its first heading; told once for a file",
        remedy: "put them under the heading of their subject")

    func findings(in checked: CheckedBook) -> [Finding] {
        let collections = Set(checked.book.documents.lazy.filter { $0.shape == .linkCollection }.map(\.path))
        let loose = checked.book.entries.filter { entry in
            entry.link?.url != nil && entry.section.isEmpty && collections.contains(entry.source.path)
        }
        return Dictionary(grouping: loose, by: \.source.path).values.compactMap { entries in
            guard let first = entries.min(by: { $0.source < $1.source }) else { return nil }
            let links = entries.count == 1 ? "this link is" : "this link and \(entries.count - 1) more of the file are"
            return Finding(
                Self.about, at: first.source, "\(links) in no section; put a heading above, such as `## Books`")
        }
    }
}
