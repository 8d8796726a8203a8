package import Model

/// The events of all log files of a workspace.
///
/// Each device appends to a file of its own, and files are merged by git, copied and restored. So the log is a set:
/// which file a line stands in, how often and in what order makes no difference.
package struct ReviewLog: Sendable {
    /// The events, each once, ordered by time and then by id.
    package private(set) var events: [ReviewEvent]
    /// The lines that could not be understood; they stay in their files.
    package let findings: [Finding]

    /// Reads the log files, each with its path relative to the workspace.
    package init(files: [(path: String, bytes: [UInt8])] = []) {
        var collector = EventCollector()
        for (path, bytes) in files { collector.add(bytes, path: path) }
        events = collector.events.sorted(by: ReviewEvent.precedes)
        findings = collector.findings.sorted()
    }

    /// Adds an event that has just happened.
    package mutating func add(_ event: ReviewEvent) {
        let place = events.lastIndex { ReviewEvent.precedes($0, event) }.map { $0 + 1 } ?? 0
        events.insert(event, at: place)
    }
}

/// Gathers the events of some files, each id once.
private struct EventCollector {
    private(set) var events: [ReviewEvent] = []
    private(set) var findings: [Finding] = []
    private var places: [EventID: Int] = [:]
    private var lines: [ArraySlice<UInt8>] = []

    mutating func add(_ bytes: [UInt8], path: String) {
        let expected = events.count + bytes.count / 200
        events.reserveCapacity(expected)
        lines.reserveCapacity(expected)
        places.reserveCapacity(expected)
        var start = 0
        var number = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: .lineFeed) ?? bytes.count
            number += 1
            let line = bytes[start..<end].trimmed
            if !line.isEmpty { add(line, of: bytes, path: path, number: number) }
            start = end + 1
        }
    }

    private mutating func add(_ line: ArraySlice<UInt8>, of bytes: [UInt8], path: String, number: Int) {
        do throws(ReviewLineError) {
            let range = line.startIndex..<line.endIndex
            let event =
                if let event = EventLineScanner.event(in: bytes, range) { event } else {
                    try ReviewEvent(line: Array(line))
                }
            guard let place = places[event.id] else {
                places[event.id] = events.count
                events.append(event)
                lines.append(line)
                return
            }
            // Of two lines with one id, which no program writes, the choice must not depend on the files either.
            if line.lexicographicallyPrecedes(lines[place]) {
                events[place] = event
                lines[place] = line
            }
        } catch {
            findings.append(.badLine(line, because: error, path: path, number: number))
        }
    }
}

extension Finding {
    fileprivate static func badLine(
        _ line: ArraySlice<UInt8>,
        because error: ReviewLineError,
        path: String,
        number: Int
    ) -> Finding {
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
    private static func isConflictMarker(_ line: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first, Array("<=>|".utf8).contains(first) else { return false }
        let rest = line.drop { $0 == first }
        return line.count - rest.count == 7 && (rest.isEmpty || rest.first == .space)
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
