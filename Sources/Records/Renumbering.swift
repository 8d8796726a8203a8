package import Model

/// Gives records that share a number numbers of their own.
///
/// The one that most others refer to keeps the number, since most would have to change for it.
package struct Renumbering: Sendable {
    /// One record that gets another number.
    package struct Move: Sendable, Equatable {
        package let path: String
        package let newPath: String
        package let old: Int
        package let new: Int
        /// The record that keeps the number.
        package let survivor: String
    }

    package private(set) var moves: [Move] = []
    package private(set) var changes: [FileChange] = []

    /// - Parameters:
    ///   - taken: names that are in use elsewhere, such as on other branches.
    ///   - documents: other files whose links to the records shall be kept whole, with their bytes.
    /// - Throws: `RecordError.emptyTitle` never, since names are kept but for their numbers.
    package init(_ set: RecordSet, taken: [String], documents: [(path: String, bytes: [UInt8])]) {
        var next = RecordName.nextNumber(after: set.names + taken)
        let groups = Dictionary(grouping: set.files.filter { $0.record.number != nil }) { $0.record.number ?? 0 }
        for (number, files) in groups.sorted(by: { $0.key < $1.key }) where files.count > 1 {
            let ranked = files.sorted { left, right in
                let counts = (Self.references(to: left, set, documents), Self.references(to: right, set, documents))
                if counts.0 != counts.1 { return counts.0 > counts.1 }
                let dates = (left.record.date?.description ?? "9", right.record.date?.description ?? "9")
                return (dates.0, left.path) < (dates.1, right.path)
            }
            for file in ranked.dropFirst() {
                moves.append(Self.move(file, from: number, to: next, survivor: ranked[0].path))
                next += 1
            }
        }
        makeChanges(set, documents)
    }

    /// The number of times that others lead to a record.
    private static func references(
        to file: RecordFile,
        _ set: RecordSet,
        _ documents: [(path: String, bytes: [UInt8])]
    ) -> Int {
        let name = Array(file.name.utf8)
        let all = set.files.map { (path: $0.path, bytes: $0.bytes) } + documents
        return all.filter { $0.path != file.path }.reduce(0) { $0 + places(of: name, in: $1.bytes).count }
    }

    private static func move(_ file: RecordFile, from old: Int, to new: Int, survivor: String) -> Move {
        let folder = file.path.dropLast(file.name.count)
        let digits = file.name.drop { !$0.isNumber }
        let prefix = file.name.dropLast(digits.count)
        let rest = digits.drop { $0.isNumber }
        let width = digits.count - rest.count
        return Move(
            path: file.path, newPath: "\(folder)\(prefix)\(padded(new, to: width))\(rest)", old: old, new: new,
            survivor: survivor)
    }

    private mutating func makeChanges(_ set: RecordSet, _ documents: [(path: String, bytes: [UInt8])]) {
        guard !moves.isEmpty else { return }
        let files = set.files.map { (path: $0.path, bytes: $0.bytes) }
        let known = Set(files.map(\.path))
        for (path, bytes) in (files + documents.filter { !known.contains($0.path) }).sorted(by: { $0.path < $1.path }) {
            var after = bytes
            for move in moves { after = Self.relinked(after, move) }
            if let move = moves.first(where: { $0.path == path }) {
                after = Self.retitled(after, move)
                changes.append(FileChange(path: move.newPath, before: nil, after: after))
                changes.append(FileChange(removing: path, before: bytes))
            } else if after != bytes {
                changes.append(FileChange(path: path, before: bytes, after: after))
            }
        }
    }

    /// The text with every link to the old name leading to the new one, the number in the link's text too.
    private static func relinked(_ bytes: [UInt8], _ move: Move) -> [UInt8] {
        let (old, new) = (Array(name(move.path).utf8), Array(name(move.newPath).utf8))
        var result: [UInt8] = []
        var start = 0
        for place in places(of: old, in: bytes) {
            var head = Array(bytes[start..<place])
            renumberText(before: &head, move)
            result += head + new
            start = place + old.count
        }
        return result + bytes[start...]
    }

    /// Changes the number in the `[12. Title](` that the bytes end with.
    private static func renumberText(before head: inout [UInt8], _ move: Move) {
        guard let open = head.lastIndex(of: UInt8(ascii: "[")), head[open...].contains(UInt8(ascii: "]")) else {
            return
        }
        var start = open + 1
        for prefix in ["ADR-", "ADR ", "RFC-", "RFC "] where head[start...].starts(with: prefix.utf8) {
            start += prefix.utf8.count
        }
        let digits = head[start...].prefix(while: \.isDigit)
        guard Int(digits.text) == move.old else { return }
        head.replaceSubrange(digits.startIndex..<digits.endIndex, with: Array(padded(move.new, to: digits.count).utf8))
    }

    /// The record with its number changed in title and metadata, and a line that tells the old one.
    private static func retitled(_ bytes: [UInt8], _ move: Move) -> [UInt8] {
        var editor = RecordEditor(path: move.newPath, bytes: bytes)
        let layout = RecordLayout(bytes, path: move.newPath)
        if let title = layout.title {
            let text = bytes[title.text]
            let digits = text.drop { !$0.isDigit }.prefix(while: \.isDigit)
            let before = text[..<digits.startIndex].text.trimmed.uppercased()
            if Int(digits.text) == move.old, ["", "ADR", "ADR-", "RFC", "RFC-"].contains(before) {
                editor.replace(
                    (digits.startIndex..<digits.endIndex, Array(padded(move.new, to: digits.count).utf8)))
            }
        }
        for key in ["number", "adr_id"] where RecordFields(editor.layout)[RecordFields.key(key)] != nil {
            try? editor.setField(key, String(move.new))
        }
        let was = padded(move.old, to: 4)
        do throws(RecordError) {
            try editor.setField("Formerly", was)
        } catch {
            // A record without any place for a field says nothing of its old number; its links are whole all the same.
        }
        return editor.bytes
    }

    private static func name(_ path: String) -> Substring { path.split(separator: "/").last ?? "" }

    /// The offsets at which a file's name stands, not as the end of a longer name.
    private static func places(of name: [UInt8], in bytes: [UInt8]) -> [Int] {
        guard let first = name.first, bytes.count >= name.count else { return [] }
        var places: [Int] = []
        var index = 0
        while index <= bytes.count - name.count {
            let isBegun = index > 0 && (bytes[index - 1].isAlphanumeric || "-_".utf8.contains(bytes[index - 1]))
            if bytes[index] == first, !isBegun, bytes[index...].starts(with: name) {
                places.append(index)
                index += name.count
            } else {
                index += 1
            }
        }
        return places
    }
}
