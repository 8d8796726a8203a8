import Model

/// A rule that is turned off by a name that no rule has is still on; its author must learn of it.
enum UnknownRule {
    static let about = RuleDescription(
        "settings.unknown-rule", .warning,
        means: "`archbook.yml`, or a comment in a file, names a rule that there is not",
        remedy: "correct the name; the finding says which rule may be meant")

    static func findings(in book: Book, _ settings: CheckSettings) -> [Finding] {
        let known = RuleCatalogue.all.map(\.id.rawValue)
        let names = Set(known)
        var found: [Finding] = []
        for setting in settings.rules where !names.contains(setting.name) {
            found.append(Finding(about, at: setting.source, message(setting.name, known)))
        }
        for file in book.checkedFiles {
            for exemption in file.exemptions {
                for rule in exemption.rules where !names.contains(rule) {
                    found.append(Finding(about, path: file.path, exemption.range, message(rule, known)))
                }
            }
        }
        return found
    }

    private static func message(_ name: String, _ known: [String]) -> String {
        let advice = NearName.nearest(to: name, in: known).map { "did you mean `\($0)`?" }
        return "there is no rule `\(name)`; \(advice ?? "docs/rules.md lists them")"
    }
}
