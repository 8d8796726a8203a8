import Model

/// The tags that people gave and that are no concepts of the vocabulary.
struct FreeTags {
    /// One tag with the entries that have it.
    struct Use {
        let name: String
        let first: Source
        let count: Int
    }

    /// The tags in the order of their names; none in a book without a vocabulary, where all tags are free.
    let uses: [Use]

    init(_ book: Book) {
        let ids = Set(book.vocabulary.concepts.map(\.id))
        var found: [String: (first: Source, count: Int)] = [:]
        for entry in ids.isEmpty ? [] : book.entries {
            for tag in entry.tags where Self.isGiven(tag) && !ids.contains(tag.name) {
                let known = found[tag.name]
                found[tag.name] = (min(known?.first ?? entry.source, entry.source), (known?.count ?? 0) + 1)
            }
        }
        uses = found.sorted { $0.key < $1.key }.map { Use(name: $0.key, first: $0.value.first, count: $0.value.count) }
    }

    /// Whether a person wrote the tag; headings are no tags that anybody chose.
    private static func isGiven(_ tag: Tag) -> Bool {
        switch tag.reason {
        case .frontMatter, .hashtag, .record: true
        case .section, .concept: false
        }
    }
}

/// The names of a vocabulary's concepts in a form in which spelling does not matter.
struct ConceptKeys {
    private var keys: [String: String] = [:]
    /// The ids by what is left of a key when any one of its letters is left out.
    private var shorter: [String: [String]] = [:]

    init(_ concepts: [Concept]) {
        for concept in concepts {
            for name in [concept.id] + concept.names {
                let key = Self.key(of: name)
                guard !key.isEmpty, keys.updateValue(concept.id, forKey: key) == nil else { continue }
                for variant in Self.shortened(key) { shorter[variant, default: []].append(key) }
            }
        }
    }

    /// The concept that a name is or nearly is: hyphens, capitals and a plural aside, one letter may be wrong.
    func concept(near name: String) -> String? {
        let key = Self.key(of: name)
        if let same = keys[key] { return same }
        guard key.utf8.count >= 8 else { return nil }
        for variant in [key] + Self.shortened(key) {
            let near = (keys[variant].map { _ in [variant] } ?? []) + (shorter[variant] ?? [])
            let found = near.first { NearName.distance(Array(key.utf8), Array($0.utf8), limit: 2) != nil }
            if let found { return keys[found] }
        }
        return nil
    }

    /// Letters and digits of a name in lower case, without the `s` of a plural.
    static func key(of name: String) -> String {
        var key = String.UnicodeScalarView()
        for scalar in name.lowercased().unicodeScalars
        where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            key.append(scalar)
        }
        if key.count > 4, key.last == "s" { key.removeLast() }
        return String(key)
    }

    private static func shortened(_ key: String) -> [String] {
        let scalars = Array(key.unicodeScalars)
        return scalars.indices.map { left in
            String(String.UnicodeScalarView(scalars[..<left] + scalars[(left + 1)...]))
        }
    }
}
