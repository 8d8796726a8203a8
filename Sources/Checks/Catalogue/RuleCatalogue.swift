package import Model

/// Every rule of the program, whoever tells its findings.
package enum RuleCatalogue {
    /// The rules on one subject.
    package struct Group: Sendable {
        package let title: String
        package let rules: [RuleDescription]
    }

    /// The rules by subject, in the order of the documentation.
    package static let groups = [
        Group(title: "The bytes of a source", rules: bytes + about(["text.mixed-alphabet"])),
        Group(title: "Markdown", rules: markdown + about(["markdown.footnote"])),
        Group(title: "Links", rules: ruled { $0.hasPrefix("link.") } + linkStates),
        Group(
            title: "Entries",
            rules: ruled { $0.hasPrefix("entry.") || $0.hasPrefix("pattern.") } + entries),
        Group(title: "Vocabulary", rules: vocabulary + ruled { $0.hasPrefix("vocabulary.") }),
        Group(title: "Decisions and proposals", rules: records + BookCheck.recordRules.map { type(of: $0).about }),
        Group(title: "Diagrams", rules: diagrams + BookCheck.diagramRules.map { type(of: $0).about }),
        Group(title: "Settings", rules: settings + [UnknownRule.about]),
        Group(title: "The review log", rules: reviews),
        Group(title: "The site", rules: site),
    ]

    /// All rules, in the order of the documentation.
    package static let all = groups.flatMap(\.rules)

    /// The rules that `check` tells, by their names.
    package static let ofCheck = all.filter { $0.teller == .check }.sorted { $0.id < $1.id }

    private static func ruled(where isWanted: (String) -> Bool) -> [RuleDescription] {
        BookCheck.bookRules.map { type(of: $0).about }.filter { isWanted($0.id.rawValue) }.sorted { $0.id < $1.id }
    }

    private static func about(_ names: Set<String>) -> [RuleDescription] { ruled(where: names.contains) }
}
