import Model

/// One page must have one address in a book, and stand once in a section.
struct DuplicateLink: CheckRule {
    func findings(in book: Book) -> [Finding] {
        LinkGroup.all(in: book).flatMap { group -> [Finding] in
            guard group.kind.isFinding, let first = group.links.first else { return [] }
            return group.links.dropFirst().compactMap { link in
                if group.kind == .repeated { return .repeated(link, first: first) }
                return link.link?.url == first.link?.url ? nil : .otherAddress(link, first: first, group.differences)
            }
        }
    }
}

extension Finding {
    fileprivate static func otherAddress(
        _ link: Entry, first: Entry, _ differences: [AddressDifference]
    ) -> Finding {
        let phrase = differences.isEmpty ? "" : " (\(differences.map(\.phrase).joined(separator: ", ")))"
        return duplicate(
            link, .warning,
            "this page stands at \(first.source) under another address, \(first.link?.url ?? "")\(phrase); "
                + "use one of the two")
    }

    fileprivate static func repeated(_ link: Entry, first: Entry) -> Finding {
        duplicate(link, .note, "this address stands in the same section at \(first.source) already; one is enough")
    }

    private static func duplicate(_ link: Entry, _ severity: Severity, _ message: String) -> Finding {
        Finding(
            rule: "link.duplicate", severity: severity, path: link.source.path, range: link.source.range,
            message: message)
    }
}
