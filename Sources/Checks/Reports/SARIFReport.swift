package import Model

/// Findings in the format that code scanning of many tools takes: SARIF 2.1.0 (OASIS, 2020).
package struct SARIFReport {
    private let version: String
    private let sourceLine: (_ path: String, _ line: Int) -> String?
    private let rules = RuleCatalogue.ofCheck
    private let numbers: [RuleID: Int]

    /// - Parameters:
    ///   - version: the version of the program.
    ///   - sourceLine: gives a line of a file, counted from 1.
    package init(version: String, sourceLine: @escaping (_ path: String, _ line: Int) -> String?) {
        self.version = version
        self.sourceLine = sourceLine
        numbers = Dictionary(rules.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }

    /// The whole log, with one run.
    package func log(_ findings: [Finding]) -> JSONValue {
        let fingerprints = FindingFingerprint.all(of: findings, sourceLine: sourceLine)
        let driver: JSONValue = [
            "name": "archbook", "version": .string(version), "rules": .array(rules.map(rule)),
        ]
        let run: JSONValue = [
            "tool": ["driver": driver],
            "columnKind": "unicodeCodePoints",
            "results": .array(zip(findings, fingerprints).map(result)),
        ]
        return [
            "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
            "version": "2.1.0",
            "runs": [run],
        ]
    }

    private func rule(_ rule: RuleDescription) -> JSONValue {
        let text = "\(rule.meaning.prefix(1).uppercased())\(rule.meaning.dropFirst())."
        return [
            "id": .string(rule.id.rawValue),
            "shortDescription": ["text": .string(text)],
            "help": ["text": .string("What to do: \(rule.remedy).")],
            "defaultConfiguration": ["level": .string(rule.severity.rawValue)],
        ]
    }

    private func result(_ finding: Finding, _ fingerprint: FindingFingerprint) -> JSONValue {
        let location: JSONValue = [
            "physicalLocation": ["artifactLocation": artifact(finding.path), "region": region(finding)]
        ]
        var members: [String: JSONValue] = [
            "ruleId": .string(finding.rule.rawValue),
            // The words of SARIF for severity are those of `Severity`.
            "level": .string(finding.severity.rawValue),
            "message": ["text": .string(finding.message)],
            "locations": [location],
            "partialFingerprints": ["archbook/v1": .string("\(fingerprint.line).\(fingerprint.ordinal)")],
        ]
        if let number = numbers[finding.rule] { members["ruleIndex"] = .int(number) }
        let fixes = finding.fixes.filter { !$0.edits.isEmpty }
        if !fixes.isEmpty { members["fixes"] = .array(fixes.map(fix)) }
        return .object(members)
    }

    private func fix(_ fix: Fix) -> JSONValue {
        let files = Dictionary(grouping: fix.edits, by: \.path).sorted { $0.key < $1.key }
        let changes = files.map { path, edits in
            JSONValue.object([
                "artifactLocation": artifact(path),
                "replacements": .array(
                    edits.map { edit in
                        [
                            "deletedRegion": region(edit.range, in: path),
                            "insertedContent": ["text": .string(edit.replacement)],
                        ]
                    }),
            ])
        }
        return ["description": ["text": .string(fix.title)], "artifactChanges": .array(changes)]
    }

    private func region(_ finding: Finding) -> JSONValue {
        guard let range = finding.range else { return ["startLine": 1] }
        return region(range, in: finding.path)
    }

    private func region(_ range: SourceRange, in path: String) -> JSONValue {
        [
            "startLine": .int(range.start.line), "startColumn": .int(column(range.start, in: path)),
            "endLine": .int(range.end.line), "endColumn": .int(column(range.end, in: path)),
        ]
    }

    /// A column counted in code points from 1, as the log says that it counts them.
    private func column(_ position: SourcePosition, in path: String) -> Int {
        guard let line = sourceLine(path, position.line) else { return position.column }
        let before = line.utf8.prefix(max(position.column - 1, 0))
        return before.count { $0 & 0xC0 != 0x80 } + 1
    }

    /// A path as a relative URI: what a URI cannot hold is escaped (RFC 3986, section 2).
    private func artifact(_ path: String) -> JSONValue {
        let digits = Array("0123456789ABCDEF".utf8)
        var uri: [UInt8] = []
        for byte in path.utf8 {
            if byte.isAlphanumeric || "-._~/".utf8.contains(byte) {
                uri.append(byte)
            } else {
                uri += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return ["uri": .string(uri.text), "uriBaseId": "%SRCROOT%"]
    }
}
