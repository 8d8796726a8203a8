package import Model

/// Gives records that share a number numbers of their own.
///
/// The one that most others refer to keeps the number, since most would have to change for it.
package struct Renumbering: Sendable {
    /// A file of the workspace with its bytes.
    package typealias Document = (path: String, bytes: [UInt8])

    /// One record that gets another number.
    package struct Move: Sendable, Equatable {
        /// The path of the file before.
        package let path: String
        /// The path of the file afterwards.
        package let newPath: String
        /// The number before; nil where the record had none.
        package let old: Int?
        /// The number afterwards.
        package let new: Int
        /// The record that keeps the number; nil where the number was not shared.
        package let survivor: String?
    }

    /// The records that get another number, by the number that they had.
    package private(set) var moves: [Move] = []
    /// The changes of all files.
    package private(set) var changes: [FileChange] = []
    /// The places that name a shared number and do not tell which record they mean; they are left alone.
    package private(set) var doubts: [NumberMention] = []
    /// The records that have no place for a line that tells the old number.
    package private(set) var withoutFormer: [String] = []

    /// The paths of all files; what lies in a document's own folder is meant before what lies elsewhere.
    private let paths: Set<String>
    /// The sort of record whose numbers change.
    private let kind: RecordKind

    /// - Parameters:
    ///   - taken: names that are in use elsewhere, such as on other branches.
    ///   - documents: the other files that may name the records.
    package init(_ set: RecordSet, taken: [String], documents: [Document]) {
        let all = Renumbering.all(set, documents)
        paths = Set(all.map(\.path))
        kind = set.files.contains { $0.entry.kind == .proposal } ? .proposal : .decision
        var next = RecordName.nextNumber(after: set.names + taken)
        let groups = Dictionary(grouping: set.files.filter { $0.record.number != nil }) { $0.record.number ?? 0 }
        for (number, files) in groups.sorted(by: { $0.key < $1.key }) where files.count > 1 {
            let counts = Dictionary(files.map { ($0.path, references(to: $0.path, all)) }) { first, _ in first }
            let ranked = files.sorted { left, right in
                let (leftCount, rightCount) = (counts[left.path] ?? 0, counts[right.path] ?? 0)
                if leftCount != rightCount { return leftCount > rightCount }
                let dates = (left.record.date?.description ?? "9", right.record.date?.description ?? "9")
                return (dates.0, left.path) < (dates.1, right.path)
            }
            for file in ranked.dropFirst() {
                moves.append(Renumbering.move(file, from: number, to: next, survivor: ranked[0].path))
                next += 1
            }
        }
        makeChanges(all)
    }

    /// Gives a draft that is named `XXXX-` its number, as pyadr does when a decision falls.
    ///
    /// - Parameter bytes: the draft's new text.
    package init(
        numbering draft: RecordFile, _ bytes: [UInt8], in set: RecordSet, taken: [String], _ documents: [Document]
    ) {
        paths = Set(set.files.map(\.path) + documents.map(\.path))
        kind = .decision
        let number = RecordName.nextNumber(after: set.names + taken)
        let folder = draft.path.dropLast(draft.name.count)
        let name = padded(number, to: 4) + draft.name.dropFirst(RecordName.draftPrefix.count - 1)
        moves = [Move(path: draft.path, newPath: "\(folder)\(name)", old: nil, new: number, survivor: nil)]
        makeChanges(Renumbering.all(set, documents).map { $0.path == draft.path ? (draft.path, bytes) : $0 })
        changes = changes.map { $0.path == draft.path ? FileChange(removing: draft.path, before: draft.bytes) : $0 }
    }

    /// Each file once, by path.
    private static func all(_ set: RecordSet, _ documents: [Document]) -> [Document] {
        let known = Set(set.files.map(\.path))
        let files = set.files.filter { !$0.isUnread }.map { (path: $0.path, bytes: $0.bytes) }
        return (files + documents.filter { !known.contains($0.path) }).sorted { $0.path < $1.path }
    }

    /// The number of times that others name a record by its file.
    private func references(to path: String, _ all: [Document]) -> Int {
        let names = RecordNames(of: path, among: paths)
        return all.filter { $0.path != path }.reduce(0) { $0 + names.places(in: $1).count }
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

    private mutating func makeChanges(_ all: [Document]) {
        guard !moves.isEmpty else { return }
        for document in all {
            var after = document.bytes
            for move in moves { after = renamed((document.path, after), move) }
            if let move = moves.first(where: { $0.path == document.path }) {
                after = retitled(after, move)
                changes.append(FileChange(path: move.newPath, before: nil, after: after))
                changes.append(FileChange(removing: document.path, before: document.bytes))
            } else if after != document.bytes {
                changes.append(FileChange(path: document.path, before: document.bytes, after: after))
            }
        }
    }

    /// A document in which every name of a record's file is the new one.
    ///
    /// A mention of the bare number follows where the document names the record by its file too and not the one that
    /// keeps the number.
    private mutating func renamed(_ document: Document, _ move: Move) -> [UInt8] {
        let places = RecordNames(of: move.path, among: paths).places(in: document)
        let (old, new) = (Renumbering.head(of: move.path), Renumbering.head(of: move.newPath))
        var edits = places.map { (range: $0.lowerBound..<$0.lowerBound + old.count, text: new) }
        for place in places {
            guard let label = Renumbering.label(before: place, in: document.bytes, move) else { continue }
            edits.append((label, Array(padded(move.new, to: label.count).utf8)))
        }
        let isOwn = document.path == move.path
        let isSure = !places.isEmpty && !isOwn && !names(move.survivor, document)
        for mention in move.old.map({ NumberMention.all(of: $0, kind, in: document) }) ?? [] {
            if edits.contains(where: { $0.range.overlaps(mention.digits) }) { continue }
            if isSure {
                edits.append((mention.digits, Array(padded(move.new, to: mention.digits.count).utf8)))
            } else if !(isOwn && mention.line == RecordLayout(document.bytes).title?.line) {
                let isKnown = doubts.contains { ($0.path, $0.line) == (mention.path, mention.line) }
                if !isKnown { doubts.append(mention) }
            }
        }
        var bytes = document.bytes
        for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
            bytes.replaceSubrange(edit.range, with: edit.text)
        }
        return bytes
    }

    private func names(_ path: String?, _ document: Document) -> Bool {
        path.map { $0 == document.path || !RecordNames(of: $0, among: paths).places(in: document).isEmpty } ?? false
    }

    /// The part of a file's name that tells the number: `0012`, `rfc-0012`, `XXXX`.
    private static func head(of path: String) -> [UInt8] {
        let stem = RecordName.stem(ofPath: path)
        if stem.hasPrefix(RecordName.draftPrefix) { return Array(stem.utf8.prefix(RecordName.draftPrefix.count - 1)) }
        let prefix = stem.utf8.prefix { !$0.isDigit }
        return Array(prefix) + stem.utf8.dropFirst(prefix.count).prefix(while: \.isDigit)
    }
}

