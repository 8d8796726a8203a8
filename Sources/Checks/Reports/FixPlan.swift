package import Model

/// The edits that put findings right, chosen so that no two touch the same bytes.
package struct FixPlan: Sendable {
    /// The edits by file, each file's from top to bottom.
    package private(set) var edits: [String: [TextEdit]] = [:]
    /// How many findings the edits put right.
    package private(set) var count = 0
    /// How many fixes have to wait, because they touch what another one changes.
    package private(set) var waiting = 0

    /// Takes the first fix of each finding; of two that touch the same bytes, the one further up.
    package init(_ findings: [Finding]) {
        let fixes = findings.compactMap(\.fixes.first).filter { !$0.edits.isEmpty }
        var all = fixes.enumerated().flatMap { number, fix in fix.edits.map { (fix: number, edit: $0) } }
        all.sort { ($0.edit.path, $0.edit.range, $0.fix) < ($1.edit.path, $1.edit.range, $1.fix) }
        var late: Set<Int> = []
        var last: TextEdit?
        for (fix, edit) in all {
            if let last, last.path == edit.path, edit.range.start < last.range.end || edit.range == last.range {
                late.insert(fix)
            } else {
                last = edit
            }
        }
        for (fix, edit) in all where !late.contains(fix) { edits[edit.path, default: []].append(edit) }
        count = fixes.count - late.count
        waiting = late.count
    }

    /// The bytes of a file with its edits made, all other bytes as they were; nil when the file has changed since.
    package func applied(to bytes: [UInt8], of path: String) -> [UInt8]? {
        let lines = LineTable(bytes)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var copied = 0
        for edit in edits[path] ?? [] {
            let range =
                lines.offset(
                    of: edit.range.start)..<max(
                    lines.offset(of: edit.range.start), lines.offset(of: edit.range.end))
            guard range.lowerBound >= copied, bytes[range].elementsEqual(edit.original.utf8) else { return nil }
            output += bytes[copied..<range.lowerBound]
            output += edit.replacement.utf8
            copied = range.upperBound
        }
        return output + bytes[copied...]
    }
}
