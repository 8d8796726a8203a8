import Model

/// The pages of the tags, and their index: the vocabulary as a tree, then the free words.
struct TagPages {
    private let site: SitePlan
    private let home: (title: String, page: String)
    /// The entries that bear each tag, as indices into the book.
    private let tagged: [String: [Int]]

    init(_ site: SitePlan) {
        self.site = site
        home = (site.book.title, SiteMap.home)
        var tagged: [String: [Int]] = [:]
        for (index, entry) in site.book.entries.enumerated() {
            for name in Set(entry.tags.map(\.name)) { tagged[name, default: []].append(index) }
        }
        self.tagged = tagged
    }

    func contents() -> [Frame.Content] {
        let names = site.map.tagPages.keys.sorted()
        guard !names.isEmpty else { return [] }
        return [index(names)] + names.map(tagPage)
    }

    private func index(_ names: [String]) -> Frame.Content {
        let free = names.filter { site.book.vocabulary.concept($0) == nil }
        let rows = free.map { "<li>\(link(to: $0))</li>\n" as HTML }.joined()
        let others: HTML = free.isEmpty ? "" : "<h2 id=\"free\">Free words</h2>\n<ul class=\"columns\">\n\(rows)</ul>\n"
        let main: HTML = """
            <h1>Tags</h1>
            <p class="lead">\(Wording.count(names.count, "tag")), each with the entries that bear it and the reason why.</p>
            \(tree())\(others)
            """
        return Frame.Content(page: SiteMap.tags, title: "Tags", path: [home], main: main)
    }

    private func link(to name: String) -> HTML {
        guard let page = site.map.tagPages[name] else { return Wording.passage(name) }
        let link = PageLink.html(Wording.passage(name), to: page, from: SiteMap.tags)
        return "\(link) <span>\(tagged[name]?.count ?? 0)</span>"
    }

    /// The concepts that some entry bears, each once, below a wider one that some entry bears too.
    private func tree() -> HTML {
        var rows = HTML()
        var placed: Set<String> = []
        let concepts = site.book.vocabulary.concepts.filter { isUsed($0.id) }
        let ids = Set(concepts.map(\.id))
        let roots = concepts.filter { ids.isDisjoint(with: $0.broader) } + concepts
        var pending = roots.reversed().map { ($0, 1) }
        while let (concept, depth) = pending.popLast() {
            guard placed.insert(concept.id).inserted else { continue }
            rows += "<li class=\"depth\(min(depth, 4))\">\(link(to: concept.id))</li>\n"
            pending += concepts.filter { $0.broader.contains(concept.id) }.reversed().map { ($0, depth + 1) }
        }
        return rows.isEmpty ? rows : "<ul class=\"columns tree\">\n\(rows)</ul>\n"
    }

    /// Whether an entry bears the concept, or one below it.
    private func isUsed(_ id: String) -> Bool {
        tagged[id] != nil || site.book.vocabulary.narrower(than: id).contains { tagged[$0] != nil }
    }

    private func tagPage(_ name: String) -> Frame.Content {
        let page = site.map.tagPages[name] ?? ""
        let indices = tagged[name] ?? []
        let kinds = indices.map { site.book.entries[$0].kind }
        let byKind = zip(kinds, indices).sorted { $0 < $1 }.map(\.1)
        let rows = PageParts(plan: site, page: page).rows(byKind) { entry in
            entry.tags.first { $0.name == name }.map { TagPages.reason($0.reason) } ?? ""
        }
        let main: HTML = """
            <h1>\(Wording.passage(name))</h1>
            <p class="lead">\(Wording.count(indices.count, "entry", "entries")) with this tag.</p>
            \(neighbours(of: name, on: page))\(rows)
            """
        return Frame.Content(page: page, title: name, path: [home, ("Tags", SiteMap.tags)], main: main)
    }

    /// The names of the concept, and the ways to wider, narrower and related ones.
    private func neighbours(of name: String, on page: String) -> HTML {
        guard let concept = site.book.vocabulary.concept(name) else { return "" }
        let narrower = site.book.vocabulary.concepts.filter { $0.broader.contains(name) }.map(\.id)
        var block = TitleBlock()
        let names = concept.names.filter { $0.lowercased() != name }
        block.add("Also called", names.map(Wording.passage).joined(by: ", "), width: 4)
        for (label, ids) in [("Wider", concept.broader), ("Narrower", narrower), ("Related", concept.related)] {
            let links = ids.compactMap { id in
                site.map.tagPages[id].map { PageLink.html(Wording.passage(id), to: $0, from: page) }
            }
            block.add(label, links.joined(by: ", "), width: 2)
        }
        return block.html()
    }

    /// Why an entry has a tag, as a sentence without its end.
    private static func reason(_ reason: Tag.Reason) -> HTML {
        switch reason {
        case .frontMatter: "named in the front matter of its file"
        case .hashtag: "its text holds the hashtag"
        case .section(let title): "stands under “\(Wording.passage(title))”"
        case .record: "named in the record"
        case .concept(let evidence): "speaks of “\(Wording.passage(evidence.first?.words ?? ""))”"
        }
    }
}
