package import Model

/// The events of all log files of a workspace.
///
/// Each device appends to a file of its own, and files are merged by git, copied and restored. So the log is a set:
/// which file a line stands in, how often and in what order makes no difference.
package struct ReviewLog: Sendable {
    /// The events, each once, ordered by time and then by id.
    package let events: [ReviewEvent]
    /// The lines that could not be understood; they stay in their files.
    package let findings: [Finding]

    /// Reads the log files, each with its path relative to the workspace.
    package init(files: [(path: String, bytes: [UInt8])] = []) {
        // Of two lines with one id, which no program writes, the choice must not depend on the files either.
        var lines: [EventID: (event: ReviewEvent, line: [UInt8])] = [:]
        var findings: [Finding] = []
        for (path, bytes) in files {
            for (number, line) in ReviewLog.lines(of: bytes) {
                do throws(ReviewLineError) {
                    let event = try ReviewEvent(line: line)
                    let known = lines[event.id]?.line
                    if known.map({ line.lexicographicallyPrecedes($0) }) ?? true { lines[event.id] = (event, line) }
                } catch {
                    findings.append(ReviewLog.finding(line, because: error, path: path, number: number))
                }
            }
        }
        events = lines.values.map(\.event).sorted(by: ReviewEvent.precedes)
        self.findings = findings.sorted()
    }

    /// The answers that count: none that was undone, oldest first.
    package var reviews: [(at: Timestamp, review: GradedAnswer)] {
        let undone = Set(
            events.compactMap { event -> EventID? in
                if case .undo(let reference) = event.content { reference } else { nil }
            })
        return events.compactMap { event in
            guard let review = event.review, review.mode == .review, !undone.contains(event.id) else { return nil }
            return (event.at, review)
        }
    }

    /// The lines that are not blank, without their endings, with their numbers counted from 1.
    private static func lines(of bytes: [UInt8]) -> [(number: Int, line: [UInt8])] {
        bytes.split(separator: .lineFeed, omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            let content = line.trimmed
            return content.isEmpty ? nil : (index + 1, Array(content))
        }
    }

    private static func finding(_ line: [UInt8], because error: ReviewLineError, path: String, number: Int) -> Finding {
        let range = SourceRange(at: SourcePosition(line: number, column: 1))
        if isConflictMarker(line) {
            return Finding(rule: .conflictMarker, severity: .error, path: path, range: range, message: conflictMarker)
        }
        if case .newerVersion(let version) = error {
            let message = newerVersion(version)
            return Finding(rule: .newerEvent, severity: .warning, path: path, range: range, message: message)
        }
        let message = damagedLine(error)
        return Finding(rule: .damagedLine, severity: .warning, path: path, range: range, message: message)
    }

    /// Whether git left the line when it could not merge: seven of a sign, alone or before a space.
    private static func isConflictMarker(_ line: [UInt8]) -> Bool {
        guard let first = line.first, Array("<=>|".utf8).contains(first) else { return false }
        let run = line.prefix { $0 == first }.count
        return run == 7 && (line.count == 7 || line[7] == .space)
    }

    private static let conflictMarker =
        "git left a conflict marker here; delete this line, and keep those between the markers, which all count"

    private static func newerVersion(_ version: Int) -> String {
        "the line is of version \(version) of the log format; it is kept, but needs a newer archbook to count"
    }

    private static func damagedLine(_ error: ReviewLineError) -> String {
        "the line is no event and does not count: \(error); it is kept as it is"
    }
}

extension RuleID {
    /// A line of a review log that is no event.
    package static let damagedLine = RuleID("review.damaged-line")
    /// A line that git left in a review log when it could not merge.
    package static let conflictMarker = RuleID("review.conflict-marker")
    /// A line that a later version wrote.
    package static let newerEvent = RuleID("review.newer-event")
}
