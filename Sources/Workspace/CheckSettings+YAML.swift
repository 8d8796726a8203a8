import Model
import Yams

extension CheckSettings {
    /// Takes one key of the group `check:`; what is wrong in it is a finding, and the default holds.
    ///
    /// Whether there is a rule of a name is for the rules to say.
    mutating func take(_ key: Node, _ value: Node) -> [Finding] {
        let name = key.scalar?.string ?? ""
        guard name == "rules" else {
            return [WorkspaceSettings.unknown("check.\(name)", line: key.mark?.line ?? 1)]
        }
        var findings: [Finding] = []
        for (rule, level) in value.mapping ?? [:] {
            guard let rule = rule.scalar else { continue }
            let position = SourcePosition(line: rule.mark?.line ?? 1, column: rule.mark?.column ?? 1)
            let word = level.scalar?.string ?? ""
            guard let severity = Self.level(word) else {
                findings.append(WorkspaceSettings.finding(Self.badLevel(rule.string), line: position.line))
                continue
            }
            let source = Source(path: WorkspaceSettings.fileName, range: SourceRange(at: position))
            rules.append(RuleSetting(name: rule.string, severity: severity, source: source))
        }
        return findings
    }

    /// The severity that a word means, nil within for "off"; nil when it means nothing.
    private static func level(_ word: String) -> Severity?? {
        word == "off" ? .some(nil) : Severity(rawValue: word).map { .some($0) }
    }

    private static func badLevel(_ rule: String) -> String {
        "`check.rules.\(rule)` is `off`, `note`, `warning` or `error`; the rule's own severity holds"
    }
}
