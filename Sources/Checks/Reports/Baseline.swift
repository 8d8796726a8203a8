package import Model

/// The findings that a book had when it began to be checked, and that are passed over until they are put right.
///
/// The file has one line for each, `RULE HASH.ORDINAL PATH`, sorted, so that two branches merge without trouble.
package struct Baseline: Sendable, Equatable {
    package private(set) var known: Set<FindingFingerprint>

    package init(_ fingerprints: [FindingFingerprint]) { known = Set(fingerprints) }

    /// Reads the text of a baseline; lines that begin with `#` are remarks.
    ///
    /// - Throws: `BaselineError` at the first line that is none of a baseline, such as a marker of a merge.
    package init(parsing text: String) throws(BaselineError) {
        known = []
        for (number, line) in text.utf8.split(separator: .lineFeed, omittingEmptySubsequences: false).enumerated() {
            let line = String(Substring(line)).trimmed
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            let parts = line.split(separator: " ", maxSplits: 2)
            let mark = parts.count == 3 ? parts[1].split(separator: ".") : []
            guard mark.count == 2, let ordinal = Int(mark[1]) else { throw BaselineError(line: number + 1) }
            known.insert(
                FindingFingerprint(
                    path: String(parts[2]), rule: String(parts[0]), line: String(mark[0]), ordinal: ordinal))
        }
    }

    /// The text of the file.
    package var text: String {
        let lines = known.sorted().map { "\($0.rule) \($0.line).\($0.ordinal) \($0.path)\n" }
        return Self.heading + lines.joined()
    }

    /// Parts findings into those that are new and the fingerprints that none of them has any more.
    ///
    /// - Parameter isLookedAt: whether the check has looked at a path; of others nothing can be said.
    package func parted(
        _ findings: [Finding],
        _ fingerprints: [FindingFingerprint],
        isLookedAt: (String) -> Bool
    ) -> (new: [Finding], stale: [FindingFingerprint]) {
        let new = zip(findings, fingerprints).filter { !known.contains($0.1) }.map(\.0)
        let stale = known.subtracting(fingerprints).filter { isLookedAt($0.path) }
        return (new, stale.sorted())
    }

    /// The baseline with those fingerprints in place of what it has of the paths that were looked at.
    package func replacing(with fingerprints: [FindingFingerprint], isLookedAt: (String) -> Bool) -> Baseline {
        Baseline(known.filter { !isLookedAt($0.path) } + fingerprints)
    }

    private static let heading = "# Findings that `archbook check --baseline` passes over: rule, line, file.\n"
}

/// A line that is none of a baseline.
package struct BaselineError: Error {
    /// The line, counted from 1.
    package let line: Int
}
