import Model

/// The difference of two versions of a file in the unified format that `patch` and `git apply` read.
///
/// The format is that of POSIX.1-2024, `diff -u`, with git's `/dev/null` and quoting of paths. A line ends at LF alone;
/// a CR before it is part of the line.
package enum UnifiedDiff {
    /// The difference byte for byte, even where the file is not UTF-8; empty when nothing differs.
    ///
    /// - Parameters:
    ///   - old: the bytes of the file as it is; nil when there is none yet.
    ///   - new: the bytes as they shall be; nil when the file shall go.
    ///   - path: the path relative to the workspace.
    package static func bytes(old: [UInt8]?, new: [UInt8]?, path: String) -> [UInt8] {
        guard old != new else { return [] }
        let before = lines(of: old ?? [])
        let after = lines(of: new ?? [])
        var result: [UInt8] = []
        result += "--- \(old == nil ? "/dev/null" : header("a/" + path))\n".utf8
        result += "+++ \(new == nil ? "/dev/null" : header("b/" + path))\n".utf8
        for hunk in hunks(before, after) { hunk.append(to: &result, before, after) }
        return result
    }

    /// The difference as text, with U+FFFD for bytes that are not UTF-8.
    package static func text(old: [UInt8]?, new: [UInt8]?, path: String) -> String {
        bytes(old: old, new: new, path: path).text
    }

    /// A difference made safe for a terminal, and coloured: removed lines red, added ones green.
    package static func styled(_ difference: String, with style: Styler) -> String {
        difference.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let text = SafeText.block(String(line))
            if line.hasPrefix("--- ") || line.hasPrefix("+++ ") { return style(.strong, text) }
            return switch line.utf8.first {
            case UInt8(ascii: "-"): style(.removed, text)
            case UInt8(ascii: "+"): style(.added, text)
            case UInt8(ascii: "@"): style(.kind, text)
            default: text
            }
        }.joined(separator: "\n")
    }

    private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        let text = bytes.span
        for index in 0..<text.count where text[index] == .lineFeed {
            lines.append(bytes[start...index])
            start = index + 1
        }
        if start < bytes.count { lines.append(bytes[start...]) }
        return lines
    }

    /// A path as the header has it: in quotes when it holds signs that would break the line, and before a tab when
    /// it holds a space, as git writes it.
    private static func header(_ path: String) -> String {
        guard path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0x22 || $0 == 0x5C }) else {
            return path.utf8.contains(.space) ? path + "\t" : path
        }
        var quoted = "\""
        for scalar in path.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\0"..."\u{1F}", "\u{7F}":
                let octal = String(scalar.value, radix: 8)
                quoted += "\\" + String(repeating: "0", count: 3 - octal.utf8.count) + octal
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    // MARK: Hunks

    /// Changed lines that stand close together, with the lines around them.
    private struct Hunk {
        var old: Range<Int>
        var new: Range<Int>
        /// The stretches that differ, each the lines removed and the lines added in their place.
        var changes: [(old: Range<Int>, new: Range<Int>)]

        func append(to result: inout [UInt8], _ before: [ArraySlice<UInt8>], _ after: [ArraySlice<UInt8>]) {
            result += "@@ -\(Hunk.position(old)) +\(Hunk.position(new)) @@\n".utf8
            var next = old.lowerBound
            for change in changes {
                for line in before[next..<change.old.lowerBound] { Hunk.append(" ", line, to: &result) }
                for line in before[change.old] { Hunk.append("-", line, to: &result) }
                for line in after[change.new] { Hunk.append("+", line, to: &result) }
                next = change.old.upperBound
            }
            for line in before[next..<old.upperBound] { Hunk.append(" ", line, to: &result) }
        }

        private static func append(_ mark: Unicode.Scalar, _ line: ArraySlice<UInt8>, to result: inout [UInt8]) {
            result.append(UInt8(ascii: mark))
            result += line
            if line.last != .lineFeed { result += "\n\\ No newline at end of file\n".utf8 }
        }

        /// The first line and the count; the line before an empty range, and no count of one, as `diff` writes it.
        private static func position(_ lines: Range<Int>) -> String {
            switch lines.count {
            case 0: "\(lines.lowerBound),0"
            case 1: "\(lines.lowerBound + 1)"
            default: "\(lines.lowerBound + 1),\(lines.count)"
            }
        }
    }

    private static func hunks(_ before: [ArraySlice<UInt8>], _ after: [ArraySlice<UInt8>]) -> [Hunk] {
        var hunks: [Hunk] = []
        for change in changes(before, after) {
            if let last = hunks.last, change.old.lowerBound - last.old.upperBound <= contextLines {
                hunks[hunks.count - 1].changes.append(change)
            } else {
                let context = min(contextLines, change.old.lowerBound)
                let old = change.old.lowerBound - context..<change.old.lowerBound
                let new = change.new.lowerBound - context..<change.new.lowerBound
                hunks.append(Hunk(old: old, new: new, changes: [change]))
            }
            let trailing = min(contextLines, before.count - change.old.upperBound)
            let last = hunks.count - 1
            hunks[last].old = hunks[last].old.lowerBound..<change.old.upperBound + trailing
            hunks[last].new = hunks[last].new.lowerBound..<change.new.upperBound + trailing
        }
        return hunks
    }

    /// The stretches that differ, from top to bottom.
    private static func changes(
        _ before: [ArraySlice<UInt8>],
        _ after: [ArraySlice<UInt8>]
    ) -> [(old: Range<Int>, new: Range<Int>)] {
        var numbers: [ArraySlice<UInt8>: Int] = [:]
        func number(_ line: ArraySlice<UInt8>) -> Int {
            if let number = numbers[line] { return number }
            numbers[line] = numbers.count
            return numbers.count - 1
        }
        let diff = MyersDiff(old: before.map(number), new: after.map(number))
        var changes: [(old: Range<Int>, new: Range<Int>)] = []
        var (x, y) = (0, 0)
        while x < before.count || y < after.count {
            let start = (x, y)
            while x < before.count, diff.removed[x] { x += 1 }
            while y < after.count, diff.added[y] { y += 1 }
            if (x, y) == start {
                (x, y) = (x + 1, y + 1)
            } else {
                changes.append((start.0..<x, start.1..<y))
            }
        }
        return changes
    }

    private static let contextLines = 3
}
