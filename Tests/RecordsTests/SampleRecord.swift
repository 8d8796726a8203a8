import Model
import Records
import TestSupport

/// A record made by chance: any line ending, order of sections, title, status, and traps in code and comments.
struct SampleRecord {
    let number: Int
    let title: String
    let ending: String
    /// The status where it is a word by itself; nil where it is prose or missing.
    let status: String?
    let file: RecordFile

    static func generator(seed: Int) -> SeededRandom { SeededRandom(seed: UInt64(seed)) }

    init(number: Int, using random: inout SeededRandom) {
        func pick<Value>(_ values: [Value]) -> Value { values[Int(random.next() % UInt64(values.count))] }
        self.number = number
        title = pick(["Use PostgreSQL", "Вести журнал решений", "选择数据库", "Pipes | & \"quotes\"", "Café [v2]"])
        ending = pick(["\n", "\r\n"])
        status = pick(["Accepted", "Proposed", "Draft", "accepted.", nil])
        let around = pick([[], ["Settled on Monday,", "all of us."], ["Amends [9. X](0009-x.md)"]])
        let trap = pick([[], ["```", "## Status", "", "Rejected", "```"], ["<!-- ## Status -->"], ["    ## Status"]])
        var statusLines = ["## Status"] + pick([[""], []])
        statusLines += (status.map { [$0] } ?? []) + (around.isEmpty ? [] : [""] + around)
        if status == nil, around.isEmpty { statusLines += ["Nobody knows."] }
        let context = ["## Context", "", "Why — потому что.", ""] + trap + ["", "### Status quo", "It hurts.", ""]
        let decision = ["## Decision", "", "We will.", "## Status of the art", "Good."]
        let sections = pick([
            [statusLines + [""], context, decision], [context, statusLines + [""], decision],
            [context, decision + [""], statusLines], [statusLines, context, decision],
        ])
        var lines = ["# \(number). \(title)", ""] + pick([["Date: 2026-01-12", ""], []]) + trap + [""]
        lines += sections.flatMap { $0 }
        let text = pick(["", "\u{FEFF}"]) + lines.joined(separator: ending) + pick(["", ending, ending + ending])
        let name = number == 1 ? "0001-старое.md" : "0002-new.md"
        file = RecordFile(path: "adr/\(name)", bytes: Array(text.utf8), kind: .decision)
    }

    /// The line endings that stand in some bytes.
    func endings(in bytes: [UInt8]) -> Set<String> {
        let table = LineTable(bytes)
        let endings = (1...table.count).map { line in
            bytes[table.content(ofLine: line, in: bytes).upperBound..<table.offsets(ofLine: line).upperBound].text
        }
        return Set(endings.filter { !$0.isEmpty })
    }
}

/// The lines by which two texts differ between what they begin and what they end with.
struct Difference {
    let removed: [String]
    let added: [String]

    init(_ before: [UInt8], _ after: [UInt8]) {
        var old = Difference.lines(before)[...]
        var new = Difference.lines(after)[...]
        while let first = old.first, first == new.first { (old, new) = (old.dropFirst(), new.dropFirst()) }
        while let last = old.last, last == new.last { (old, new) = (old.dropLast(), new.dropLast()) }
        removed = Array(old)
        added = Array(new)
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        let table = LineTable(bytes)
        return table.starts.indices.map { bytes[table.content(ofLine: $0 + 1, in: bytes)].text }
    }
}
