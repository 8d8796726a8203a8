package import Model

/// What tells a finding from others as long as its line stays as it is, wherever the line moves to.
package struct FindingFingerprint: Hashable, Sendable, Comparable {
    package let path: String
    package let rule: String
    /// A hash of the text of the line, without the white space around it.
    package let line: String
    /// Counts equal findings of one file from 1, from top to bottom.
    package let ordinal: Int

    /// Names a fingerprint by its parts, as a baseline has them.
    package init(path: String, rule: String, line: String, ordinal: Int) {
        self.path = path
        self.rule = rule
        self.line = line
        self.ordinal = ordinal
    }

    /// The fingerprints of some findings, in their order.
    ///
    /// - Parameter sourceLine: gives a line of a file, counted from 1.
    package static func all(
        of findings: [Finding],
        sourceLine: (_ path: String, _ line: Int) -> String?
    ) -> [FindingFingerprint] {
        var counts: [[String]: Int] = [:]
        return findings.map { finding in
            // A finding about a whole file has no line; that nothing else is hashed lets it keep its fingerprint.
            let text = finding.range == nil ? "" : sourceLine(finding.path, finding.position.line)?.trimmed ?? ""
            let line = StableHash(text).name(length: 13)
            let ordinal = counts[[finding.path, finding.rule.rawValue, line], default: 0] + 1
            counts[[finding.path, finding.rule.rawValue, line]] = ordinal
            return FindingFingerprint(path: finding.path, rule: finding.rule.rawValue, line: line, ordinal: ordinal)
        }
    }

    package static func < (left: FindingFingerprint, right: FindingFingerprint) -> Bool {
        (left.path, left.rule, left.line, left.ordinal) < (right.path, right.rule, right.line, right.ordinal)
    }
}
