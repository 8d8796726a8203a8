import Model

/// A pattern that nothing leads to and nobody is asked about is written once and never read again.
struct UnaskedPattern: BookRule {
    static let about = RuleDescription(
        "pattern.unconnected", .note,
        means: "no other file links to a pattern, and no question is about it; told once for a file",
        remedy: "link to it from a pattern that it has to do with, or write a question about it")

    func findings(in checked: CheckedBook) -> [Finding] {
        let linked = LinkedPlaces(checked)
        let asked = AskedSubjects(checked.book)
        // A page that was pasted as plain text has no places to link to.
        let pasted = Set(checked.book.documents.lazy.filter { $0.shape == .pastedPage }.map(\.path))
        var seen: Set<String> = []
        let loose = checked.book.entries.filter { entry in
            guard case .pattern(let pattern) = entry.content, !pasted.contains(entry.source.path) else { return false }
            let isMain = seen.insert(entry.source.path).inserted
            return !pattern.isCategory && !linked.contains(entry, isMain: isMain) && !asked.contains(entry)
        }
        return Dictionary(grouping: loose, by: \.source.path).values.compactMap { patterns in
            patterns.first.map { Finding(Self.about, at: $0.source, Self.message(patterns.map(\.title))) }
        }
    }

    private static func message(_ titles: [String]) -> String {
        let names = titles.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ")
        let rest = titles.count > 3 ? " and \(titles.count - 3) more" : ""
        let pronoun = titles.count == 1 ? "it" : "them"
        return
            "no other file links to \(names)\(rest), and no question is about \(pronoun); link to \(pronoun), or write "
            + "a question"
    }
}

/// The files and headings that links from other files lead to.
private struct LinkedPlaces {
    private var files: Set<String> = []
    private var anchors: Set<String> = []

    init(_ checked: CheckedBook) {
        for file in checked.book.checkedFiles {
            for link in file.links {
                guard case .file(let path, let anchor) = checked.targets.target(of: link, in: file), path != file.path
                else { continue }
                files.insert(path)
                if let anchor { anchors.insert("\(path)#\(anchor)") }
            }
        }
    }

    /// Whether a link leads to a pattern; one to a whole file means its first pattern.
    func contains(_ entry: Entry, isMain: Bool) -> Bool {
        isMain && files.contains(entry.source.path)
            || anchors.contains("\(entry.source.path)#\(HeadingNames.slug(of: entry.title))")
    }
}

/// What the questions and exercises of a book are about.
private struct AskedSubjects {
    /// Where the questions of each file begin, ascending.
    private var places: [String: [SourcePosition]] = [:]
    private var tags: Set<String> = []

    init(_ book: Book) {
        for entry in book.entries where entry.kind == .question || entry.kind == .exercise {
            places[entry.source.path, default: []].append(entry.source.range.start)
            for tag in entry.tags { tags.insert(tag.name) }
        }
        for path in places.keys { places[path]?.sort() }
    }

    /// Whether a question stands in a note, or has a concept that the note's title names.
    func contains(_ entry: Entry) -> Bool {
        let starts = places[entry.source.path] ?? []
        let next = starts.partitioningIndex { $0 >= entry.source.range.start }
        return next < starts.count && starts[next] < entry.source.range.end
            || entry.tags.contains { tags.contains($0.name) && Self.isSubject($0) }
    }

    /// Whether a tag is a concept that the title of a note names.
    private static func isSubject(_ tag: Tag) -> Bool {
        guard case .concept(let evidence) = tag.reason else { return false }
        return evidence.contains { $0.place == .title || $0.place == .alias }
    }
}

extension [SourcePosition] {
    /// The index of the first element for which a condition holds, which holds for all behind it too.
    fileprivate func partitioningIndex(where holds: (SourcePosition) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
