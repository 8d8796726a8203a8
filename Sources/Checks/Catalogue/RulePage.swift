import Model

/// The page of the documentation about all rules, made from their descriptions.
package enum RulePage {
    /// The sections of the page as Markdown, one for each rule under the heading of its subject.
    package static var sections: String {
        RuleCatalogue.groups.map { group in
            "## \(group.title)\n\n" + group.rules.map(section).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    private static func section(_ rule: RuleDescription) -> String {
        var lines = ["### \(rule.id)", "", "**\(severity(rule))**\(teller(rule))", ""]
        lines.append("\(sentence(rule.meaning)) *What to do:* \(rule.remedy).")
        return lines.map { "\($0)\n" }.joined()
    }

    private static func severity(_ rule: RuleDescription) -> String {
        let word = rule.severity.rawValue
        return word.prefix(1).uppercased() + word.dropFirst()
    }

    private static func teller(_ rule: RuleDescription) -> String {
        let exception = rule.exception.map { "; \($0)" } ?? ""
        let fix = rule.hasFix ? " · `check --fix` can mend it" : ""
        let teller = rule.teller == .check ? "" : " · told by `archbook \(rule.teller.rawValue)`"
        return exception + fix + teller
    }

    /// A meaning as a sentence; one that begins with code stays as it is.
    private static func sentence(_ text: String) -> String { "\(text.prefix(1).uppercased())\(text.dropFirst())." }
}