// MARK: - Labels and titles

extension Renumbering {
    /// The digits of the old number in the text of the link whose destination names a record at a place.
    private static func label(before place: Range<Int>, in bytes: [UInt8], _ move: Move) -> Range<Int>? {
        let line = bytes[..<place.lowerBound].lastIndex(of: .lineFeed).map { $0 + 1 } ?? 0
        let before = bytes[line..<place.lowerBound]
        guard let close = before.lastIndex(of: UInt8(ascii: "]")),
            before[close...].dropFirst().first == UInt8(ascii: "("),
            !before[close...].contains(UInt8(ascii: ")")), let open = before[..<close].lastIndex(of: UInt8(ascii: "["))
        else { return nil }
        var text = before[(open + 1)..<close]
        for prefix in ["ADR-", "ADR ", "RFC-", "RFC "] where text.starts(with: prefix.utf8) {
            text = text.dropFirst(prefix.utf8.count)
        }
        let digits = text.prefix(while: \.isDigit)
        let isName = text.dropFirst(digits.count).first == UInt8(ascii: "-")
        guard let number = Int(digits.text), number == move.old, !isName else { return nil }
        return digits.startIndex..<digits.endIndex
    }

    /// The words that stand before the number in a title, by the processes that use them.
    private static let titleWords: Set<String> = ["", "ADR", "RFC", "KIP", "PEP", "SE", "EIP", "KEP"]

    /// The record with its number changed in title and metadata, and a line that tells the old one.
    private mutating func retitled(_ bytes: [UInt8], _ move: Move) -> [UInt8] {
        var editor = RecordEditor(path: move.newPath, bytes: bytes)
        guard let old = move.old else { return bytes }
        if let title = editor.layout.title {
            let text = bytes[title.text]
            let digits = text.drop { !$0.isDigit }.prefix(while: \.isDigit)
            let before = text[..<digits.startIndex].text.trimmed.uppercased()
            let word = before.hasSuffix("-") ? String(before.dropLast()) : before
            if Int(digits.text) == old, Renumbering.titleWords.contains(word) {
                editor.replace(
                    (digits.startIndex..<digits.endIndex, Array(padded(move.new, to: digits.count).utf8)))
            }
        }
        for key in ["number", "adr-id"] {
            guard let field = RecordFields(editor.layout)[key] else { continue }
            let width = field.value.count { $0.isNumber }
            editor.replaceValue(of: field, with: padded(move.new, to: width))
        }
        do throws(RecordError) {
            try editor.setField("Formerly", padded(old, to: 4))
        } catch {
            // Nothing else can be wrong here than that the record has no place for fields; the command says so.
            withoutFormer.append(move.newPath)
        }
        return editor.bytes
    }
}
