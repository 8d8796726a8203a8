/// What the group `check:` of the settings says.
package struct CheckSettings: Sendable, Equatable {
    /// The rules that are turned off or told with another severity.
    package var rules: [RuleSetting] = []

    package init() {}
}

/// What the settings say of one rule.
package struct RuleSetting: Sendable, Equatable {
    /// The name as written, whether there is such a rule or not.
    package var name: String
    /// The severity that its findings shall have; nil when the rule is off.
    package var severity: Severity?
    /// Where the settings say so.
    package var source: Source

    package init(name: String, severity: Severity?, source: Source) {
        self.name = name
        self.severity = severity
        self.source = source
    }
}
