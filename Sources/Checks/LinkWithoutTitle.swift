import Model

/// A bare address says little to a reader; a title belongs to it.
struct LinkWithoutTitle: CheckRule {
    func findings(in book: Book) -> [Finding] {
        book.entries.filter { $0.kind == .link && $0.titleIsDerived }.map(Finding.withoutTitle)
    }
}

extension Finding {
    fileprivate static func withoutTitle(_ entry: Entry) -> Finding {
        Finding(
            rule: "link.without-title",
            severity: .note,
            path: entry.source.path,
            range: entry.source.range,
            message: "this address has no title; write it as [\(entry.title)](\(entry.link?.url ?? ""))"
        )
    }
}
