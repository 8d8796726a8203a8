import Model

/// One page must have one address in a book.
struct DuplicateLink: BookRule {
    static let about = RuleDescription(
        "link.duplicate", .warning,
        means: "one page stands in the book under two addresses, which differ as the message says",
        remedy: "use one of the two; `archbook links duplicates` shows them side by side")

    func findings(in checked: CheckedBook) -> [Finding] {
        LinkGroup.all(in: checked.book).filter { $0.kind == .samePage }.flatMap { group -> [Finding] in
            guard let first = group.links.first else { return [] }
            return group.links.dropFirst().filter { $0.link?.url != first.link?.url }.map { link in
                Finding(Self.about, at: link.source, Self.message(first, group.differences))
            }
        }
    }

    private static func message(_ first: Entry, _ differences: [AddressDifference]) -> String {
        let phrase = differences.isEmpty ? "" : " (\(differences.map(\.phrase).joined(separator: ", ")))"
        return "this page stands at \(first.source) under another address, \(first.link?.url ?? "")\(phrase); "
            + "use one of the two"
    }
}
