import Model

/// An entry or a passage as search sees it: texts by field, and the keys that filters ask for.
struct SearchDocument {
    /// The texts of each field, in the order of `SearchField`.
    var texts: [[String]] = Array(repeating: [], count: SearchField.allCases.count)
    /// The keys without positions.
    var keys: [[UInt8]] = []

    init(_ entry: Entry) {
        self[.title] = [entry.title]
        self[.alias] = entry.aliases + entry.tags.map(\.name)
        self[.heading] = entry.section
        self[.host] = Self.address(of: entry)
        self[.note] = [entry.note].compactMap { $0 }
        self[.body] = Self.body(of: entry)
        keys = entry.tags.map { TermKey.tag($0.name) }
        keys += [TermKey.kind(entry.kind.rawValue), TermKey.language(entry.language.rawValue)]
        keys.append(TermKey.id(entry.id.rawValue))
        keys += Self.hosts(of: entry).map(TermKey.host)
    }

    init(_ passage: Passage) {
        self[.heading] = passage.section
        self[.body] = [passage.text]
        keys = [TermKey.kind(SearchQuery.prose), TermKey.language(passage.language.rawValue)]
    }

    subscript(field: SearchField) -> [String] {
        get { texts[Int(field.rawValue)] }
        set { texts[Int(field.rawValue)] = newValue }
    }

    /// The text to take a snippet from: the one for which the field is named, else the first there is.
    static func excerpts(of subject: SearchSubject) -> (note: [String], body: [String]) {
        switch subject {
        case .entry(let entry): ([entry.note].compactMap { $0 }, body(of: entry))
        case .passage(let passage): ([], [passage.text])
        }
    }

    private static func address(of entry: Entry) -> [String] {
        guard let link = entry.link else { return [] }
        return [link.url.map(withoutScheme), link.author].compactMap { $0 }
    }

    private static func withoutScheme(_ url: String) -> String {
        url.hasPrefix("https://") ? String(url.dropFirst(8)) : url.hasPrefix("http://") ? String(url.dropFirst(7)) : url
    }

    /// The body, and what of a question the body does not hold.
    private static func body(of entry: Entry) -> [String] {
        var texts = [entry.body].compactMap { $0 }
        switch entry.content {
        case .question(let question) where texts.isEmpty:
            texts = [question.problem] + question.requirements + question.tasks + question.rubric.map(\.text)
            texts += [question.modelAnswer].compactMap { $0 }
        case .exercise(let exercise) where texts.isEmpty: texts = [exercise.problem] + exercise.requirements
        default: break
        }
        return texts
    }

    /// The host of a link and the domains above it: `docs.aws.amazon.com` is on `amazon.com` too.
    static func hosts(of entry: Entry) -> [String] {
        guard let url = entry.link?.url, let slashes = url.firstRange(of: "://") else { return [] }
        let host = url[slashes.upperBound...].prefix { !"/?#:".contains($0) }.lowercased()
        let labels = host.split(separator: ".").map(String.init)
        guard labels.count > 1 else { return [host] }
        return (0...labels.count - 2).map { labels[$0...].joined(separator: ".") }
    }
}
