import Model

/// A bare address says little to a reader; a title belongs to it.
struct LinkWithoutTitle: BookRule {
    static let about = RuleDescription(
        "link.without-title", .note,
        means: "an address stands alone, so its title had to be made from it",
        remedy: "write it as `[Title](address)`")

    func findings(in checked: CheckedBook) -> [Finding] {
        checked.book.entries.compactMap { entry in
            guard let link = entry.link, entry.titleIsDerived else { return nil }
            return Finding(
                Self.about, at: entry.source,
                "this address has no title; write it as [\(entry.title)](\(link.url ?? ""))")
        }
    }
}
