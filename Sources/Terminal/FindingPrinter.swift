package import Model

/// Sets findings as compilers do: `path:line:column: severity: [rule] message`, so that editors can jump to them.
package struct FindingPrinter: Sendable {
    package var style: Styler
    /// Gives a line of a file, counted from 1, to be shown under a finding; nil where there is none to show.
    package var sourceLine: @Sendable (_ path: String, _ line: Int) -> String?

    package init(
        style: Styler = .plain,
        sourceLine: @escaping @Sendable (_ path: String, _ line: Int) -> String? = { _, _ in nil }
    ) {
        self.style = style
        self.sourceLine = sourceLine
    }

    /// All findings, with a final line feed; those of several lines are set apart by a blank line.
    package func text(_ findings: [Finding]) -> String {
        let blocks = findings.map(lines(for:))
        let separator = blocks.contains { $0.count > 1 } ? "\n\n" : "\n"
        return blocks.isEmpty ? "" : blocks.map { $0.joined(separator: "\n") }.joined(separator: separator) + "\n"
    }

    /// One finding: its line, the line of the file that is meant, and a line for each fix.
    package func lines(for finding: Finding) -> [String] {
        let position = finding.position
        let place = style(.path, "\(SafeText.line(finding.path)):\(position.line):\(position.column):")
        let severity = style(FindingPrinter.style(of: finding.severity), "\(finding.severity.rawValue):")
        let rule = style(.quiet, "[\(finding.rule)]")
        var lines = ["\(place) \(severity) \(rule) \(SafeText.line(finding.message))"]
        var margin = "    "
        if finding.range != nil, let source = sourceLine(finding.path, position.line) {
            let number = "  \(position.line) "
            margin = String(repeating: " ", count: number.utf8.count)
            lines.append(style(.quiet, "\(number)|") + " " + SafeText.line(source))
            // In a language of statements the place in the line says more than the line.
            if finding.rule.rawValue.hasPrefix("diagram.") {
                lines.append(style(.quiet, "\(margin)|") + " " + style(.error, caret(under: source, finding)))
            }
        }
        for fix in finding.fixes {
            lines.append("\(margin)\(style(.quiet, "=")) \(style(.success, "fix:")) \(SafeText.line(fix.title))")
        }
        return lines
    }

    /// The marks that stand under the place of a finding in its line.
    private func caret(under source: String, _ finding: Finding) -> String {
        let bytes = Array(source.utf8)
        let start = min(finding.position.column - 1, bytes.count)
        var end = bytes.count
        if let range = finding.range, range.end.line == range.start.line {
            end = min(range.end.column - 1, bytes.count)
        }
        let before = DisplayWidth.of(SafeText.line(bytes[..<start].text))
        let marked = DisplayWidth.of(SafeText.line(bytes[start..<max(start, end)].text))
        // A whole statement is pointed at; a word is underlined.
        let count = marked > Self.longestMark ? 1 : max(marked, 1)
        return String(repeating: " ", count: before) + String(repeating: "^", count: count)
    }

    private static let longestMark = 40

    /// The last line of a check: `1 error, 2 warnings in 31 sources. ...`.
    ///
    /// - Parameters:
    ///   - sources: how many files were looked at.
    ///   - fixCommand: the command that applies fixes; nil when there is none to name.
    package static func summary(of findings: [Finding], sources: Int, fixCommand: String? = nil) -> String {
        let place = "in \(counted(sources, "source"))"
        guard !findings.isEmpty else { return "No findings \(place)." }
        let counts = Severity.allCases.sorted().compactMap { severity -> String? in
            let count = findings.count { $0.severity == severity }
            return count == 0 ? nil : counted(count, severity.rawValue)
        }
        var summary = "\(counts.joined(separator: ", ")) \(place)."
        let fixable = findings.count { !$0.fixes.isEmpty }
        if let fixCommand, fixable > 0 { summary += " `\(fixCommand)` can mend \(fixable) of \(findings.count)." }
        return summary
    }

    private static func style(of severity: Severity) -> TextStyle {
        switch severity {
        case .error: .error
        case .warning: .warning
        case .note: .note
        }
    }
}

/// A number and a regular English noun: `1 source`, `2 sources`.
package func counted(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
}

/// A number of entries in words: `1 entry`, `2 entries`.
package func countedEntries(_ number: Int) -> String { number == 1 ? "1 entry" : "\(number) entries" }
