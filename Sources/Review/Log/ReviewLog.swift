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
        self.init(files.map { EventCollector($0.bytes, $0.bytes.indices, path: $0.path) })
    }

    /// Reads the log files in pieces at the same time; the result is the same.
    package static func read(_ files: [(path: String, bytes: [UInt8])]) async -> ReviewLog {
        let pieces = files.flatMap { file in
            EventCollector.pieces(of: file.bytes).map { (path: file.path, bytes: file.bytes, range: $0) }
        }
        guard pieces.count > 1 else { return ReviewLog(files: files) }
        let collectors = await withTaskGroup(of: (Int, EventCollector).self) { group in
            for (index, piece) in pieces.enumerated() {
                group.addTask { (index, EventCollector(piece.bytes, piece.range, path: piece.path)) }
            }
            var collectors: [EventCollector?] = Array(repeating: nil, count: pieces.count)
            for await (index, collector) in group { collectors[index] = collector }
            return collectors.compactMap { $0 }
        }
        return ReviewLog(collectors)
    }

    private init(_ collectors: [EventCollector]) {
        var events: [ReviewEvent] = []
        events.reserveCapacity(collectors.reduce(0) { $0 + $1.events.count })
        var findings: [Finding] = []
        var precedingLines: [String: Int] = [:]
        for collector in collectors {
            events += collector.events
            findings += collector.findings(after: precedingLines[collector.path] ?? 0)
            precedingLines[collector.path, default: 0] += collector.lineCount
        }
        // The ids of one device grow with time, so that a log without copies shows at a glance.
        let isUnique = events.indices.dropFirst().allSatisfy { events[$0 - 1].id < events[$0].id }
        self.events = ReviewLog.ordered(isUnique ? events : ReviewLog.unique(events, collectors))
        self.findings = findings.sorted()
    }

    /// Each id once.
    ///
    /// Of two lines with one id, which no program writes, the choice must not depend on the files.
    private static func unique(_ events: [ReviewEvent], _ collectors: [EventCollector]) -> [ReviewEvent] {
        var lines: [ArraySlice<UInt8>] = []
        for collector in collectors { lines += collector.lines.map { collector.bytes[$0] } }
        var places: [EventID: Int] = [:]
        places.reserveCapacity(events.count)
        for (index, event) in events.enumerated() {
            guard let known = places[event.id] else {
                places[event.id] = index
                continue
            }
            if lines[index].lexicographicallyPrecedes(lines[known]) { places[event.id] = index }
        }
        return places.values.sorted().map { events[$0] }
    }

    /// The events by time and id; one log is in this order already, several are merged by their places.
    private static func ordered(_ events: [ReviewEvent]) -> [ReviewEvent] {
        let isOrdered = events.indices.dropFirst().allSatisfy { !ReviewEvent.precedes(events[$0], events[$0 - 1]) }
        if isOrdered { return events }
        return events.indices.sorted { ReviewEvent.precedes(events[$0], events[$1]) }.map { events[$0] }
    }

    /// Adds an event that has just happened.
    package mutating func add(_ event: ReviewEvent) {
        let place = events.lastIndex { ReviewEvent.precedes($0, event) }.map { $0 + 1 } ?? 0
        events.insert(event, at: place)
    }
}

/// The events of a piece of one file, in the order of its lines.
private struct EventCollector: Sendable {
    let path: String
    let bytes: [UInt8]
    private(set) var events: [ReviewEvent] = []
    /// The bytes that each event was read from.
    private(set) var lines: [Range<Int>] = []
    /// The lines of the piece, blank ones included.
    private(set) var lineCount = 0
    private var scanner: EventLineScanner
    private var failures: [(line: Range<Int>, number: Int, error: ReviewLineError)] = []

    init(_ bytes: [UInt8], _ piece: Range<Int>, path: String) {
        self.path = path
        self.bytes = bytes
        scanner = EventLineScanner(bytes)
        events.reserveCapacity(piece.count / 250)
        lines.reserveCapacity(piece.count / 250)
        var start = piece.lowerBound
        while start < piece.upperBound {
            let end = bytes[start..<piece.upperBound].firstIndex(of: .lineFeed) ?? piece.upperBound
            lineCount += 1
            let line = bytes[start..<end].trimmed
            if !line.isEmpty { add(line.startIndex..<line.endIndex) }
            start = end + 1
        }
    }

    /// The findings of the piece, which begins after some lines of the file.
    func findings(after preceding: Int) -> [Finding] {
        failures.map { .badLine(bytes[$0.line], because: $0.error, path: path, number: preceding + $0.number) }
    }

    private mutating func add(_ line: Range<Int>) {
        do throws(ReviewLineError) {
            if let event = scanner.event(line) {
                events.append(event)
            } else {
                events.append(try ReviewEvent(line: Array(bytes[line])))
            }
            lines.append(line)
        } catch {
            failures.append((line, lineCount, error))
        }
    }

    /// Pieces of about half a megabyte that end where lines end.
    static func pieces(of bytes: [UInt8]) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = 0
        while start < bytes.count {
            let wanted = start + 1 << 19
            let end = wanted < bytes.count ? bytes[wanted...].firstIndex(of: .lineFeed).map { $0 + 1 } : nil
            pieces.append(start..<(end ?? bytes.count))
            start = end ?? bytes.count
        }
        return pieces
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
