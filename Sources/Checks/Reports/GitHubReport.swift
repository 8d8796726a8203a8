package import Model

/// Findings as the commands by which a workflow of GitHub annotates files.
///
/// The form is that of GitHub's documentation, "Workflow commands for GitHub Actions", the escapes those of
/// actions/toolkit (packages/core/src/command.ts).
package enum GitHubReport {
    /// One line for each finding, each with its line feed.
    package static func text(_ findings: [Finding]) -> String { findings.map { line($0) + "\n" }.joined() }

    private static func line(_ finding: Finding) -> String {
        let start = finding.position
        var properties = [("file", finding.path), ("line", "\(start.line)"), ("col", "\(start.column)")]
        if let end = finding.range?.end, end.line > start.line {
            properties.append(("endLine", "\(end.column > 1 ? end.line : end.line - 1)"))
        }
        properties.append(("title", finding.rule.rawValue))
        let list = properties.map { "\($0)=\(escaped($1, alsoSeparators: true))" }.joined(separator: ",")
        return "::\(command(finding.severity)) \(list)::\(escaped(finding.message, alsoSeparators: false))"
    }

    private static func command(_ severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
    }

    /// A text with the bytes that end a command escaped, and in a property those that end the property too.
    private static func escaped(_ text: String, alsoSeparators: Bool) -> String {
        var output: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "%"): output += "%25".utf8
            case .carriageReturn: output += "%0D".utf8
            case .lineFeed: output += "%0A".utf8
            case UInt8(ascii: ":") where alsoSeparators: output += "%3A".utf8
            case UInt8(ascii: ",") where alsoSeparators: output += "%2C".utf8
            default: output.append(byte)
            }
        }
        return output.text
    }
}
