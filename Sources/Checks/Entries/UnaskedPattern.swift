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
        var seen: Set<String> = []
        let loose = checked.book.entries.filter { entry in
            guard case .pattern(let pattern) = entry.content else { return false }
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
        let (verb, pronoun) = titles.count == 1 ? ("is", "it") : ("are", "them")
        return "\(names)\(rest) \(verb) linked from no other file and asked about by no question; link to \(pronoun), or "
            + "write a question"
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
    /// The headings above the questions, by file.
    private var headings: Set<String> = []
    private var tags: Set<String> = []

    init(_ book: Book) {
        for entry in book.entries where entry.kind == .question || entry.kind == .exercise {
            for heading in entry.section { headings.insert("\(entry.source.path)#\(heading)") }
            for tag in entry.tags { tags.insert(tag.name) }
        }
    }

    func contains(_ entry: Entry) -> Bool {
        headings.contains("\(entry.source.path)#\(entry.title)")
            || entry.tags.contains { tags.contains($0.name) && Self.isSubject($0) }
    }

    /// Whether a tag is a concept that the title of a note names.
    private static func isSubject(_ tag: Tag) -> Bool {
        guard case .concept(let evidence) = tag.reason else { return false }
        return evidence.contains { $0.place == .title || $0.place == .alias }
    }
}
