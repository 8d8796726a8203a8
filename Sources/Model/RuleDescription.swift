/// What a rule is called, how much it matters, and what its page in the documentation says.
package struct RuleDescription: Sendable {
    package let id: RuleID
    /// How much a finding of the rule matters, unless the settings say otherwise.
    package let severity: Severity
    /// When a finding matters less than that: `a note where ...`; nil when it never does.
    package let exception: String?
    /// What is wrong, as a sentence without a full stop.
    package let meaning: String
    /// What to do about it, as an imperative without a full stop.
    package let remedy: String
    /// Whether `check --fix` can put findings right.
    package let hasFix: Bool
    /// The command that tells findings of the rule.
    package let teller: Teller

    package init(
        _ id: RuleID,
        _ severity: Severity,
        exception: String? = nil,
        means meaning: String,
        remedy: String,
        hasFix: Bool = false,
        toldBy teller: Teller = .check
    ) {
        self.id = id
        self.severity = severity
        self.exception = exception
        self.meaning = meaning
        self.remedy = remedy
        self.hasFix = hasFix
        self.teller = teller
    }

    /// The commands that tell findings.
    package enum Teller: String, Sendable {
        case check
        case audit = "adr audit"
        case diagramCheck = "diagram check"
        case quiz
        case linksCheck = "links check"
        case siteBuild = "site build"
    }
}
