package import Model

/// Puts what the sources gave together into a book, and gives every entry an id of its own.
package enum BookAssembler {
    /// Makes a book of documents in any order; the result does not depend on it.
    package static func assemble(
        title: String,
        documents: [ReadDocument],
        records: [Entry] = [],
        findings: [Finding] = []
    ) -> Book {
        let sorted = documents.sorted { $0.document.path.utf8.lexicographicallyPrecedes($1.document.path.utf8) }
        var book = Book(title: title)
        book.documents = sorted.map(\.document)
        book.entries = sorted.flatMap(\.entries) + records
        book.passages = sorted.flatMap(\.passages)
        book.weeks = sorted.flatMap(\.weeks)
        book.findings = findings + sorted.flatMap(\.findings)
        book.findings += EntryNames.assign(&book.entries)
        book.findings.sort()
        return book
    }
}

/// Gives entries ids that are unique in the book and do not depend on files that have nothing to do with them.
enum EntryNames {
    /// Makes the ids unique, and tells of questions that share theirs.
    ///
    /// Of entries with one name, a note that fills its own file keeps it, else the one of the first kind and the first
    /// place; the others add the name of their file: `retry.stability-patterns`.
    static func assign(_ entries: inout [Entry]) -> [Finding] {
        var groups: [EntryID: [Int]] = [:]
        for index in entries.indices {
            if entries[index].id.rawValue.isEmpty { entries[index].id = EntryID(entries[index].kind.rawValue) }
            groups[entries[index].id, default: []].append(index)
        }
        var names = FreeNames(taken: Set(groups.keys))
        var findings: [Finding] = []
        for (id, group) in groups.sorted(by: { $0.key < $1.key }) where group.count > 1 {
            let order = group.sorted { rank(entries[$0]) < rank(entries[$1]) }
            for index in order.dropFirst() {
                if entries[index].kind == .question {
                    findings.append(sameQuestion(entries[index], as: entries[order[0]]))
                }
                entries[index].id = names.take(id, stem: stem(of: entries[index].source.path))
            }
        }
        return findings
    }

    private static func rank(_ entry: Entry) -> (Int, EntryKind, Source) {
        (entry.id.rawValue == stem(of: entry.source.path) ? 0 : 1, entry.kind, entry.source)
    }

    private static func stem(of path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    }

    private static func sameQuestion(_ entry: Entry, as first: Entry) -> Finding {
        Finding(
            rule: "question.same-id",
            severity: .warning,
            path: entry.source.path,
            range: entry.source.range,
            message:
                "this question has the same text or id as the one at \(first.source), which keeps the review history; "
                + "reword it or give it an id of its own"
        )
    }
}

/// Names that no entry has yet.
private struct FreeNames {
    private var taken: Set<EntryID>
    /// The next number to try behind a name.
    private var next: [String: Int] = [:]

    init(taken: Set<EntryID>) { self.taken = taken }

    /// The name with the file's stem behind it, and with a number behind that when it is taken too.
    mutating func take(_ id: EntryID, stem: String) -> EntryID {
        let base = id.rawValue == stem ? id.rawValue : "\(id).\(Slug.make(of: stem))"
        var candidate = EntryID(base)
        var number = next[base] ?? 2
        while taken.contains(candidate) {
            candidate = EntryID("\(base)-\(number)")
            number += 1
        }
        next[base] = number
        taken.insert(candidate)
        return candidate
    }
}
