import Checks
import Model
import Terminal
import Workspace

/// The findings of a check on their way to the reader.
struct CheckReport {
    private(set) var findings: [Finding]
    private let sources: Int
    private let lines: SourceLines
    private let output: CommandOutput
    /// What a baseline passed over, and what it has too much; nil without one.
    private var passedOver: (known: Int, stale: [FindingFingerprint])?

    init(_ result: CheckResult, in workspace: OpenWorkspace, _ output: CommandOutput) {
        findings = result.findings
        sources = result.sources
        lines = SourceLines(workspace, of: result.findings.map(\.path))
        self.output = output
    }

    /// The fingerprints of the findings, in their order.
    var fingerprints: [FindingFingerprint] {
        FindingFingerprint.all(of: findings) { path, number in lines.line(number, of: path) }
    }

    /// Leaves the findings out that a baseline knows, and tells of what it knows in vain.
    ///
    /// - Throws: `CommandFailure` when the baseline cannot be read.
    mutating func passOver(_ file: BaselineFile, _ wanted: CheckedPaths) throws {
        let parts = try file.read().parted(findings, fingerprints) { wanted.contains($0) }
        passedOver = (findings.count - parts.new.count, parts.stale)
        findings = parts.new
        guard !parts.stale.isEmpty else { return }
        let verb = parts.stale.count == 1 ? "is no longer true" : "are no longer true"
        output.tell("\(counted(parts.stale.count, "line")) of \(file.name) \(verb); --write-baseline takes them out:")
        for entry in parts.stale.prefix(10) { output.tell("  \(entry.rule) \(SafeText.line(entry.path))") }
        if parts.stale.count > 10 { output.tell("  and \(parts.stale.count - 10) more") }
    }

    func print(as format: CheckFormat) {
        switch format {
        case .text: printText()
        case .json: printJSON()
        case .sarif:
            let report = SARIFReport(version: Archbook.version) { path, number in lines.line(number, of: path) }
            output.world.writeOutput(report.log(findings).document)
        case .github:
            output.world.writeOutput(Array(GitHubReport.text(findings).utf8))
            output.tell(summary)
        }
    }

    private func printText() {
        let printer = FindingPrinter(style: output.style) { path, number in lines.line(number, of: path) }
        output.world.writeOutput(Array(printer.text(findings).utf8))
        output.print((findings.isEmpty ? [] : [""]) + [summary])
    }

    private var summary: String {
        let text = FindingPrinter.summary(of: findings, sources: sources, fixCommand: "archbook check --fix")
        guard let passedOver, passedOver.known > 0 else { return text }
        return "\(text) The baseline passes over \(passedOver.known)."
    }

    private func printJSON() {
        let counts = Severity.allCases.map { severity in
            (severity.rawValue, JSONValue.int(findings.count { $0.severity == severity }))
        }
        var members: [String: JSONValue] = [
            "items": .array(findings.map(JSONValue.init)), "summary": .object(Dictionary(uniqueKeysWithValues: counts)),
        ]
        if let passedOver {
            members["baseline"] = ["known": .int(passedOver.known), "stale": .int(passedOver.stale.count)]
        }
        output.print(json: members)
    }
}

extension JSONValue {
    /// A finding in the form that every command gives it.
    init(_ finding: Finding) {
        self = .object([
            "path": .string(finding.path),
            "line": .int(finding.position.line),
            "column": .int(finding.position.column),
            "severity": .string(finding.severity.rawValue),
            "rule": .string(finding.rule.rawValue),
            "message": .string(finding.message),
            "fixes": .array(finding.fixes.map(JSONValue.init)),
        ])
    }

    private init(_ fix: Fix) {
        let edits = fix.edits.map { edit in
            JSONValue.object([
                "source": JSONValue(Source(path: edit.path, range: edit.range)),
                "replacement": .string(edit.replacement),
            ])
        }
        self = .object(["title": .string(fix.title), "edits": .array(edits)])
    }
}
